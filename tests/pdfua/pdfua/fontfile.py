# SPDX-License-Identifier: GPL-3.0-or-later
"""The font programs that lie in a PDF: TrueType, CFF and Type 1, only as far as names, numbers and widths of glyphs need it."""
import re
import struct

from .encodings import CFF_STANDARD_STRINGS

MAX_GLYPHS = 65536


class FontError(Exception):
    """The font program cannot be read."""


def _unpack(form, data, offset):
    try:
        return struct.unpack_from(form, data, offset)
    except struct.error as error:
        raise FontError('cut off') from error


class TrueType:
    """An sfnt file: TrueType, or OpenType with CFF in it (then .cff is set)."""

    def __init__(self, data):
        self.data = data
        self.cff = None
        count = _unpack('>H', data, 4)[0]
        self.tables = {}
        for i in range(count):
            tag, _checksum, offset, length = _unpack('>4sLLL', data, 12 + 16 * i)
            self.tables[tag] = data[offset:offset + length]
        if b'CFF ' in self.tables:
            self.cff = Cff(self.tables[b'CFF '])
        self.n_glyphs = _unpack('>H', self.tables.get(b'maxp', b''), 4)[0]
        self.units = _unpack('>H', self.tables.get(b'head', b''), 18)[0] or 1000
        self.advances = self._read_advances()
        self.maps = self._read_maps()
        self._names = None

    def _read_advances(self):
        metrics = self.tables.get(b'hmtx', b'')
        count = _unpack('>H', self.tables.get(b'hhea', b''), 34)[0]
        count = min(count, len(metrics) // 4)
        return [_unpack('>H', metrics, 4 * i)[0] for i in range(count)]

    def width(self, glyph):
        if not self.advances or not 0 <= glyph < self.n_glyphs:
            return None
        return self.advances[min(glyph, len(self.advances) - 1)] * 1000 / self.units

    def _read_maps(self):
        """(platform, encoding) to a dictionary from codes to glyphs."""
        table = self.tables.get(b'cmap', b'')
        if len(table) < 4:
            return {}
        maps = {}
        for i in range(min(_unpack('>H', table, 2)[0], 64)):
            platform, encoding, offset = _unpack('>HHL', table, 4 + 8 * i)
            try:
                maps[platform, encoding] = self._read_map(table, offset)
            except FontError:
                maps[platform, encoding] = {}
        return maps

    def _read_map(self, table, offset):
        form = _unpack('>H', table, offset)[0]
        if form == 0:
            return {code: glyph for code, glyph in enumerate(table[offset + 6:offset + 262]) if glyph}
        if form == 4:
            return self._read_segments(table, offset)
        if form == 6:
            first, count = _unpack('>HH', table, offset + 6)
            return {first + i: _unpack('>H', table, offset + 10 + 2 * i)[0] for i in range(count)}
        if form == 12:
            found = {}
            for i in range(min(_unpack('>L', table, offset + 12)[0], MAX_GLYPHS)):
                start, end, glyph = _unpack('>LLL', table, offset + 16 + 12 * i)
                for code in range(start, min(end, start + MAX_GLYPHS) + 1):
                    found[code] = glyph + code - start
                if len(found) > 2 * MAX_GLYPHS:
                    break
            return found
        return {}

    def _read_segments(self, table, offset):
        double = _unpack('>H', table, offset + 6)[0]
        found = {}
        for i in range(double // 2):
            end = _unpack('>H', table, offset + 14 + 2 * i)[0]
            start = _unpack('>H', table, offset + 16 + double + 2 * i)[0]
            delta = _unpack('>h', table, offset + 16 + 2 * double + 2 * i)[0]
            place = offset + 16 + 3 * double + 2 * i
            distance = _unpack('>H', table, place)[0]
            for code in range(start, end + 1):
                if code == 0xFFFF:
                    continue
                if distance == 0:
                    glyph = (code + delta) & 0xFFFF
                else:
                    where = place + distance + 2 * (code - start)
                    if where + 2 > len(table):
                        continue
                    glyph = _unpack('>H', table, where)[0]
                    glyph = (glyph + delta) & 0xFFFF if glyph else 0
                if glyph:
                    found[code] = glyph
        return found

    def glyph_of_name(self, name):
        """Through the font's own list of names; None where it has none."""
        if self._names is None:
            self._names = self._read_names()
        return self._names.get(name)

    def _read_names(self):
        post = self.tables.get(b'post', b'')
        if len(post) < 34 or post[:4] != b'\x00\x02\x00\x00':
            return {}
        count = _unpack('>H', post, 32)[0]
        strings = []
        place = 34 + 2 * count
        while place < len(post):
            strings.append(post[place + 1:place + 1 + post[place]].decode('latin-1'))
            place += 1 + post[place]
        names = {}
        for glyph in range(count):
            index = _unpack('>H', post, 34 + 2 * glyph)[0]
            if 258 <= index < 258 + len(strings):
                names[strings[index - 258]] = glyph
        return names


class Cff:
    """A CFF font, with glyph names or with character ids."""

    def __init__(self, data):
        self.data = data
        place = data[2] if len(data) > 4 else 4
        _names, place = self._index(place)
        tops, place = self._index(place)
        strings, place = self._index(place)
        self.strings = [string.decode('latin-1') for string in strings]
        self.globals, _place = self._index(place)
        if not tops:
            raise FontError('no font')
        top = self._dict(tops[0])
        self.is_cid = 1230 in top
        self.glyphs, _place = self._index(int(top.get(17, [0])[0]))
        self.scale = (top.get(1207, [0.001])[0] or 0.001) * 1000
        self.charset = self._charset(int(top.get(15, [0])[0]))
        self.encoding = {} if self.is_cid else self._encoding(int(top.get(16, [0])[0]))
        self.select = None
        if self.is_cid:
            fonts, _place = self._index(int(top.get(1236, [0])[0]))
            fonts = [self._dict(font) for font in fonts]
            self.privates = [self._private(font) for font in fonts]
            if 1207 not in top and fonts and 1207 in fonts[0]:
                self.scale = (fonts[0][1207][0] or 0.001) * 1000
            self.select = self._select(int(top.get(1237, [0])[0]))
        else:
            self.privates = [self._private(top)]
        self.by_name = {} if self.is_cid else {name: i for i, name in enumerate(self.charset)}
        self.by_cid = {cid: i for i, cid in enumerate(self.charset)} if self.is_cid else {}

    def _index(self, place):
        count = _unpack('>H', self.data, place)[0]
        if count == 0:
            return [], place + 2
        size = self.data[place + 2]
        if not 1 <= size <= 4:
            raise FontError('bad index')
        start = place + 3
        base = start + (count + 1) * size - 1
        offsets = [int.from_bytes(self.data[start + i * size:start + (i + 1) * size], 'big') for i in range(count + 1)]
        if base + offsets[-1] > len(self.data):
            raise FontError('cut off')
        return [self.data[base + offsets[i]:base + offsets[i + 1]] for i in range(count)], base + offsets[-1]

    @staticmethod
    def _dict(data):
        found, stack, i = {}, [], 0
        while i < len(data):
            byte = data[i]
            i += 1
            if byte <= 21:
                if byte == 12 and i < len(data):
                    byte = 1200 + data[i]
                    i += 1
                found[byte] = stack
                stack = []
            elif byte == 28:
                stack.append(_unpack('>h', data, i)[0])
                i += 2
            elif byte == 29:
                stack.append(_unpack('>l', data, i)[0])
                i += 4
            elif byte == 30:
                text = ''
                while i < len(data) and 'f' not in text:
                    text += '%02x' % data[i]
                    i += 1
                text = text.split('f')[0].replace('a', '.').replace('c', 'E-').replace('b', 'E').replace('e', '-')
                try:
                    stack.append(float(text.replace('E--', 'E-')))
                except ValueError:
                    stack.append(0.0)
            elif byte >= 251:
                stack.append(-(byte - 251) * 256 - data[i] - 108 if i < len(data) else 0)
                i += 1
            elif byte >= 247:
                stack.append((byte - 247) * 256 + data[i] + 108 if i < len(data) else 0)
                i += 1
            elif byte >= 32:
                stack.append(byte - 139)
        return {key: value for key, value in found.items() if value}

    def _private(self, dictionary):
        """(default width, width added to, local subroutines)"""
        size, place = ([int(number) for number in dictionary[18]] + [0])[:2] if 18 in dictionary else (0, 0)
        private = self._dict(self.data[place:place + size])
        subroutines = []
        if 19 in private:
            subroutines, _place = self._index(place + int(private[19][0]))
        return private.get(20, [0])[0], private.get(21, [0])[0], subroutines

    def _string(self, number):
        if number < len(CFF_STANDARD_STRINGS):
            return CFF_STANDARD_STRINGS[number]
        if number >= 391 and number - 391 < len(self.strings):
            return self.strings[number - 391]
        return 'sid%d' % number

    def _charset(self, place):
        count = len(self.glyphs)
        numbers = [0]
        if place <= 2:
            numbers = list(range(count))
        else:
            form = self.data[place]
            place += 1
            while len(numbers) < count:
                first = _unpack('>H', self.data, place)[0]
                if form == 0:
                    numbers.append(first)
                    place += 2
                    continue
                left = self.data[place + 2] if form == 1 else _unpack('>H', self.data, place + 2)[0]
                numbers.extend(range(first, first + left + 1))
                place += 3 if form == 1 else 4
        numbers = numbers[:count]
        return numbers if self.is_cid else [self._string(number) for number in numbers]

    def _encoding(self, place):
        """Codes to names, where the font has an encoding of its own; else None."""
        if place <= 1:
            return None
        form = self.data[place]
        found, glyph = {}, 1
        count = self.data[place + 1]
        for i in range(count):
            if form & 127 == 0:
                codes = [self.data[place + 2 + i]]
            else:
                first, left = _unpack('>BB', self.data, place + 2 + 2 * i)
                codes = range(first, first + left + 1)
            for code in codes:
                if glyph < len(self.charset):
                    found[code] = self.charset[glyph]
                glyph += 1
        return found

    def _select(self, place):
        count = len(self.glyphs)
        if self.data[place] == 0:
            return list(self.data[place + 1:place + 1 + count])
        chosen = []
        ranges = _unpack('>H', self.data, place + 1)[0]
        for i in range(ranges):
            first, font, following = _unpack('>HBH', self.data, place + 3 + 3 * i)
            chosen.extend([font] * max(0, min(following, MAX_GLYPHS) - max(first, len(chosen))))
        return chosen[:count]

    def width(self, glyph):
        if not 0 <= glyph < len(self.glyphs):
            return None
        which = self.select[glyph] if self.select and glyph < len(self.select) else 0
        if which >= len(self.privates):
            return None
        default, nominal, local = self.privates[which]
        extra = _first_width(self.glyphs[glyph], local, self.globals)
        return (default if extra is None else nominal + extra) * self.scale


def _first_width(program, local, shared):
    """The number in front of a Type 2 charstring's first operator that is no argument of it; None where there is none."""
    stack = []
    calls = [(program, 0)]
    steps = 0
    while calls and steps < 10000:
        steps += 1
        data, i = calls.pop()
        if i >= len(data):
            continue
        byte = data[i]
        i += 1
        if byte == 28:
            stack.append(_unpack('>h', data, i)[0])
            i += 2
        elif byte == 255:
            stack.append(_unpack('>l', data, i)[0] / 65536)
            i += 4
        elif byte >= 251:
            stack.append(-(byte - 251) * 256 - (data[i] if i < len(data) else 0) - 108)
            i += 1
        elif byte >= 247:
            stack.append((byte - 247) * 256 + (data[i] if i < len(data) else 0) + 108)
            i += 1
        elif byte >= 32:
            stack.append(byte - 139)
        elif byte in (10, 29) and stack:
            routines = local if byte == 10 else shared
            bias = 107 if len(routines) < 1240 else 1131 if len(routines) < 33900 else 32768
            number = int(stack.pop()) + bias
            calls.append((data, i))
            if 0 <= number < len(routines) and len(calls) < 12:
                calls.append((routines[number], 0))
            continue
        elif byte == 11:
            continue
        else:
            expected = {21: 2, 22: 1, 4: 1, 14: 0}.get(byte)
            if byte in (1, 3, 18, 23, 19, 20):
                return stack[0] if len(stack) % 2 else None
            if byte == 14 and len(stack) in (4, 5):
                expected = 4
            if expected is not None:
                return stack[0] if len(stack) > expected else None
            return None
        calls.append((data, i))
    return None


class Type1:
    """A Type 1 font program: names and widths of its glyphs, and its encoding."""

    def __init__(self, data):
        if data[:1] == b'\x80':
            data = self._join_segments(data)
        cut = data.find(b'eexec')
        if cut < 0:
            raise FontError('no encrypted part')
        clear, secret = data[:cut], data[cut + 5:].lstrip(b' \t\r\n')
        if re.match(rb'[0-9A-Fa-f\s]{8}', secret):
            digits = re.sub(rb'[^0-9A-Fa-f]', b'', secret)
            secret = bytes.fromhex(digits[:len(digits) // 2 * 2].decode())
        private = self._decrypt(secret, 55665)[4:]
        skip = re.search(rb'/lenIV\s+(\d+)', private)
        skip = int(skip[1]) if skip else 4
        matrix = re.search(rb'/FontMatrix\s*\[\s*([0-9.eE+-]+)', clear)
        try:
            self.scale = float(matrix[1]) * 1000 if matrix else 1.0
        except ValueError:
            self.scale = 1.0
        self.widths = {}
        start = max(private.find(b'/CharStrings'), 0)
        for match in re.finditer(rb'/([^\s/]+)\s+(\d+)\s+(?:RD|-\||\S+)\s', private[start:]):
            name = match[1].decode('latin-1')
            begin = start + match.end()
            length = int(match[2])
            if name == 'CharStrings' or length > 65535 or name in self.widths:
                continue
            self.widths[name] = self._width(self._decrypt(private[begin:begin + length], 4330)[skip:])
        self.encoding = {}
        for match in re.finditer(rb'dup\s+(\d+)\s*/(\S+)\s+put', clear):
            self.encoding[int(match[1])] = match[2].decode('latin-1')
        if re.search(rb'/Encoding\s+StandardEncoding', clear):
            self.encoding = None

    @staticmethod
    def _join_segments(data):
        parts, place = [], 0
        while place + 6 <= len(data) and data[place] == 0x80 and data[place + 1] in (1, 2):
            length = int.from_bytes(data[place + 2:place + 6], 'little')
            parts.append(data[place + 6:place + 6 + length])
            place += 6 + length
        return b''.join(parts)

    @staticmethod
    def _decrypt(data, key):
        out = bytearray(len(data))
        for i, byte in enumerate(data):
            out[i] = byte ^ (key >> 8)
            key = ((byte + key) * 52845 + 22719) & 0xFFFF
        return bytes(out)

    def _width(self, program):
        stack, i = [], 0
        while i < len(program):
            byte = program[i]
            i += 1
            if byte == 255:
                stack.append(int.from_bytes(program[i:i + 4], 'big', signed=True))
                i += 4
            elif byte >= 251:
                stack.append(-(byte - 251) * 256 - (program[i] if i < len(program) else 0) - 108)
                i += 1
            elif byte >= 247:
                stack.append((byte - 247) * 256 + (program[i] if i < len(program) else 0) + 108)
                i += 1
            elif byte >= 32:
                stack.append(byte - 139)
            elif byte == 12 and i < len(program) and program[i] == 12 and len(stack) >= 2 and stack[-1]:
                i += 1
                divisor = stack.pop()
                stack.append(stack.pop() / divisor)
            elif byte == 13 and len(stack) >= 2:
                return stack[1] * self.scale
            elif byte == 12 and i < len(program) and program[i] == 7 and len(stack) >= 4:
                return stack[2] * self.scale
            else:
                return None
        return None


def open_sfnt_or_cff(data):
    """A font program of whatever kind its first bytes say."""
    if data[:4] in (b'\x00\x01\x00\x00', b'true', b'OTTO', b'ttcf'):
        return TrueType(data)
    if data[:1] == b'\x01' and data[:2] != b'\x01\x00\x00':
        return Cff(data)
    return Type1(data)
