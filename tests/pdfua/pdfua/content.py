# SPDX-License-Identifier: GPL-3.0-or-later
"""Content streams: what is drawn, under which marks, in which language, with which glyphs."""
import re

from .objects import (Unreadable, get, get_array, get_dict, get_int, get_name, get_text, identity, is_array, is_dict, is_stream,
                      name_of, read_stream, text_of)
from .fonts import INVISIBLE
from .structure import LANGUAGE

MAX_OPERATORS = 40 * 1000 * 1000  # of one document
MAX_NESTING = 24                  # of form objects

_TOKEN = re.compile(
    rb'([+-]?[\d.][\d.+-]*)'                                    # 1 number
    rb'|([A-Za-z\'"][A-Za-z0-9*]*)'                             # 2 operator or word
    rb'|(/[^\s\0()<>\[\]{}/%]*)'                                # 3 name
    rb'|\(([^()\\]*(?:\\.[^()\\]*)*)\)'                         # 4 string without parentheses in it
    rb'|(<<|>>|\[|\])'                                          # 5
    rb'|<([0-9A-Fa-f\s]*)>'                                     # 6 string in hexadecimal
    rb'|(\()'                                                   # 7 any other string
    rb'|(%)',                                                   # 8 comment
    re.S)
_ESCAPE = re.compile(rb'\\(?:([0-7]{1,3})|(\r\n|[\r\n])|(.))', re.S)
_ESCAPES = {b'n': b'\n', b'r': b'\r', b't': b'\t', b'b': b'\b', b'f': b'\f'}
_SHOW = {b'Tj', b'TJ', b"'", b'"'}
_PAINT = {b'f', b'F', b'f*', b'B', b'B*', b'b', b'b*', b'S', b's', b'sh', b'EI'}
_OPERATORS = _SHOW | _PAINT | {b'BDC', b'BMC', b'EMC', b'Tf', b'Tr', b'q', b'Q', b'Do', b'gs', b'BI'}


def _unescape(match):
    if match[1]:
        return bytes([int(match[1], 8) & 255])
    if match[2]:
        return b''
    return _ESCAPES.get(match[3], match[3])


def _decode_name(raw):
    name = re.sub(rb'#([0-9A-Fa-f]{2})', lambda match: bytes([int(match[1], 16)]), raw[1:])
    return name.decode('utf-8', 'replace')


class _Text(bytes):
    """A string among the operands, which are raw tokens otherwise."""


def _decode_text(raw):
    if raw.startswith(b'\xfe\xff'):
        return raw[2:].decode('utf-16-be', 'replace')
    if raw.startswith(b'\xef\xbb\xbf'):
        return raw[3:].decode('utf-8', 'replace')
    return raw.decode('latin-1')


def tokens(data):
    """Yields (operator, operands); operands are raw tokens, strings are _Text."""
    operands = []
    place, end = 0, len(data)
    while place < end:
        restart = None
        for match in _TOKEN.finditer(data, place):
            kind = match.lastindex
            if kind == 2:
                operator = match[2]
                if operator in _OPERATORS:
                    yield operator, operands
                    if operator == b'BI':
                        restart = _skip_image(data, match.end())
                        operands = []
                        yield b'EI', []
                        break
                elif operator in (b'true', b'false', b'null'):
                    operands.append(operator)
                    continue
                operands = []
            elif kind == 4:
                raw = match[4]
                operands.append(_Text(_ESCAPE.sub(_unescape, raw) if b'\\' in raw else raw))
            elif kind == 6:
                digits = re.sub(rb'\s', b'', match[6])
                operands.append(_Text(bytes.fromhex((digits + b'0' * (len(digits) % 2)).decode())))
            elif kind == 7:
                text, restart = _read_nested(data, match.start())
                operands.append(text)
                break
            elif kind == 8:
                stop = re.compile(rb'[\r\n]').search(data, match.end())
                restart = stop.end() if stop else end
                break
            else:
                operands.append(match[0])
            if len(operands) > 100000:
                raise Unreadable('A content stream has too many operands.')
        if restart is None:
            return
        place = restart


def _read_nested(data, start):
    depth, i = 0, start
    while i < len(data):
        byte = data[i]
        if byte == 0x5C:
            i += 1
        elif byte == 0x28:
            depth += 1
        elif byte == 0x29:
            depth -= 1
            if depth == 0:
                break
        i += 1
    return _Text(_ESCAPE.sub(_unescape, data[start + 1:i])), i + 1


def _skip_image(data, place):
    begin = re.compile(rb'\sID[\s]').search(data, place)
    stop = re.compile(rb'[\s]EI(?=[\s]|$)').search(data, begin.end() - 1 if begin else place)
    return stop.end() if stop else len(data)


class Mark:
    """A piece of marked content, or (at the bottom) a whole stream."""
    __slots__ = ('tag', 'key', 'is_tagged', 'in_artifact', 'language', 'replacement', 'element')

    def __init__(self):
        self.tag = None
        self.key = None             # (owner, MCID) that text belongs to
        self.is_tagged = False
        self.in_artifact = False
        self.language = None
        self.replacement = False    # its text is given in words already
        self.element = None


class ContentCheck:
    """Walks the content of all pages."""

    def __init__(self, document, structure, fonts, report):
        self.structure = structure
        self.fonts = fonts
        self.report = report
        self.texts = {}             # (owner, MCID) to pieces of text, in the order of drawing
        self.artifacts = {}         # page to pieces of text
        self.seen = {}              # (owner, MCID) to where
        self.drawn_forms = set()
        self.walked_elsewhere = set()
        self.left = MAX_OPERATORS
        self.once = set()

    def _report_once(self, rule, where, detail=''):
        if (rule, where) not in self.once:
            self.once.add((rule, where))
            self.report(rule, where, detail)

    def check_page(self, page, where):
        owner = identity(page)
        parents = self.structure.page_parents(get_int(page, '/StructParents'))
        data = self._page_data(page)
        resources = _inherited(page, '/Resources')
        self._walk(data, resources, owner, parents, Mark(), where, (), True, owner)
        for annotation in get_array(page, '/Annots') or []:
            self._check_appearances(annotation, where, owner)

    @staticmethod
    def _page_data(page):
        contents = get(page, '/Contents')
        if is_stream(contents):
            return read_stream(contents)
        if is_array(contents):
            return b'\n'.join(read_stream(stream) for stream in contents if is_stream(stream))
        return b''

    def _check_appearances(self, annotation, where, page):
        """Only their glyphs: the annotation as a whole is judged elsewhere."""
        appearances = get_dict(annotation, '/AP')
        for kind in ('/N', '/D', '/R'):
            value = get(appearances, kind)
            streams = [value] if is_stream(value) else [get(value, key) for key in list(value.keys())] if is_dict(value) else []
            for stream in streams:
                if is_stream(stream):
                    mark = Mark()
                    self._walk(read_stream(stream), get_dict(stream, '/Resources'), None, [], mark,
                               where + ', annotation', (), False, page)

    def _walk(self, data, resources, owner, parents, bottom, where, nesting, judged, page):
        marks = [bottom]
        state = [None, 0]           # font, rendering mode
        saved = []
        for operator, operands in tokens(data):
            self.left -= 1
            if self.left < 0:
                raise Unreadable('The pages hold more than can be read.')
            if operator in _SHOW:
                self._show(operands, state, marks[-1], where, judged, page)
            elif operator == b'BDC' or operator == b'BMC':
                marks.append(self._open(operator, operands, resources, owner, parents, marks[-1], where, judged, page))
            elif operator == b'EMC':
                if len(marks) > 1:
                    marks.pop()
            elif operator == b'Tf':
                if len(operands) >= 2 and operands[-2][:1] == b'/':
                    state[0] = self.fonts.find(get(get_dict(resources, '/Font'), '/' + _decode_name(operands[-2])))
            elif operator == b'Tr':
                state[1] = int(operands[-1]) if operands and operands[-1].isdigit() else 0
            elif operator == b'q':
                if len(saved) < 10000:
                    saved.append(list(state))
            elif operator == b'Q':
                if saved:
                    state = saved.pop()
            elif operator == b'Do':
                self._draw(operands, resources, marks[-1], where, nesting, judged, page)
            elif operator == b'gs':
                self._set_graphics(operands, resources, state)
            elif operator != b'BI' and judged:
                self._judge_item(marks[-1], where, 'a drawing')

    def _set_graphics(self, operands, resources, state):
        if operands and operands[-1][:1] == b'/':
            font = get_array(get(get_dict(resources, '/ExtGState'), '/' + _decode_name(operands[-1])), '/Font')
            if font is not None and len(font):
                state[0] = self.fonts.find(font[0])

    def _judge_item(self, mark, where, what):
        if not mark.is_tagged and not mark.in_artifact:
            self._report_once('7.1-3', where, what)

    def _show(self, operands, state, mark, where, judged, page):
        font, mode = state
        if judged:
            self._judge_item(mark, where, 'text')
            if mark.language is None and not self.structure.has_language:
                self._report_once('7.2-34', where)
        if font is None:
            return
        for operand in operands:
            if type(operand) is _Text:
                font.use(bytes(operand), mode != INVISIBLE, where)
                if not mark.replacement and judged:
                    if mark.key is not None:
                        self.texts[mark.key].append(font.text(bytes(operand)))
                    else:
                        self.artifacts.setdefault(page, []).append(font.text(bytes(operand)))

    def _properties(self, operands, resources):
        """The property list of BDC as a dictionary from names to tokens or PDF objects."""
        if len(operands) < 2:
            return {}
        if operands[-1][:1] == b'/' and type(operands[-1]) is not _Text and operands[-1] != b'>>':
            found = get_dict(get_dict(resources, '/Properties'), '/' + _decode_name(operands[-1]))
            if found is None:
                return {}
            return {key: value for key, value in ((key, found.get(key)) for key in list(found.keys())[:64])}
        pairs, depth, key = {}, 0, None
        for token in operands[1:]:
            plain = type(token) is not _Text
            if plain and token in (b'<<', b'['):
                depth += 1
                key = None if depth > 1 else key
            elif plain and token in (b'>>', b']'):
                depth -= 1
            elif depth == 1:
                if key is None and plain and token[:1] == b'/':
                    key = '/' + _decode_name(token)
                elif key is not None:
                    pairs[key] = token
                    key = None
        return pairs

    @staticmethod
    def _string(value):
        if type(value) is _Text:
            return _decode_text(value)
        return text_of(value)

    @staticmethod
    def _number(value):
        if isinstance(value, bytes) and type(value) is not _Text:
            return int(value) if value.isdigit() else None
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def _open(self, operator, operands, resources, owner, parents, outer, where, judged, page):
        mark = Mark()
        properties = self._properties(operands, resources) if operator == b'BDC' else {}
        index = 0 if operator == b'BDC' else -1
        mark.tag = _decode_name(operands[index]) if operands and operands[index][:1] == b'/' else ''
        mark.key, mark.is_tagged = outer.key, outer.is_tagged
        mark.language, mark.replacement, mark.element = outer.language, outer.replacement, outer.element
        number = self._number(properties.get('/MCID'))
        if number is not None:
            self._enter(mark, owner, parents, number, where, judged)
        if judged:
            self._judge_mark(mark, outer, properties, where)
        mark.in_artifact = outer.in_artifact or mark.tag == 'Artifact'
        if mark.tag == 'Artifact':
            mark.key = None
        language = self._string(properties.get('/Lang'))
        if language is not None:
            mark.language = language
        words = self._string(properties.get('/ActualText'))
        if words is not None and not mark.replacement:
            mark.replacement = True
            if judged and mark.key is not None:
                self.texts[mark.key].append(words)
            elif judged:
                self.artifacts.setdefault(page, []).append(words)
        return mark

    def _enter(self, mark, owner, parents, number, where, judged):
        """Finds the structure element that marked content belongs to."""
        key = (owner, number)
        mark.key = key
        self.texts.setdefault(key, [])
        mark.is_tagged = False
        entry = parents[number] if number < len(parents) else None
        mark.element = self.structure.by_key.get(entry) if isinstance(entry, tuple) else None
        if mark.element is not None:
            mark.is_tagged = self.structure.leads_to_root(mark.element.dictionary)
            mark.language = mark.element.inherited_language() or mark.language
        elif is_dict(entry):
            mark.is_tagged = self.structure.leads_to_root(entry)
        elif entry is not None:
            mark.is_tagged = True  # an element that is not in the tree; WB-1 says so
        if not judged or key in self.seen:
            return
        self.seen[key] = where
        holders = self.structure.references.get(key, [])
        if entry is None:
            return
        if not holders:
            self.report('WB-1', '%s, content %d' % (where, number))
        elif mark.element is not None and mark.element not in holders:
            self.report('WB-4', '%s, content %d' % (where, number))

    def _judge_mark(self, mark, outer, properties, where):
        if mark.tag == 'Artifact' and outer.is_tagged:
            self._report_once('7.1-1', where)
        if outer.in_artifact and mark.is_tagged:
            self._report_once('7.1-2', where)
        language = self._string(properties.get('/Lang'))
        if language is not None and not LANGUAGE.match(language):
            self._report_once('7.2-29', where, repr(language))
        if mark.tag == 'Span' and language is None and mark.language is None and not self.structure.has_language:
            for key, rule in (('/ActualText', '7.2-30'), ('/Alt', '7.2-31'), ('/E', '7.2-32')):
                if self._string(properties.get(key)) is not None:
                    self._report_once(rule, where)

    def _draw(self, operands, resources, mark, where, nesting, judged, page):
        if not operands or operands[-1][:1] != b'/':
            return
        name = _decode_name(operands[-1])
        form = get(get_dict(resources, '/XObject'), '/' + name)
        if not is_stream(form):
            return
        kind = get_name(form, '/Subtype')
        if kind == 'Image' and judged:
            self._judge_item(mark, where, 'a picture')
        if kind != 'Form':
            return
        key = identity(form) or id(form)
        if key in nesting or len(nesting) > MAX_NESTING:
            raise Unreadable('A form object draws itself.')
        if get(form, '/Ref') is not None:
            self._report_once('7.20-1', where, name)
        number = get_int(form, '/StructParents')
        if number is not None:
            if key in self.drawn_forms:
                self._report_once('7.20-2', where, name)
                return
            self.drawn_forms.add(key)
        bottom = Mark()
        bottom.key, bottom.is_tagged, bottom.in_artifact = mark.key, mark.is_tagged, mark.in_artifact
        bottom.language, bottom.replacement, bottom.element = mark.language, mark.replacement, mark.element
        inner = get_dict(form, '/Resources')
        self._walk(read_stream(form), inner if inner is not None else resources, identity(form), self.structure.page_parents(number),
                   bottom, '%s, form object %s' % (where, name), nesting + (key,), judged, page)

    def finish(self):
        for key, elements in self.structure.references.items():
            if key not in self.seen:
                self.report('WB-2', elements[0].where, 'content %d' % key[1])


def _inherited(page, key):
    for _step in range(64):
        value = get(page, key)
        if value is not None:
            return value
        page = get_dict(page, '/Parent')
        if page is None:
            return None
    return None
