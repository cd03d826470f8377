# SPDX-License-Identifier: GPL-3.0-or-later
"""Fonts: what their dictionaries promise against what their programs hold, for the glyphs that are really drawn."""
import re

from . import encodings
from .cmap import IDENTITY, PREDEFINED, CMap, predefined_supplement
from .fontfile import Cff, FontError, TrueType, Type1, open_sfnt_or_cff
from .objects import (get, get_array, get_dict, get_int, get_name, get_numbers, get_text, identity, is_array, is_dict, is_name,
                      is_stream, name_of, number_of, read_stream)

INVISIBLE = 3  # the text rendering mode
_SUBSET = re.compile(r'[A-Z]{6}\+')


class Glyph:
    """One character code of a font."""
    __slots__ = ('name', 'present', 'width', 'promised', 'text')

    def __init__(self):
        self.name = None        # ".notdef" matters
        self.present = None     # None: cannot be told
        self.width = None       # in the program
        self.promised = None    # in the dictionary
        self.text = None


class Font:
    """One font of a document and what was drawn with it."""

    def __init__(self, dictionary):
        self.dictionary = dictionary
        self.subtype = get_name(dictionary, '/Subtype')
        self.name = get_name(dictionary, '/BaseFont') or get_name(dictionary, '/Name') or '?'
        self.used = {}          # string: drawn visibly?
        self.place = None       # of the first use
        self.descendant = None
        self.encoding_map = None
        self.encoding_name = None
        if self.subtype == 'Type0':
            self._read_descendant()
        self.program = None
        self.program_failed = False
        base = self.descendant if self.subtype == 'Type0' else dictionary
        self.descriptor = get_dict(base, '/FontDescriptor')
        self.is_embedded = any(is_stream(get(self.descriptor, key)) for key in ('/FontFile', '/FontFile2', '/FontFile3'))
        self._read_program()
        self.to_unicode = None
        stream = get(dictionary, '/ToUnicode')
        if is_stream(stream):
            self.to_unicode = CMap(read_stream(stream))
        self.flags = get_int(self.descriptor, '/Flags') or 0
        self.is_symbolic = bool(self.flags & 4)
        self.names = self._read_names() if self.subtype != 'Type0' else {}
        self.widths = self._read_widths()
        self._texts = {}

    def _read_descendant(self):
        array = get_array(self.dictionary, '/DescendantFonts')
        if array is not None and len(array) and is_dict(array[0]):
            self.descendant = array[0]
        encoding = get(self.dictionary, '/Encoding')
        if is_stream(encoding):
            self.encoding_map = CMap(read_stream(encoding))
            self.encoding_name = get_name(encoding, '/CMapName')
        else:
            self.encoding_name = name_of(encoding)

    def _read_program(self):
        for key in ('/FontFile', '/FontFile2', '/FontFile3'):
            stream = get(self.descriptor, key)
            if not is_stream(stream):
                continue
            try:
                data = read_stream(stream)
                if key == '/FontFile2':
                    self.program = TrueType(data)
                elif key == '/FontFile3' and get_name(stream, '/Subtype') in ('Type1C', 'CIDFontType0C'):
                    self.program = Cff(data)
                else:
                    self.program = open_sfnt_or_cff(data)
            except (FontError, IndexError, ValueError, ArithmeticError):
                self.program_failed = True
            return

    def _read_names(self):
        """Codes to glyph names of a simple font."""
        encoding = get(self.dictionary, '/Encoding')
        base = name_of(encoding) if is_name(encoding) else get_name(encoding, '/BaseEncoding')
        if base in encodings.BY_NAME:
            names = dict(encodings.BY_NAME[base])
        else:
            own = getattr(self.outline, 'encoding', None) if self.program is not None else None
            names = dict(own) if own else dict(encodings.STANDARD)
        differences = get_array(encoding, '/Differences') if is_dict(encoding) else None
        code = 0
        for value in list(differences or [])[:1024]:
            if is_name(value):
                names[code] = name_of(value)
                code += 1
            elif number_of(value) is not None:
                code = int(number_of(value))
        return names

    @property
    def outline(self):
        """The program's glyphs: CFF and OpenType with CFF are the same here."""
        if isinstance(self.program, TrueType) and self.program.cff is not None:
            return self.program.cff
        return self.program

    def _read_widths(self):
        if self.subtype != 'Type0':
            first = get_int(self.dictionary, '/FirstChar') or 0
            array = get_array(self.dictionary, '/Widths')
            return {first + i: number_of(width) for i, width in enumerate(list(array or [])[:65536])}
        widths = {}
        array = list(get_array(self.descendant, '/W') or [])
        i = 0
        while i + 1 < len(array):
            first = number_of(array[i])
            if first is None:
                break
            if is_array(array[i + 1]):
                for offset, width in enumerate(array[i + 1]):
                    widths[int(first) + offset] = number_of(width)
                i += 2
            elif i + 2 < len(array):
                last, width = number_of(array[i + 1]), number_of(array[i + 2])
                for cid in range(int(first), min(int(last or 0), 65535) + 1):
                    widths[cid] = width
                i += 3
            else:
                break
        return widths

    def use(self, string, visible, place):
        if self.place is None:
            self.place = place
        if visible or string not in self.used:
            self.used[string] = visible or self.used.get(string, False)

    def codes(self, string):
        """(code, length) of each character."""
        if self.subtype != 'Type0':
            return [(byte, 1) for byte in string]
        if self.encoding_map is not None:
            return self.encoding_map.split(string)
        return [(int.from_bytes(string[i:i + 2], 'big'), 2) for i in range(0, len(string), 2)]

    def text(self, string):
        """What a string says; U+FFFD for what has no character."""
        found = self._texts.get(string)
        if found is None:
            found = ''.join(self.text_of(code, length) or '\ufffd' for code, length in self.codes(string))
            self._texts[string] = found
        return found

    def text_of(self, code, length):
        if self.to_unicode is not None and code in self.to_unicode.texts:
            return self.to_unicode.texts[code]
        if self.subtype != 'Type0':
            named = get(self.dictionary, '/Encoding') is not None or (self.subtype != 'TrueType' and self.subtype != 'Type3')
            if named and code in self.names:
                return encodings.unicode_of(self.names[code])
            return None
        info = get_dict(self.descendant, '/CIDSystemInfo')
        if self.encoding_name in PREDEFINED or get_text(info, '/Ordering') in ('GB1', 'CNS1', 'Japan1', 'Korea1'):
            return '\u3000'  # by the published tables of the collection, which are not looked up here
        return None

    def cid(self, code, length):
        if self.encoding_map is not None:
            return self.encoding_map.cids.get((code, length), 0 if self.encoding_map.used is None else None)
        return code if self.encoding_name in IDENTITY else None

    def glyph(self, code, length):
        glyph = Glyph()
        glyph.text = self.text_of(code, length)
        if self.subtype == 'Type0':
            self._find_composite(glyph, self.cid(code, length))
        elif self.subtype == 'Type3':
            glyph.name = self.names.get(code)
            glyph.present = get(get_dict(self.dictionary, '/CharProcs'), '/' + (glyph.name or '?')) is not None
        else:
            glyph.promised = self.widths.get(code, number_of(get(self.descriptor, '/MissingWidth') or 0))
            if self.subtype == 'TrueType':
                self._find_truetype(glyph, code)
            else:
                self._find_type1(glyph, code)
        return glyph

    def _find_composite(self, glyph, cid):
        if cid is None:
            return
        default = get(self.descendant, '/DW')
        glyph.promised = self.widths.get(cid, 1000.0 if default is None else number_of(default))
        number = cid
        outline = self.outline
        if isinstance(outline, Cff):
            number = outline.by_cid.get(cid) if outline.is_cid else cid
            count = len(outline.glyphs)
        elif isinstance(outline, TrueType):
            number = self._mapped(cid)
            count = outline.n_glyphs
        else:
            glyph.name = '.notdef' if cid == 0 else None
            return
        glyph.name = '.notdef' if number == 0 or cid == 0 else None
        glyph.present = number is not None and number < count
        if glyph.present:
            glyph.width = outline.width(number)

    def _mapped(self, cid):
        table = get(self.descendant, '/CIDToGIDMap')
        if not is_stream(table):
            return cid
        if not hasattr(self, '_map_data'):
            self._map_data = read_stream(table)
        pair = self._map_data[2 * cid:2 * cid + 2]
        return int.from_bytes(pair, 'big') if len(pair) == 2 else 0

    def _find_type1(self, glyph, code):
        glyph.name = self.names.get(code, '.notdef')
        outline = self.outline
        if isinstance(outline, Cff) and not outline.is_cid:
            glyph.present = glyph.name in outline.by_name
            if glyph.present:
                glyph.width = outline.width(outline.by_name[glyph.name])
        elif isinstance(outline, Type1):
            glyph.present = glyph.name in outline.widths
            glyph.width = outline.widths.get(glyph.name)

    def _find_truetype(self, glyph, code):
        program = self.program
        encoded = get(self.dictionary, '/Encoding') is not None
        if encoded:
            glyph.name = self.names.get(code)
        if not isinstance(program, TrueType) or program.cff is not None:
            return
        number = None
        if encoded and not self.is_symbolic:
            text = encodings.unicode_of(glyph.name) if glyph.name else None
            if (3, 1) in program.maps and text:
                number = program.maps[3, 1].get(ord(text[0]))
            if number is None and (1, 0) in program.maps and glyph.name:
                back = {name: byte for byte, name in encodings.MAC_ROMAN.items()}
                number = program.maps[1, 0].get(back.get(glyph.name))
            if number is None and glyph.name:
                number = program.glyph_of_name(glyph.name)
        if number is None:
            for key in ((3, 0), (1, 0), (3, 1)):
                table = program.maps.get(key, {})
                for offset in (0, 0xF000):
                    if number is None:
                        number = table.get(code + offset)
        glyph.present = bool(number) and number < program.n_glyphs
        if glyph.present:
            glyph.width = program.width(number)


class FontCheck:
    """Collects the fonts that are used and judges them at the end."""

    def __init__(self, report):
        self.report = report
        self.fonts = {}

    def find(self, dictionary):
        if not is_dict(dictionary):
            return None
        key = identity(dictionary) or id(dictionary)
        if key not in self.fonts:
            self.fonts[key] = (Font(dictionary), dictionary)  # the dictionary stays, so that its id does, too
        return self.fonts[key][0]

    def finish(self):
        for font, _dictionary in self.fonts.values():
            if font.used:
                self._check(font)

    def _check(self, font):
        where = 'font %s, %s' % (font.name, font.place)
        visible = any(font.used.values())
        if font.program_failed:
            self.report('WB-0', where, 'its program cannot be read')
        if font.subtype == 'Type0':
            self._check_composite(font, where)
        if visible and font.subtype != 'Type3' and not font.is_embedded:
            self.report('7.21.4.1-1', where)
        if font.subtype == 'TrueType' and visible:
            self._check_truetype(font, where)
        if font.subtype in ('Type1', 'MMType1'):
            self._check_charset(font, where)
        self._check_glyphs(font, where)

    def _check_composite(self, font, where):
        info = get_dict(font.descendant, '/CIDSystemInfo')
        if font.encoding_name not in IDENTITY:
            self._check_collections(font, info, where)
        encoding = get(font.dictionary, '/Encoding')
        if font.encoding_map is None and font.encoding_name not in IDENTITY and font.encoding_name not in PREDEFINED:
            self.report('7.21.3.3-1', where)
        if font.encoding_map is not None:
            if font.encoding_map.writing_mode != (get_int(encoding, '/WMode') or 0):
                self.report('7.21.3.3-2', where)
            self._check_used(font, encoding, where)
        numbering = get(font.descendant, '/CIDToGIDMap')
        if (get_name(font.descendant, '/Subtype') == 'CIDFontType2' and font.is_embedded
                and not is_stream(numbering) and name_of(numbering) != 'Identity'):
            self.report('7.21.3.2-1', where)
        self._check_cidset(font, where)

    def _check_used(self, font, encoding, where):
        used = get(encoding, '/UseCMap')
        names = [font.encoding_map.used] if font.encoding_map.used else []
        if used is not None:
            names.append(get_name(used, '/CMapName') if is_stream(used) else name_of(used))
        for name in names:
            if name not in PREDEFINED and name not in IDENTITY:
                self.report('7.21.3.3-3', where, name)
                return

    def _check_collections(self, font, info, where):
        if font.encoding_map is not None:
            other = get_dict(get(font.dictionary, '/Encoding'), '/CIDSystemInfo')
            theirs = get_text(other, '/Registry'), get_text(other, '/Ordering'), get_int(other, '/Supplement')
        elif font.encoding_name in PREDEFINED:
            theirs = 'Adobe', PREDEFINED[font.encoding_name], predefined_supplement(font.encoding_name)
        else:
            return  # 7.21.3.3-1 says so
        mine = get_text(info, '/Registry'), get_text(info, '/Ordering'), get_int(info, '/Supplement')
        if None in mine or None in theirs or mine[:2] != theirs[:2] or mine[2] > theirs[2]:
            self.report('7.21.3.1-1', where)

    def _check_cidset(self, font, where):
        stream = get(font.descriptor, '/CIDSet')
        if not is_stream(stream) or not font.is_embedded or not _SUBSET.match(get_name(font.descendant, '/BaseFont') or ''):
            return
        data = read_stream(stream)
        listed = {8 * i + bit for i, byte in enumerate(data) for bit in range(8) if byte & (128 >> bit)}
        outline = font.outline
        if isinstance(outline, Cff):
            there = set(outline.by_cid) if outline.is_cid else set(range(len(outline.glyphs)))
        elif isinstance(outline, TrueType):
            if is_stream(get(font.descendant, '/CIDToGIDMap')):
                return
            there = set(range(outline.n_glyphs))
        else:
            return
        if not there <= listed | {0} or not listed <= there | {0}:
            self.report('7.21.4.2-2', where)

    def _check_charset(self, font, where):
        charset = get(font.descriptor, '/CharSet')
        if charset is None or not font.is_embedded or not _SUBSET.match(font.name):
            return
        listed = set(re.findall(r'/([^/\s]+)', bytes(charset).decode('latin-1'))) - {'.notdef'}
        outline = font.outline
        if isinstance(outline, Cff):
            there = set(outline.by_name)
        elif isinstance(outline, Type1):
            there = set(outline.widths)
        else:
            return
        if listed != there - {'.notdef'}:
            self.report('7.21.4.2-1', where)

    def _check_truetype(self, font, where):
        encoding = get(font.dictionary, '/Encoding')
        program = font.program if isinstance(font.program, TrueType) else None
        maps = program.maps if program is not None else {}
        if font.is_symbolic:
            if encoding is not None:
                self.report('7.21.6-3', where)
            if program is not None and len(maps) != 1 and (3, 0) not in maps:
                self.report('7.21.6-4', where)
            return
        if program is not None and len(maps) <= (1 if (3, 0) in maps else 0):
            self.report('7.21.6-1', where)
        base = name_of(encoding) if is_name(encoding) else get_name(encoding, '/BaseEncoding')
        differences = get_array(encoding, '/Differences') if is_dict(encoding) else None
        odd = [name_of(value) for value in differences or [] if is_name(value) and encodings.unicode_of(name_of(value)) is None]
        if base not in ('MacRomanEncoding', 'WinAnsiEncoding') or odd or (differences is not None and (3, 1) not in maps):
            self.report('7.21.6-2', where, ', '.join(odd))

    def _check_glyphs(self, font, where):
        codes = {}
        for string, visible in font.used.items():
            for code in font.codes(string):
                codes[code] = codes.get(code, False) or visible
        for (code, length), visible in sorted(codes.items()):
            self._check_glyph(font.glyph(code, length), visible, '%s, code %d' % (where, code))

    def _check_glyph(self, glyph, visible, where):
        if glyph.name == '.notdef':
            self.report('7.21.8-1', where)
        elif visible and glyph.present is False:
            self.report('7.21.4.1-2', where)
        if visible and glyph.width is not None and glyph.promised is not None and abs(glyph.width - glyph.promised) > 1:
            self.report('7.21.5-1', where, '%g instead of %g' % (glyph.promised, glyph.width))
        if glyph.text is None:
            self.report('7.21.7-1', where)
        elif any(character in glyph.text for character in '\0\ufeff\ufffe'):
            self.report('7.21.7-2', where)
