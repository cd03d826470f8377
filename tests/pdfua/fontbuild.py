# SPDX-License-Identifier: GPL-3.0-or-later
"""The smallest font programs there can be: glyphs without outlines, all as wide as each other. Only the fixtures use them."""
import struct

WIDTH = 600


def truetype(characters, maps=((3, 1), (1, 0)), names=True, width=WIDTH):
    """Glyph 0, then one for each of CHARACTERS. MAPS: the tables from characters to glyphs, (3, 0) for symbols."""
    count = len(characters) + 1
    tables = {
        b'head': struct.pack('>LLLLHHQQhhhhHHhhh', 0x10000, 0x10000, 0, 0x5F0F3CF5, 0, 1000, 0, 0, 0, 0, 600, 700, 0, 8, 2, 0, 0),
        b'hhea': struct.pack('>LhhhHhhhhhh8xhH', 0x10000, 800, -200, 0, width, 0, 0, 600, 1, 0, 0, 0, count),
        b'maxp': struct.pack('>LH26x', 0x10000, count),
        b'hmtx': struct.pack('>Hh', width, 0) * count,
        b'loca': b'\0\0' * (count + 1),
        b'glyf': b'\0\0',
        b'cmap': _cmap(characters, maps),
        b'post': _post(characters) if names else struct.pack('>LLhhL16x', 0x30000, 0, 0, 0, 0),
    }
    place = 12 + 16 * len(tables)
    directory, body = b'', b''
    for tag in sorted(tables):
        data = tables[tag] + b'\0' * (-len(tables[tag]) % 4)
        directory += struct.pack('>4sLLL', tag, 0, place + len(body), len(tables[tag]))
        body += data
    return struct.pack('>LHHHH', 0x10000, len(tables), 0, 0, 0) + directory + body


def _cmap(characters, maps):
    head, body = struct.pack('>HH', 0, len(maps)), b''
    place = 4 + 8 * len(maps)
    for platform, encoding in maps:
        head += struct.pack('>HHL', platform, encoding, place + len(body))
        offset = 0xF000 if (platform, encoding) == (3, 0) else 0
        first = ord(characters[0])
        if platform == 1:
            body += struct.pack('>HHHHH', 6, 10 + 2 * len(characters), 0, first, len(characters))
            body += b''.join(struct.pack('>H', i + 1) for i in range(len(characters)))
        else:
            start, end = first + offset, first + offset + len(characters) - 1
            body += struct.pack('>HHHHHHH', 4, 32, 0, 4, 4, 1, 0) + struct.pack('>HHHHH', end, 0xFFFF, 0, start, 0xFFFF)
            body += struct.pack('>HHHH', (1 - start) & 0xFFFF, 1, 0, 0)
    return head + body


def _post(characters):
    names = ['.notdef'] + [glyph_name(character) for character in characters]
    data = struct.pack('>LLhhL16xH', 0x20000, 0, 0, 0, 0, len(names))
    data += b''.join(struct.pack('>H', 258 + i) for i in range(len(names)))
    return data + b''.join(bytes([len(name)]) + name.encode() for name in names)


def glyph_name(character):
    return character if character.isalpha() else 'space' if character == ' ' else 'uni%04X' % ord(character)


def _number(value):
    if -107 <= value <= 107:
        return bytes([value + 139])
    return b'\x1c' + struct.pack('>h', value)


def _index(items):
    if not items:
        return b'\0\0'
    offsets, place = b'', 1
    for item in items:
        offsets += struct.pack('>H', place)
        place += len(item)
    return struct.pack('>HB', len(items), 2) + offsets + struct.pack('>H', place) + b''.join(items)


def cff(count, cids=None):
    """A CFF font with character ids: glyph 0, then COUNT more; CIDS are their ids."""
    cids = cids or list(range(1, count + 1))
    program = _number(WIDTH - 500) + b'\x0e'
    glyphs = _index([program] * (count + 1))
    charset = b'\0' + b''.join(struct.pack('>H', cid) for cid in cids)
    select = b'\3' + struct.pack('>HHBH', 1, 0, 0, count + 1)
    private = _number(500) + b'\x15'       # added to the width of each glyph
    strings = _index([b'Adobe', b'Identity'])

    def head(places):
        number = b'\x1d%s'
        parts = [b'\x1c' + struct.pack('>h', 391) + b'\x1c' + struct.pack('>h', 392) + _number(0) + b'\x0c\x1e']
        for key, operator in (('charset', b'\x0f'), ('select', b'\x0c\x25'), ('glyphs', b'\x11'), ('fonts', b'\x0c\x24')):
            parts.append(number.replace(b'%s', struct.pack('>l', places[key])) + operator)
        return b'\1\0\4\4' + _index([b'Test']) + _index([b''.join(parts)]) + strings + _index([])

    def fonts(place):
        return _index([_number(len(private)) + b'\x1d' + struct.pack('>l', place) + b'\x12'])

    start = len(head(dict.fromkeys(('charset', 'select', 'glyphs', 'fonts'), 0)))
    places, body = {}, b''
    for key, data in (('charset', charset), ('select', select), ('glyphs', glyphs), ('private', private)):
        places[key] = start + len(body)
        body += data
    places['fonts'] = start + len(body)
    return head(places) + body + fonts(places['private'])


def _encrypt(data, key):
    out = bytearray()
    for byte in data:
        cipher = byte ^ (key >> 8)
        key = ((cipher + key) * 52845 + 22719) & 0xFFFF
        out.append(cipher)
    return bytes(out)


def type1(names):
    """(program, length of the clear part, length of the encrypted part)"""
    def number(value):
        return bytes([value + 139]) if -107 <= value <= 107 else b'\xff' + struct.pack('>l', value)

    glyph = _encrypt(b'0000' + number(0) + number(WIDTH) + b'\x0d\x0e', 4330)
    strings = b''.join(b'/%s %d RD %s ND\n' % (name.encode(), len(glyph), glyph) for name in ['.notdef'] + names)
    private = b'dup /Private 8 dict dup begin\n/lenIV 4 def\n2 index /CharStrings %d dict dup begin\n%send\nend\n' % (
        len(names) + 1, strings)
    clear = (b'%!PS-AdobeFont-1.0: Test\n/FontName /Test def\n/Encoding StandardEncoding def\n/FontMatrix [0.001 0 0 0.001 0 0] def\n'
             b'currentfile eexec\n')
    secret = _encrypt(b'\xf0\xf1\xf2\xf3' + private, 55665)
    return clear + secret, len(clear), len(secret)
