# SPDX-License-Identifier: GPL-3.0-or-later
"""For each rule a change to the good document that breaks it and no other."""
import pikepdf
from pikepdf import Array, Dictionary, Name, String

import fontbuild
from fixtures import ASCII, LETTERS, TITLE, breaks


@breaks('5-1')
def _(b):
    b.xmp['identification'] = ''


@breaks('5-2')
def _(b):
    b.xmp['identification'] = '<pdfuaid:part>2</pdfuaid:part>'


@breaks('5-3')
def _(b):
    b.xmp.update(prefix='ua', identification='<ua:part>1</ua:part>')


def _second_prefix(name):
    return '<pdfuaid:part>1</pdfuaid:part><ua:{0} xmlns:ua="http://www.aiim.org/pdfua/ns/id/">2012</ua:{0}>'.format(name)


@breaks('5-4')
def _(b):
    b.xmp['identification'] = _second_prefix('amd')


@breaks('5-5')
def _(b):
    b.xmp['identification'] = _second_prefix('corr')


@breaks('6.1-1')
def _(b):
    b.header = b'%PDF-1.8'


@breaks('6.2-1')
def _(b):
    b.pdf.Root.MarkInfo.Marked = False


@breaks('7.1-1')
def _(b):
    b.mark(b.paragraph, b'/Artifact BMC 0 0 m 9 9 l S EMC')


@breaks('7.1-2')
def _(b):
    number = b.mark(b.paragraph, b'0 0 m 9 9 l S')
    b.content[number] = b'/Artifact BMC ' + b.content[number] + b' EMC'


@breaks('7.1-3')
def _(b):
    b.content.append(b'BT /F1 12 Tf (Lost) Tj ET')


@breaks('7.1-3')
def _(b):
    b.content.append(b'0 0 m 9 9 l S')


@breaks('7.1-3')
def _(b):
    b.resources.XObject.I1 = b.stream(b'\0', Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8,
                                      ColorSpace=Name.DeviceGray)
    b.content.append(b'/I1 Do')


@breaks('7.1-3')
def _(b):
    b.content.append(b'BI /W 1 /H 1 /BPC 8 /CS /G ID (EI) EI')


@breaks('7.1-4')
def _(b):
    b.pdf.Root.MarkInfo.Suspects = True


@breaks('7.1-5')
def _(b):
    b.paragraph.S = Name.Absatz


@breaks('7.1-6')
def _(b):
    b.root.RoleMap = Dictionary(P=Name.P)


@breaks('7.1-7')
def _(b):
    b.root.RoleMap = Dictionary(P=Name.Span)


@breaks('7.1-8')
def _(b):
    b.xmp = None


@breaks('7.1-9')
def _(b):
    b.xmp['title'] = ''


@breaks('7.1-10')
def _(b):
    del b.pdf.Root.ViewerPreferences


@breaks('7.1-11')
def _(b):
    # Without the tree nothing can be tagged: what is left is a page of decoration.
    del b.pdf.Root.StructTreeRoot
    del b.page.Annots
    b.content = [b'/Artifact BMC 0 0 m 9 9 l S EMC']


@breaks('7.1-12')
def _(b):
    del b.element('P', b.top).P


@breaks('7.2-2', language=False)
def _(b):
    b.add_bookmarks()


@breaks('7.2-3')
def _(b):
    b.text('P', b.table)


@breaks('7.2-4')
def _(b):
    b.text('TH', b.element('TR', b.top))


for _type, _rule in (('THead', '7.2-5'), ('TBody', '7.2-6'), ('TFoot', '7.2-7')):
    @breaks(_rule)
    def _(b, type_=_type):
        b.text('TH', b.element('TR', b.element(type_, b.top)))


@breaks('7.2-8')
def _(b):
    b.text('TH', b.top)


@breaks('7.2-9')
def _(b):
    b.text('TD', b.top)


@breaks('7.2-10')
def _(b):
    b.text('P', b.rows[0][0])


def _add_part(b, type_, cells=2):
    row = b.element('TR', b.element(type_, b.table))
    for _i in range(cells):
        b.text('TD', row)


@breaks('7.2-11')
def _(b):
    _add_part(b, 'THead')


@breaks('7.2-12')
def _(b):
    _add_part(b, 'TFoot')
    _add_part(b, 'TFoot')


@breaks('7.2-13')
def _(b):
    table = b.element('Table', b.top)
    b.text('TD', b.element('TR', b.element('TFoot', table)))


@breaks('7.2-14')
def _(b):
    table = b.element('Table', b.top)
    b.text('TD', b.element('TR', b.element('THead', table)))


@breaks('7.2-15')
def _(b):
    # The first cell of the second row reaches right into the one that hangs down from above.
    b.rows[0][1][1].A = Dictionary(O=Name.Table, RowSpan=2)
    b.rows[1][1][0].A = Dictionary(O=Name.Table, ColSpan=2)
    b.drop(b.rows[1][0], b.rows[1][1][1])
    b.top.K.append(b.rows[1][1][1])
    b.rows[1][1][1].S = Name.P
    b.rows[1][1][1].P = b.top


@breaks('7.2-16')
def _(b):
    kids = list(b.table.K)
    b.table.K = Array([kids[1], kids[0], kids[2]])


@breaks('7.2-17')
def _(b):
    b.text('LBody', b.element('LI', b.top))


@breaks('7.2-18')
def _(b):
    b.text('LBody', b.top)


@breaks('7.2-19')
def _(b):
    b.text('P', b.list)


@breaks('7.2-20')
def _(b):
    b.text('P', b.item)


def _speechless(b, **keys):
    """An element without language and without text of its own."""
    b.mark(b.element('Span', None, **keys), b'0 0 m 9 9 l S')


@breaks('7.2-21', language=False)
def _(b):
    _speechless(b, ActualText=String('Wort'))


@breaks('7.2-22', language=False)
def _(b):
    _speechless(b, Alt=String('Wort'))


@breaks('7.2-23', language=False)
def _(b):
    _speechless(b, E=String('Wort'))


@breaks('7.2-24', language=False)
def _(b):
    del b.objects[b.link.StructParent].Lang


@breaks('7.2-25', language=False)
def _(b):
    del b.objects[b.widget.StructParent].Lang


@breaks('7.2-26')
def _(b):
    b.text('TOCI', b.top)


@breaks('7.2-27')
def _(b):
    b.text('P', b.contents)


@breaks('7.2-28')
def _(b):
    b.text('Caption', b.contents)


@breaks('7.2-29')
def _(b):
    b.pdf.Root.Lang = String('deutsch_')


@breaks('7.2-29')
def _(b):
    b.paragraph.Lang = String('')


@breaks('7.2-29')
def _(b):
    b.mark(b.paragraph, b'/Span <</Lang (de_DE)>> BDC BT /F1 12 Tf (x) Tj ET EMC')


for _key, _rule in (('ActualText', '7.2-30'), ('Alt', '7.2-31'), ('E', '7.2-32')):
    @breaks(_rule, language=False)
    def _(b, key=_key):
        b.content.append(b'/Artifact BMC /Span <</%s (Wort)>> BDC 0 0 m 9 9 l S EMC EMC' % key.encode())


@breaks('7.2-33', language=False)
def _(b):
    b.xmp['title'] = TITLE.format('x-default')


@breaks('7.2-34', language=False)
def _(b):
    b.text('P', None)


for _part, _rule in (('head', '7.2-36'), ('tbody', '7.2-37')):
    @breaks(_rule)
    def _(b, part=_part):
        b.text('P', getattr(b, part))


@breaks('7.2-38')
def _(b):
    foot = b.element('TFoot', b.table)
    row = b.element('TR', foot)
    b.text('TD', row)
    b.text('TD', row)
    b.text('P', foot)


@breaks('7.2-39')
def _(b):
    b.text('Caption', b.table)


@breaks('7.2-40')
def _(b):
    b.text('Caption', b.list)


@breaks('7.2-41')
def _(b):
    b.rows[1][1][1].A = Dictionary(O=Name.Table, RowSpan=2)


@breaks('7.2-42')
def _(b):
    b.text('TD', b.rows[1][0])


@breaks('7.2-43')
def _(b):
    b.drop(b.rows[1][0], b.rows[1][1][1])
    b.rows[1][1][1].S = Name.P
    b.rows[1][1][1].P = b.top
    b.top.K.append(b.rows[1][1][1])


@breaks('7.3-1')
def _(b):
    del b.figure.Alt


def _drop_bookmarks(b):
    del b.pdf.Root.Outlines


@breaks('7.4.2-1')
def _(b):
    b.second.S = Name.H3


@breaks('7.4.2-1')
def _(b):
    _drop_bookmarks(b)
    b.text('H4', b.top)


def _without_numbered(b):
    b.heading.S = Name.P
    b.second.S = Name.P


@breaks('7.4.4-1')
def _(b):
    _without_numbered(b)
    b.text('H', b.top)
    b.text('H', b.top)


@breaks('7.4.4-2')
def _(b):
    b.text('H', b.top)


@breaks('7.4.4-3')
def _(b):
    _without_numbered(b)
    _drop_bookmarks(b)
    b.text('H', b.top)
    b.text('H1', b.top)


@breaks('7.5-1')
def _(b):
    for header in b.headers:
        del header.A


@breaks('7.5-2')
def _(b):
    for header in b.headers:
        del header.A
    b.rows[0][1][0].A = Dictionary(O=Name.Table, Headers=Array([String('gibt-es-nicht')]))


@breaks('7.7-1')
def _(b):
    del b.formula.Alt


@breaks('7.9-1')
def _(b):
    del b.notes[0].ID


@breaks('7.9-2')
def _(b):
    b.notes[1].ID = String('n1')


@breaks('7.10-1')
def _(b):
    del b.pdf.Root.OCProperties.D.Name


@breaks('7.10-2')
def _(b):
    b.pdf.Root.OCProperties.D.AS = Array()


@breaks('7.11-1')
def _(b):
    other = Dictionary(Type=Name.Filespec, F=String('b.csv'), EF=b.file.EF)
    b.pdf.Root.Names.EmbeddedFiles.Names.extend([String('b.csv'), b.pdf.make_indirect(other)])


@breaks('7.15-1')
def _(b):
    b.pdf.Root.AcroForm.XFA = b.stream(b'<config><dynamicRender>required</dynamicRender></config>')


@breaks('7.16-1')
def _(b):
    allow = pikepdf.Permissions(accessibility=False)
    b.save['encryption'] = pikepdf.Encryption(owner='x', user='', R=3, aes=False, metadata=False, allow=allow)


@breaks('7.18.1-1')
def _(b):
    b.objects[b.attachment.StructParent].S = Name.Span


@breaks('7.18.1-2')
def _(b):
    del b.attachment.Contents


@breaks('7.18.1-3')
def _(b):
    del b.widget.TU


@breaks('7.18.2-1')
def _(b):
    b.annotate('Annot', 'TrapNet', b.top, Contents=String('Fallen'))


@breaks('7.18.3-1')
def _(b):
    del b.page.Tabs


@breaks('7.18.4-1')
def _(b):
    b.objects[b.widget.StructParent].S = Name.Span


@breaks('7.18.4-2')
def _(b):
    b.mark(b.objects[b.widget.StructParent], b'0 0 m 9 9 l S')


@breaks('7.18.5-1')
def _(b):
    b.objects[b.link.StructParent].S = Name.Span


@breaks('7.18.5-2')
def _(b):
    del b.link.Contents
    b.objects[b.link.StructParent].Alt = String('Beispiel')


@breaks('7.18.6.2-1')
def _(b):
    del b.clip.CT


@breaks('7.18.6.2-2')
def _(b):
    b.clip.Alt = Array([String('de'), String('')])


@breaks('7.18.8-1')
def _(b):
    b.annotate('Annot', 'PrinterMark', b.top, Contents=String('Schnitt'))


@breaks('7.20-1')
def _(b):
    b.form.Ref = Dictionary(F=String('anders.pdf'))


@breaks('7.20-2')
def _(b):
    b.content.append(b'/X1 Do')


@breaks('7.21.3.1-1')
def _(b):
    b.fonts['F3'].Encoding.CIDSystemInfo.Ordering = String('Japan1')


@breaks('7.21.3.2-1')
def _(b):
    del b.fonts['F2'].DescendantFonts[0].CIDToGIDMap


@breaks('7.21.3.3-1')
def _(b):
    b.fonts['F2'].Encoding = Name('/Unbekannt-H')


@breaks('7.21.3.3-2')
def _(b):
    b.fonts['F3'].Encoding.WMode = 1


@breaks('7.21.3.3-3')
def _(b):
    b.fonts['F3'].Encoding.UseCMap = Name('/Unbekannt-H')


@breaks('7.21.4.1-1')
def _(b):
    del b.fonts['F1'].FontDescriptor.FontFile2


@breaks('7.21.4.1-2')
def _(b):
    b.fonts['F2'].ToUnicode = b._to_unicode(1, LETTERS * 4)
    b.mark(b.paragraph, b'BT /F2 12 Tf <0010> Tj ET')


@breaks('7.21.4.2-1')
def _(b):
    b.fonts['F4'].FontDescriptor.CharSet = String('/A/B/C/D')


@breaks('7.21.4.2-2')
def _(b):
    b.fonts['F3'].DescendantFonts[0].FontDescriptor.CIDSet = b.stream(b'\xf0')


@breaks('7.21.5-1')
def _(b):
    b.fonts['F1'].Widths[ord('T') - 32] = 500


@breaks('7.21.5-1')
def _(b):
    b.fonts['F3'].DescendantFonts[0].DW = 700


@breaks('7.21.5-1')
def _(b):
    b.fonts['F4'].Widths[0] = 598


@breaks('7.21.6-1')
def _(b):
    b.set_font_program('F1', fontbuild.truetype(ASCII, maps=((3, 0),)))


@breaks('7.21.6-2')
def _(b):
    b.fonts['F1'].Encoding = Name.StandardEncoding


@breaks('7.21.6-2')
def _(b):
    b.fonts['F1'].Encoding = Dictionary(BaseEncoding=Name.WinAnsiEncoding, Differences=Array([1, Name('/g17')]))


@breaks('7.21.6-3')
def _(b):
    b.fonts['F5'].Encoding = Name.WinAnsiEncoding


@breaks('7.21.6-4')
def _(b):
    b.set_font_program('F5', fontbuild.truetype(LETTERS, maps=((3, 1), (1, 0))))


@breaks('7.21.7-1')
def _(b):
    del b.fonts['F5'].ToUnicode


@breaks('7.21.7-2')
def _(b):
    b.fonts['F2'].ToUnicode = b._to_unicode(1, 'A\ufeffCDE')


@breaks('7.21.8-1')
def _(b):
    b.fonts['F2'].ToUnicode = b._to_unicode(0, ' ABCDE')
    b.mark(b.paragraph, b'BT /F2 12 Tf <0000> Tj ET')


# Rules of our own.

@breaks('WB-0')
def _(b):
    b.fonts['F3'].DescendantFonts[0].FontDescriptor.FontFile3 = b.stream(b'\1\0\4\4', Subtype=Name.CIDFontType0C)


@breaks('WB-1')
def _(b):
    b.paragraph.K = Array()


@breaks('WB-2')
def _(b):
    b.paragraph.K.append(777)


@breaks('WB-3')
def _(b):
    b.body.K.append(b.paragraph.K[0])


@breaks('WB-4')
def _(b):
    b.parents[int(b.paragraph.K[0])] = b.body


@breaks('WB-5')
def _(b):
    b.pdf.docinfo.Title = String('Anders')


@breaks('WB-6')
def _(b):
    b.pdf.Root.Outlines.First.Title = String('Anders')


@breaks('WB-7')
def _(b):
    b.link.A = Dictionary(S=Name.GoTo, D=String('gibt-es-nicht'))


@breaks('WB-8')
def _(b):
    b.element('L', b.top)


@breaks('WB-9')
def _(b):
    b.figure.Alt = String('  ')


@breaks('WB-10')
def _(b):
    del b.pdf.Root.PageLabels


@breaks('WB-10')
def _(b):
    b.pdf.Root.PageLabels.Nums[1].St = 2


@breaks('WB-10')
def _(b):
    b.pdf.Root.PageLabels.Nums[1].S = Name.r


@breaks('WB-10')
def _(b):
    b.pdf.Root.PageLabels.Nums[0] = 1


@breaks('WB-10')
def _(b):
    # A slide without label.
    b.content[-1] = b'/Artifact BMC BT /F1 12 Tf (1 / 1) Tj ET EMC'
    del b.pdf.Root.PageLabels.Nums[1].S
