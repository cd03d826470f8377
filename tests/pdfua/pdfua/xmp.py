# SPDX-License-Identifier: GPL-3.0-or-later
"""XMP metadata, with the prefixes as they are written."""
import xml.parsers.expat

PDFUA = 'http://www.aiim.org/pdfua/ns/id/'
DC = 'http://purl.org/dc/elements/1.1/'
RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
XML = 'http://www.w3.org/XML/1998/namespace'

MAX_SIZE = 4 * 1024 * 1024


class XmpError(Exception):
    """The metadata cannot be read."""


class Xmp:
    """What the metadata say about the title and the standard."""

    def __init__(self, data):
        self.identification = {}    # of PDF/UA: name to (prefix, value)
        self.title = None           # None without dc:title
        self.lacks_language = False     # a text of which only the default is there, in no language
        self._languages = []
        self._spaces = [{'xml': XML}]
        self._path = []
        self._text = []
        if len(data) > MAX_SIZE:
            raise XmpError('too large')
        if b'<!DOCTYPE' in data or b'<!ENTITY' in data:
            raise XmpError('a document type is declared')
        parser = xml.parsers.expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text.append
        try:
            parser.Parse(data.strip(b'\0 \r\n\t'), True)
        except (xml.parsers.expat.ExpatError, ValueError, UnicodeError) as error:
            raise XmpError('not well-formed') from error

    def _split(self, name):
        prefix, _colon, local = name.rpartition(':')
        return self._spaces[-1].get(prefix, ''), prefix, local

    def _start(self, name, attributes):
        spaces = dict(self._spaces[-1])
        for key, value in attributes.items():
            if key == 'xmlns' or key.startswith('xmlns:'):
                spaces[key[6:]] = value
        self._spaces.append(spaces)
        space, prefix, local = self._split(name)
        self._path.append((space, local))
        if len(self._path) > 100:
            raise ValueError('too deep')
        del self._text[:]
        if space == PDFUA:
            self.identification[local] = (prefix, None)
        if (space, local) == (DC, 'title'):
            self.title = self.title or ''
        for key, value in attributes.items():
            if ':' not in key or key.startswith('xmlns'):
                continue
            of_space, of_prefix, of_local = self._split(key)
            if of_space == PDFUA:
                self.identification[of_local] = (of_prefix, value)
            elif (of_space, of_local) == (DC, 'title'):
                self.title = value
            elif (of_space, of_local) == (XML, 'lang') and (space, local) == (RDF, 'li'):
                self._languages.append(value)

    def _end(self, name):
        space, prefix, local = self._split(name)
        text = ''.join(self._text).strip()
        if space == PDFUA:
            self.identification[local] = (prefix, text)
        if (DC, 'title') in self._path and text and not self.title:
            self.title = text
        if (space, local) == (RDF, 'Alt'):
            self.lacks_language = self.lacks_language or set(self._languages) == {'x-default'}
            del self._languages[:]
        del self._text[:]
        self._path.pop()
        self._spaces.pop()
