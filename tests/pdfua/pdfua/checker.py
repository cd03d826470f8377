# SPDX-License-Identifier: GPL-3.0-or-later
"""One document, all rules."""
import itertools
import re

import pikepdf

from .annotations import AnnotationCheck
from .content import ContentCheck
from .fonts import FontCheck
from .labels import page_labels, printed_number
from .objects import (Unreadable, get, get_array, get_dict, get_int, get_name, get_text, identity, is_array, is_dict, is_stream,
                      read_stream)
from .rules import OWN_RULES, RULES
from .structure import LANGUAGE, Structure
from .xmp import Xmp, XmpError

MAX_FINDINGS = 25   # of one rule that are told one by one
MAX_PAGES = 20000
MAX_BOOKMARKS = 100000


class NotPdf(Exception):
    """The file is no PDF, or none that can be opened; the text is a plain sentence."""


class Finding:
    """A rule that is broken, and where."""
    __slots__ = ('rule', 'where', 'text')

    def __init__(self, rule, where, text):
        self.rule, self.where, self.text = rule, where, text

    def __str__(self):
        return '\t'.join(re.sub(r'[\0-\x1f\x7f]+', ' ', part) for part in (self.rule, self.where, self.text))


class Checker:
    """Opens a document and judges it; afterwards .findings, .structure and .texts say what was found."""

    def __init__(self, path):
        self.findings = []
        self.counts = {}
        self.texts = {}
        self.artifacts = {}
        self.bookmarks = []
        self.structure = None
        self.annotations = None
        self.path = path
        try:
            self.document = pikepdf.open(path, suppress_warnings=True)
            self.pages = [page.obj if hasattr(page, 'obj') else page for page in self.document.pages][:MAX_PAGES]
            self.catalog = self.document.Root
        except (pikepdf.PdfError, pikepdf.PasswordError, OSError, RuntimeError, ValueError, TypeError, KeyError,
                AttributeError, MemoryError) as error:
            raise NotPdf('This is not a PDF that can be opened.') from error

    def report(self, rule, where, detail=''):
        self.counts[rule] = self.counts.get(rule, 0) + 1
        if self.counts[rule] <= MAX_FINDINGS:
            text = RULES.get(rule) or OWN_RULES[rule]
            self.findings.append(Finding(rule, where, text[:-1] + ': ' + detail + '.' if detail else text))

    def run(self):
        """Each part on its own: what cannot be read there is a finding, and the others go on."""
        for part in (self._check_header, self._check_catalog, self._check_metadata, self._check_layers, self._read_structure,
                     self._check_pages, self._check_labels, self._check_bookmarks):
            try:
                part()
            except Unreadable as error:
                self.report('WB-0', part.__name__.split('_')[-1], str(error).rstrip('.'))
            except (pikepdf.PdfError, RuntimeError, ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError,
                    ZeroDivisionError, NotImplementedError, MemoryError, UnicodeError) as error:
                self.report('WB-0', part.__name__.split('_')[-1], type(error).__name__)
        for rule, count in self.counts.items():
            if count > MAX_FINDINGS:
                self.findings.append(Finding(rule, 'document', '%d times in all.' % count))
        return self.findings

    def _check_header(self):
        with open(self.path, 'rb') as stream:
            head = stream.read(64)
        if not re.match(rb'%PDF-1\.[0-7](\r\n|\r|\n)', head):
            self.report('6.1-1', 'document')
        if self.document.is_encrypted:
            permissions = get_int(get_dict(self.document.trailer, '/Encrypt'), '/P')
            if permissions is None or not permissions & 512:
                self.report('7.16-1', 'document')

    def _check_catalog(self):
        catalog = self.catalog
        if get(get_dict(catalog, '/MarkInfo'), '/Marked') is not True:
            self.report('6.2-1', 'document')
        if get(get_dict(catalog, '/MarkInfo'), '/Suspects') is True:
            self.report('7.1-4', 'document')
        if get(get_dict(catalog, '/ViewerPreferences'), '/DisplayDocTitle') is not True:
            self.report('7.1-10', 'document')
        if get_dict(catalog, '/StructTreeRoot') is None:
            self.report('7.1-11', 'document')
        language = get_text(catalog, '/Lang')
        if language is not None and not LANGUAGE.match(language):
            self.report('7.2-29', 'document', repr(language))
        self._check_form(get_dict(catalog, '/AcroForm'))

    def _check_form(self, form):
        xfa = get(form, '/XFA')
        parts = [xfa] if is_stream(xfa) else [part for part in xfa if is_stream(part)] if is_array(xfa) else []
        if any(re.search(rb'dynamicRender\s*>\s*required', read_stream(part)) for part in parts):
            self.report('7.15-1', 'document')

    def _check_metadata(self):
        stream = get(self.catalog, '/Metadata')
        if not is_stream(stream) or get_name(stream, '/Type') != 'Metadata' or get_name(stream, '/Subtype') != 'XML':
            self.report('7.1-8', 'document')
        if not is_stream(stream):
            return
        try:
            xmp = Xmp(read_stream(stream))
        except XmpError as error:
            self.report('WB-0', 'metadata', str(error))
            return
        if not xmp.identification:
            self.report('5-1', 'metadata')
        else:
            if xmp.identification.get('part', ('', ''))[1] != '1':
                self.report('5-2', 'metadata')
            for name, rule in (('part', '5-3'), ('amd', '5-4'), ('corr', '5-5')):
                if xmp.identification.get(name, ('pdfuaid', ''))[0] != 'pdfuaid':
                    self.report(rule, 'metadata')
        if xmp.title is None:
            self.report('7.1-9', 'metadata')
        else:
            said = get_text(get_dict(self.document.trailer, '/Info'), '/Title')
            if not xmp.title.strip() or (said is not None and ' '.join(said.split()) != ' '.join(xmp.title.split())):
                self.report('WB-5', 'metadata')
        if xmp.lacks_language and get(self.catalog, '/Lang') is None:
            self.report('7.2-33', 'metadata')

    def _check_layers(self):
        layers = get_dict(self.catalog, '/OCProperties')
        configurations = [get(layers, '/D')] + list(get_array(layers, '/Configs') or [])[:1000]
        for configuration in configurations:
            if not is_dict(configuration):
                continue
            if not get_text(configuration, '/Name'):
                self.report('7.10-1', 'document')
            if get(configuration, '/AS') is not None:
                self.report('7.10-2', 'document')

    def _read_structure(self):
        self.structure = Structure(self.catalog, self.report)
        self.structure.check()

    def _check_pages(self):
        structure = self.structure or Structure({}, self.report)
        fonts = FontCheck(self.report)
        content = ContentCheck(self.document, structure, fonts, self.report)
        annotations = AnnotationCheck(self.document, structure, self.report)
        self.texts, self.artifacts = content.texts, content.artifacts
        for number, page in enumerate(self.pages):
            content.check_page(page, 'page %d' % (number + 1))
            annotations.check_page(page, 'page %d' % (number + 1))
        content.finish()
        fonts.finish()
        annotations.check_document(self.catalog)
        self.annotations = annotations

    def _check_labels(self):
        labels = page_labels(self.catalog, len(self.pages))
        if labels is None:
            self.report('WB-10', 'document', 'there are none')
            return
        for number, (page, label) in enumerate(zip(self.pages, labels), 1):
            printed = printed_number(''.join(self.artifacts.get(identity(page), [])), len(self.pages))
            if label != printed if printed is not None else not label:
                self.report('WB-10', 'page %d' % number, '%r and %r' % (label, printed))

    def _check_bookmarks(self):
        outlines = get_dict(self.catalog, '/Outlines')
        stack = [(get_dict(outlines, '/First'), 1)]
        seen = set()
        while stack:
            item, level = stack.pop()
            key = identity(item) if item is not None else None
            if item is None or key in seen:
                continue
            seen.add(key)
            if len(seen) > MAX_BOOKMARKS:
                raise Unreadable('There are too many bookmarks.')
            self.bookmarks.append((level, ' '.join((get_text(item, '/Title') or '').split())))
            if get(item, '/Dest') is not None and not self.annotations.leads_somewhere(get(item, '/Dest')):
                self.report('WB-7', 'bookmark %d' % len(self.bookmarks))
            stack.append((get_dict(item, '/Next'), level))
            stack.append((get_dict(item, '/First'), level + 1))
        if not self.bookmarks:
            return
        if get(self.catalog, '/Lang') is None:
            self.report('7.2-2', 'bookmarks')
        self._compare_with_headings()

    def _compare_with_headings(self):
        headings = _without_continued(self.headings())
        if not headings:
            return
        for number, (bookmark, heading) in enumerate(itertools.zip_longest(self.bookmarks, headings), 1):
            # A line to write on stands in the bookmark as what it is for.
            if (bookmark is None or heading is None
                    or (heading[2] is False and _squeeze(bookmark[1]) != _squeeze(heading[1]))):
                self.report('WB-6', 'bookmark %d' % number, '%r and %r' % (bookmark and bookmark[1], heading and heading[1]))
                return

    # For the tests of whole documents.

    def text_of(self, element):
        """The text of an element with everything below it, in reading order; what is said to stand for it where there is such."""
        replacement = get_text(element.dictionary, '/ActualText')
        if replacement is not None:
            return replacement
        parts = []
        for item in element.items:
            if isinstance(item, tuple):
                parts.append(''.join(self.texts.get(item, [])))
            elif hasattr(item, 'items') and hasattr(item, 'standard'):
                parts.append(self.text_of(item))
        return ''.join(parts)

    def headings(self):
        """(level, text, does it hold a figure?) of each."""
        return [(int(element.standard[1]), ' '.join(self.text_of(element).split()), any(kid.standard == 'Figure' for kid in element.kids))
                for element in self.structure.elements if element.standard and re.fullmatch('H[1-6]', element.standard)]


def _squeeze(text):
    return re.sub(r'[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f]+', '', text)


def _goes_on(before, text):
    """Whether @text is the heading @before on a further page: "Ziele (2)", or "Ziele und … (2)" of a very long one."""
    found = re.fullmatch(r'(.*?)(…?)\([0-9]+\)', _squeeze(text))
    return bool(found) and (_squeeze(before).startswith(found[1]) if found[2] else _squeeze(before) == found[1])


def _without_continued(headings):
    """A heading that goes on needs no bookmark of its own."""
    kept = []
    for level, text, has_figure in headings:
        if not kept or not _goes_on(kept[-1][1], text):
            kept.append((level, text, has_figure))
    return kept
