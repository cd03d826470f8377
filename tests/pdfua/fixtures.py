# SPDX-License-Identifier: GPL-3.0-or-later
"""A small document with one of everything that the rules speak of, and for each rule a way to break just that one."""
import io

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

import fontbuild

ASCII = ''.join(map(chr, range(32, 127)))
LETTERS = 'ABCDE'
XMP = '''<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:{prefix}="http://www.aiim.org/pdfua/ns/id/">
{title}{identification}</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>'''
TITLE = '<dc:title><rdf:Alt><rdf:li xml:lang="{}">Test</rdf:li></rdf:Alt></dc:title>'


class Builder:
    """A document in the making. @language: in the catalogue (True), or only at the top structure elements."""

    def __init__(self, language=True):
        self.pdf = pikepdf.new()
        self.language = language
        self.content = []           # pieces of the page's content
        self.parents = Array()      # the page's part of the parent tree
        self.objects = {}           # StructParent to structure element
        self.fonts = {}
        self.xmp = {'prefix': 'pdfuaid', 'title': TITLE.format('x-default' if language else 'de-DE'),
                    'identification': '<{0}:part>1</{0}:part>'.format('pdfuaid')}
        self.save = {}
        self.header = None
        self.page = self.pdf.make_indirect(Dictionary(Type=Name.Page, MediaBox=Array([0, 0, 400, 600]), Tabs=Name.S, StructParents=0))
        self.root = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array()))
        self.page.Annots = Array()
        self.resources = Dictionary(Font=Dictionary(), XObject=Dictionary())
        self._add_fonts()
        self._add_catalog()
        self._compose()

    # Parts.

    def element(self, type_, parent=None, **keys):
        element = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name('/' + type_), K=Array(), **keys))
        target = self.root if parent is None else parent
        element.P = target
        element.Pg = self.page
        target.K.append(element)
        return element

    def mark(self, element, content):
        """Puts content of an element on the page; returns the number of the piece."""
        number = len(self.parents)
        self.parents.append(element)
        element.K.append(number)
        self.content.append(b'/%s <</MCID %d>> BDC %s EMC' % (bytes(element.S)[1:], number, content))
        return len(self.content) - 1

    def text(self, type_, parent, words='Text', font='F1', **keys):
        element = self.element(type_, parent, **keys)
        element_words = words if isinstance(words, bytes) else b'(' + words.encode() + b')'
        self.mark(element, b'BT /%s 12 Tf %s Tj ET' % (font.encode(), element_words))
        return element

    def annotate(self, type_, subtype, parent, **keys):
        """An annotation with a structure element of its own; TYPE_ None: without."""
        annotation = self.pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name('/' + subtype), Rect=Array([10, 10, 60, 30]), **keys))
        self.page.Annots.append(annotation)
        if type_ is not None:
            element = self.element(type_, parent)
            if not self.language:
                element.Lang = String('de-DE')
            element.K.append(Dictionary(Type=Name.OBJR, Obj=annotation))
            number = 1 + len(self.objects)
            annotation.StructParent = number
            self.objects[number] = element
        return annotation

    def stream(self, data, **keys):
        return self.pdf.make_indirect(Stream(self.pdf, data, **keys))

    def _to_unicode(self, first, characters, size=2):
        lines = b''.join(b'<%0*X> <%04X>\n' % (2 * size, first + i, ord(character)) for i, character in enumerate(characters))
        return self.stream(b'begincmap\n1 begincodespacerange\n<%s> <%s>\nendcodespacerange\n%d beginbfchar\n%sendbfchar\nendcmap' % (
            b'00' * size, b'FF' * size, len(characters), lines))

    def _descriptor(self, name, flags, key, data, **more):
        descriptor = Dictionary(Type=Name.FontDescriptor, FontName=Name('/' + name), Flags=flags, FontBBox=Array([0, 0, 600, 700]),
                                ItalicAngle=0, Ascent=800, Descent=-200, CapHeight=700, StemV=80)
        descriptor['/' + key] = self.stream(data, **more)
        return self.pdf.make_indirect(descriptor)

    def _add_fonts(self):
        width = fontbuild.WIDTH
        self.fonts['F1'] = Dictionary(
            Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name('/AAAAAA+Test'), Encoding=Name.WinAnsiEncoding, FirstChar=32,
            LastChar=126, Widths=Array([width] * 95),
            FontDescriptor=self._descriptor('AAAAAA+Test', 32, 'FontFile2', fontbuild.truetype(ASCII)))
        self.fonts['F2'] = self._composite('CIDFontType2', 'FontFile2', fontbuild.truetype(LETTERS), {})
        self.fonts['F2'].DescendantFonts[0].CIDToGIDMap = Name.Identity
        self.fonts['F3'] = self._composite('CIDFontType0', 'FontFile3', fontbuild.cff(len(LETTERS)), {'Subtype': Name.CIDFontType0C})
        self.fonts['F3'].DescendantFonts[0].FontDescriptor.CIDSet = self.stream(b'\xfc')
        self.fonts['F3'].Encoding = self.stream(
            b'/WMode 0 def\nbegincmap\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n1 begincidrange\n<0001> <00FF> 1\n'
            b'endcidrange\nendcmap', Type=Name.CMap, CMapName=Name('/Own'), WMode=0, CIDSystemInfo=self._system())
        program, first, second = fontbuild.type1(list(LETTERS))
        self.fonts['F4'] = Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name('/AAAAAA+Test'), Encoding=Name.WinAnsiEncoding, FirstChar=65, LastChar=69,
            Widths=Array([width] * 5), FontDescriptor=self._descriptor('AAAAAA+Test', 32, 'FontFile', program, Length1=first,
                                                                       Length2=second, Length3=0))
        self.fonts['F4'].FontDescriptor.CharSet = String('/A/B/C/D/E')
        self.fonts['F5'] = Dictionary(
            Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name('/AAAAAA+Test'), FirstChar=65, LastChar=69, Widths=Array([width] * 5),
            ToUnicode=self._to_unicode(65, LETTERS, 1),
            FontDescriptor=self._descriptor('AAAAAA+Test', 4, 'FontFile2', fontbuild.truetype(LETTERS, maps=((3, 0),))))
        for name, font in self.fonts.items():
            self.fonts[name] = self.resources.Font['/' + name] = self.pdf.make_indirect(font)

    @staticmethod
    def _system(ordering='Identity'):
        return Dictionary(Registry=String('Adobe'), Ordering=String(ordering), Supplement=0)

    def _composite(self, subtype, key, program, more):
        descendant = self.pdf.make_indirect(Dictionary(
            Type=Name.Font, Subtype=Name('/' + subtype), BaseFont=Name('/AAAAAA+Test'), CIDSystemInfo=self._system(),
            DW=fontbuild.WIDTH, FontDescriptor=self._descriptor('AAAAAA+Test', 4, key, program, **more)))
        return Dictionary(Type=Name.Font, Subtype=Name.Type0, BaseFont=Name('/AAAAAA+Test'), Encoding=Name('/Identity-H'),
                          DescendantFonts=Array([descendant]), ToUnicode=self._to_unicode(1, LETTERS))

    def _add_catalog(self):
        root = self.pdf.Root
        root.MarkInfo = Dictionary(Marked=True)
        root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        root.StructTreeRoot = self.root
        if self.language:
            root.Lang = String('de-DE')
        layer = self.pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String('Ebene')))
        root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(Name=String('Standard'), Order=Array([layer])))
        self.file = self.pdf.make_indirect(Dictionary(Type=Name.Filespec, F=String('a.csv'), UF=String('a.csv'),
                                                      EF=Dictionary(F=self.stream(b'a;b', Type=Name.EmbeddedFile))))
        root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([String('a.csv'), self.file])))
        root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))
        self.pdf.docinfo.Title = String('Test')

    def add_bookmarks(self):
        items = [self.pdf.make_indirect(Dictionary(Title=String(title), Dest=Array([self.page, Name.Fit])))
                 for title in ('Titel', 'Abschnitt')]
        root = self.pdf.make_indirect(Dictionary(Type=Name.Outlines, First=items[0], Last=items[0], Count=2))
        items[0].First = items[0].Last = items[1]
        items[0].Parent, items[1].Parent = root, items[0]
        self.pdf.Root.Outlines = root

    def _compose(self):
        top = self.top = self.element('Document')
        if not self.language:
            top.Lang = String('de-DE')
        self.heading = self.text('H1', top, 'Titel')
        self.second = self.text('H2', top, 'Abschnitt')
        self.paragraph = self.text('P', top)
        self.letters = {name: self.text('P', top, words, font) for name, words, font in (
            ('F2', b'<00010002>', 'F2'), ('F3', b'<00010002>', 'F3'), ('F4', b'(AB)', 'F4'), ('F5', b'(AB)', 'F5'))}
        self._compose_blocks(top)
        self._compose_annotations(top)
        self._compose_form(top)
        self.content.append(b'/Artifact BMC 0 0 m 10 10 l S EMC')
        if self.language:
            self.add_bookmarks()
            self.content.append(b'/Artifact BMC BT /F1 12 Tf (Seite 1 von 1) Tj ET EMC')

    def _compose_blocks(self, top):
        self.list = self.element('L', top)
        self.item = self.element('LI', self.list)
        self.text('Lbl', self.item, '1.')
        self.body = self.text('LBody', self.item)
        self.contents = self.element('TOC', top)
        self.text('TOCI', self.contents)
        self.table = self.element('Table', top)
        self.caption = self.text('Caption', self.table)
        head = self.head = self.element('THead', self.table)
        row = self.head_row = self.element('TR', head)
        scope = Dictionary(O=Name.Table, Scope=Name.Column)
        self.headers = [self.text('TH', row, A=scope), self.text('TH', row, A=scope)]
        self.tbody = self.element('TBody', self.table)
        self.rows = []
        for _i in range(2):
            row = self.element('TR', self.tbody)
            self.rows.append((row, [self.text('TD', row), self.text('TD', row)]))
        self.figure = self.element('Figure', top, Alt=String('Ein Strich'))
        self.mark(self.figure, b'0 0 m 9 9 l S')
        self.formula = self.element('Formula', top, Alt=String('a gleich b'))
        self.mark(self.formula, b'0 0 m 9 9 l S')
        self.notes = [self.text('Note', top, ID=String('n1')), self.text('Note', top, ID=String('n2'))]

    def _compose_annotations(self, top):
        action = Dictionary(S=Name.URI, URI=String('https://beispiel.invalid/'))
        self.link = self.annotate('Link', 'Link', top, Contents=String('Beispiel'), A=action)
        field = {'FT': Name.Tx, 'T': String('feld'), 'TU': String('Ihr Name'), 'F': 4}
        self.widget = self.annotate('Form', 'Widget', top, **field)
        self.pdf.Root.AcroForm = Dictionary(Fields=Array([self.widget]))
        self.attachment = self.annotate('Annot', 'FileAttachment', top, Contents=String('Daten'), FS=self.file)
        self.clip = self.pdf.make_indirect(Dictionary(S=Name.MCD, CT=String('audio/wav'), D=self.file,
                                                      Alt=Array([String('de'), String('Ton')])))
        self.annotate('Annot', 'Screen', top, Contents=String('Ton'),
                      A=Dictionary(S=Name.Rendition, OP=0, R=Dictionary(S=Name.MR, C=self.clip)))

    def _compose_form(self, top):
        element = self.element('P', top)
        form = self.form = self.stream(b'/P <</MCID 0>> BDC BT /F1 12 Tf (Form) Tj ET EMC', Type=Name.XObject, Subtype=Name.Form,
                                       BBox=Array([0, 0, 9, 9]), StructParents=900, Resources=self.resources)
        element.K.append(Dictionary(Type=Name.MCR, Pg=self.page, Stm=form, MCID=0))
        self.form_parents = Array([element])
        self.resources.XObject.X1 = form
        self.content.append(b'/X1 Do')

    # The end.

    def set_font_program(self, name, data):
        self.fonts[name].FontDescriptor.FontFile2 = self.stream(data)

    def drop(self, parent, kid):
        kids = [item for item in parent.K if not (isinstance(item, Dictionary) and item.objgen == kid.objgen)]
        parent.K = Array(kids)

    def write(self, path):
        pdf = self.pdf
        numbers = Array([0, self.parents])
        for number, element in self.objects.items():
            numbers.extend([number, element])
        numbers.extend([900, self.form_parents])
        if '/ParentTree' not in self.root:
            self.root.ParentTree = Dictionary(Nums=numbers)
        if self.xmp is not None:
            pdf.Root.Metadata = self.stream(XMP.format(**self.xmp).encode(), Type=Name.Metadata, Subtype=Name.XML)
        self.page.Resources = self.resources
        self.page.Contents = self.stream(b'\n'.join(self.content))
        pdf.pages.append(pikepdf.Page(self.page))
        out = io.BytesIO()
        pdf.save(out, **self.save)
        data = out.getvalue()
        if self.header is not None:
            data = self.header + data[data.index(b'\n'):]
        with open(path, 'wb') as stream:
            stream.write(data)


BREAKS = {}     # rule to (language in the catalogue?, function)


def breaks(rule, language=True):
    def keep(function):
        BREAKS.setdefault(rule, []).append((language, function))
        return function
    return keep


def write_good(path, language=True):
    Builder(language).write(path)


def write_broken(path, language, function):
    builder = Builder(language)
    function(builder)
    builder.write(path)


import mutations  # noqa: E402,F401  (fills BREAKS)
