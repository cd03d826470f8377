# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads OpenDocument files without a line of the program: what a package must hold, which names must lead somewhere, the text in order."""

import re
import struct
import zipfile
import xml.etree.ElementTree as ET

URN = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = {
    "office": URN + "office:1.0", "style": URN + "style:1.0", "text": URN + "text:1.0", "table": URN + "table:1.0",
    "draw": URN + "drawing:1.0", "presentation": URN + "presentation:1.0", "number": URN + "datastyle:1.0",
    "fo": URN + "xsl-fo-compatible:1.0", "svg": URN + "svg-compatible:1.0", "meta": URN + "meta:1.0",
    "config": URN + "config:1.0", "dc": "http://purl.org/dc/elements/1.1/", "xlink": "http://www.w3.org/1999/xlink", "manifest": URN + "manifest:1.0",
}
TYPES = {".odt": "application/vnd.oasis.opendocument.text", ".ods": "application/vnd.oasis.opendocument.spreadsheet",
         ".odp": "application/vnd.oasis.opendocument.presentation"}
# The picture of a letterhead is whoever's: never handed on but as dots.
LETTERHEAD = "Pictures/letterhead.png"

# Attributes that name a style, and the families it may be of.
REFERENCES = {
    "text:style-name": ("paragraph", "text", "section", "list"), "table:style-name": ("table", "table-column", "table-row", "table-cell"),
    "draw:style-name": ("graphic", "drawing-page"), "presentation:style-name": ("presentation",), "draw:text-style-name": ("paragraph",),
    "table:default-cell-style-name": ("table-cell",), "style:data-style-name": ("data",), "text:visited-style-name": ("text",),
    "style:page-layout-name": ("page-layout",), "draw:master-page-name": ("master-page",), "style:master-page-name": ("master-page",),
    "presentation:presentation-page-layout-name": ("presentation-page-layout",), "style:next-style-name": ("paragraph", "presentation"),
    "style:list-style-name": ("list",), "text:citation-style-name": ("text",), "text:citation-body-style-name": ("text",),
    "text:default-style-name": ("paragraph",), "style:font-name": ("font",),
}


def name(qualified):
    prefix, local = qualified.split(":")
    return f"{{{SPACES[prefix]}}}{local}"


def short(tag):
    space, local = tag[1:].split("}")
    return next(prefix for prefix, urn in SPACES.items() if urn == space) + ":" + local


def expect(condition, what):
    if not condition:
        raise AssertionError(what)


class Document:
    """A package with its parts parsed; wrong ones do not come to life."""

    def __init__(self, path):
        self.path = path
        self.media_type = TYPES[path.suffix]
        self.check_first_entry()
        with zipfile.ZipFile(path) as archive:
            expect(archive.testzip() is None, "a part is damaged")
            self.infos = archive.infolist()
            self.parts = {info.filename: archive.read(info) for info in self.infos}
        expect(len(self.parts) == len(self.infos), "a part is there twice")
        self.xml = {part: ET.fromstring(data) for part, data in self.parts.items() if part.endswith(".xml")}
        self.content = self.xml["content.xml"]
        self.body = self.content.find(name("office:body"))[0]

    def check_first_entry(self):
        """The kind of file stands at a fixed place: stored as it is, and no extra field before it."""
        data = self.path.read_bytes()
        signature, _, flags, method, _, _, _, size, _, length, extra = struct.unpack("<4s5H3I2H", data[:30])
        expect(signature == b"PK\3\4" and data[30:38] == b"mimetype" and length == 8, "mimetype is not the first part")
        expect(method == 0 and extra == 0 and flags & 0x9 == 0, "mimetype is compressed, encrypted or has an extra field")
        expect(data[38:38 + size] == self.media_type.encode(), "wrong media type")

    def check(self):
        self.check_manifest()
        self.check_versions()
        self.check_styles()
        self.check_names()
        self.check_frames()
        self.check_tables()
        self.check_headings()

    def check_manifest(self):
        root = self.xml["META-INF/manifest.xml"]
        entries = {entry.get(name("manifest:full-path")): entry.get(name("manifest:media-type")) for entry in root}
        expect(root.get(name("manifest:version")) == "1.3", "the manifest has no version")
        expect(entries.pop("/") == self.media_type, "the manifest says something else than mimetype")
        expect(set(entries) == set(self.parts) - {"mimetype", "META-INF/manifest.xml"}, f"the manifest is not complete: {entries}")
        expect(all(entries.values()), "a part without media type")

    def check_versions(self):
        for part, root in self.xml.items():
            if part != "META-INF/manifest.xml":
                expect(root.get(name("office:version")) == "1.3", f"{part}: no version 1.3")
        language = self.xml["meta.xml"].find(f".//{name('dc:language')}")
        expect(language is not None and language.text == "de-DE", "no language")
        title = self.xml["meta.xml"].find(f".//{name('dc:title')}")
        expect(title is not None and title.text, "no title")
        languages = {p.get(name("fo:language")) for p in self.xml["styles.xml"].iter(name("style:text-properties"))} - {None}
        expect(languages == {"de"}, f"languages {languages}")

    def collect_styles(self, root):
        for element in root.iter():
            own = element.get(name("style:name"))
            if own is None:
                continue
            tag = short(element.tag)
            kind = {"style:style": element.get(name("style:family")), "text:list-style": "list", "style:page-layout": "page-layout",
                    "style:master-page": "master-page", "style:presentation-page-layout": "presentation-page-layout",
                    "style:font-face": "font"}.get(tag, "data" if tag.startswith("number:") else tag)
            yield kind, own

    def check_styles(self):
        common = list(self.collect_styles(self.xml["styles.xml"]))
        own = list(self.collect_styles(self.content))
        for styles in (common, own):
            twice = {style for style in styles if styles.count(style) > 1} if len(styles) < 2000 else set()
            expect(not twice, f"styles defined twice: {twice}")
        known = {"content.xml": set(common) | set(own), "styles.xml": set(common)}
        for part, styles in known.items():
            for element in self.xml[part].iter():
                self.check_references(element, styles)

    @staticmethod
    def check_references(element, styles):
        for attribute, families in REFERENCES.items():
            wanted = element.get(name(attribute))
            if wanted:
                expect(any((family, wanted) in styles for family in families), f"{short(element.tag)} {attribute}={wanted}: no such style")
        parent = element.get(name("style:parent-style-name"))
        if parent:
            expect((element.get(name("style:family")), parent) in styles, f"no parent style {parent}")

    def check_names(self):
        for tag, attribute in (("table:table", "table:name"), ("draw:frame", "draw:name"), ("text:section", "text:name"),
                               ("text:bookmark", "text:name"), ("draw:page", "draw:name"), ("text:note", "text:id")):
            names = [element.get(name(attribute)) for element in self.content.iter(name(tag))]
            names = [one for one in names if one is not None or tag != "draw:frame"]
            expect(len(names) == len(set(names)) and all(names), f"{tag}: {attribute} is missing or not unique: {names[:9]}")
        bookmarks = {mark.get(name("text:name")) for mark in self.content.iter(name("text:bookmark"))}
        for link in self.content.iter(name("text:a")):
            target = link.get(name("xlink:href"))
            if target.startswith("#"):
                expect(target[1:] in bookmarks, f"a link leads to {target}, which is nowhere")
            else:
                expect(re.match(r"(https?://|mailto:)", target), f"a link to {target}")

    def check_frames(self):
        shown = set()
        for frame in [*self.content.iter(name("draw:frame")), *self.xml["styles.xml"].iter(name("draw:frame"))]:
            images = frame.findall(name("draw:image"))
            for image in images:
                target = image.get(name("xlink:href"))
                expect(target in self.parts, f"{target} is missing")
                shown.add(target)
            if images:
                for tag in ("svg:title", "svg:desc"):
                    element = frame.find(name(tag))
                    expect(element is not None and element.text, f"a picture without {tag}")
                first = images[0].get(name("xlink:href"))
                expect(first.endswith(".svg") or first == LETTERHEAD, "the vectors are not the first choice")
        pictures = {part for part in self.parts if part.startswith("Pictures/")}
        expect(pictures == shown, f"pictures that nobody shows: {pictures - shown}")
        for part in pictures:
            data = self.parts[part]
            if part.endswith(".svg"):
                expect(ET.fromstring(data).tag == "{http://www.w3.org/2000/svg}svg", f"{part} is no SVG")
                expect(b"<image" not in data, f"{part} holds a bitmap")
            else:
                expect(data.startswith(b"\x89PNG\r\n"), f"{part} is no PNG")

    def check_tables(self):
        for table in self.content.iter(name("table:table")):
            columns = len(list(table.iter(name("table:table-column"))))
            expect(columns > 0, "a table without columns")
            for row in table.iter(name("table:table-row")):
                cells = [cell for cell in row if short(cell.tag) in ("table:table-cell", "table:covered-table-cell")]
                expect(len(cells) == len(row) == columns, f"{len(cells)} cells in {columns} columns")

    def check_headings(self):
        last = 0
        for heading in self.body.iter(name("text:h")):
            level = int(heading.get(name("text:outline-level")))
            expect(1 <= level <= last + 1, f"a heading of level {level} behind one of {last}")
            expect("".join(heading.itertext()).strip(), "an empty heading")
            last = level

    def get_text(self, element=None):
        """All words in the order of the file; notes stand where their mark is."""
        out = []
        self.append_text(self.body if element is None else element, out)
        return "".join(out)

    def append_text(self, element, out):
        tag = short(element.tag)
        if tag in ("text:note-citation", "text:table-of-content", "presentation:notes"):
            out.append(element.tail or "")
            return
        if tag == "text:s":
            out.append(" " * int(element.get(name("text:c"), "1")))
        if tag in ("text:tab", "text:line-break", "text:p", "text:h", "svg:title", "svg:desc"):
            out.append("\n")
        out.append(element.text or "")
        for child in element:
            self.append_text(child, out)
        if tag in ("text:p", "text:h"):
            out.append("\n")
        out.append(element.tail or "")


def expect_in_order(words, text, what):
    """Each of @words is found in @text behind the one before."""
    position = 0
    for word in words:
        found = text.find(word, position)
        expect(found >= 0, f"{what}: “{word}” is missing behind “{text[max(0, position - 60):position]}”")
        position = found + len(word)
