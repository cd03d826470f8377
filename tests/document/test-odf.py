#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What we write as OpenDocument, read by others: structure, names that lead somewhere, complete text, the same bytes again.

test-odf.py WRITER, which is tests/document/write-odf."""

import os
import re
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path

from odf_reader import Document, SPACES, expect, expect_in_order, name, short

WRITER = sys.argv[1]
EPOCH = "1795350896"  # 2026-11-22


def write(folder):
    folder.mkdir()
    subprocess.run([WRITER, str(folder)], check=True, timeout=300, env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH})
    return folder


class Place:
    def __init__(self, folder):
        self.first = write(folder / "first")
        self.second = write(folder / "second")
        self.documents = {path.name: Document(path) for path in sorted(self.first.glob("*.od?"))}

    def get(self, file):
        return self.documents[file]


def test_structure(place):
    for file, document in place.documents.items():
        try:
            document.check()
        except AssertionError as error:
            raise AssertionError(f"{file}: {error}") from error


def test_deterministic(place):
    for path in place.first.iterdir():
        expect(path.read_bytes() == (place.second / path.name).read_bytes(), f"{path.name} is different the second time")


def get_words(place, file):
    """What the tree of blocks says, without what cannot stand in XML, and the brackets around footnotes."""
    text = (place.first / f"{file}.txt").read_bytes().decode("utf-8", "replace").replace("\N{REPLACEMENT CHARACTER}", " ")
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f()]", " ", text).split()


def test_text_is_complete(place):
    for file in ("pages.odt", "huge.odt", "huge.ods"):
        stem = file.split(".")[0]
        words = get_words(place, stem)
        expect_in_order(words[1:] if file == "huge.ods" else words, place.get(file).get_text(), file)


def test_text_document(place):
    document = place.get("pages.odt")
    headings = [(int(h.get(name("text:outline-level"))), "".join(h.itertext())) for h in document.body.iter(name("text:h"))]
    expect(headings[:2] == [(1, "Alles & <mehr>"), (2, "Ziele")], headings)
    expect((3, "Vorbereiten") in headings, "the group of check items is no heading")
    notes = list(document.body.iter(name("text:note")))
    expect(len(notes) == 1 and "Satzung" in document.get_text(notes[0]), "the footnote is missing")
    targets = [a.get(name("xlink:href")) for a in document.body.iter(name("text:a"))]
    expect("https://www.example.org/?a=1&b=2" in targets and "#ziele" in targets, targets)
    expect(not any("javascript" in target or "anderer" in target for target in targets), targets)
    blanks = ["".join(p.itertext()) for p in document.body.iter(name("text:placeholder"))]
    expect(blanks == ["<Datum der Sitzung>"], blanks)
    lines = ["".join(p.itertext()) for p in document.body.iter(name("text:p")) if p.find(f".//{name('text:placeholder')}") is not None]
    expect(all("<Datum der Sitzung>________" in line for line in lines), "no line to write on is printed: %r" % lines)
    text = document.get_text()
    expect("☐" in text and "☑" in text, "no boxes to tick")
    header_rows = list(document.body.iter(name("table:table-header-rows")))
    expect(len(header_rows) >= 4, "header rows are missing")
    expect(document.body.find(f".//{name('table:table-header-columns')}") is not None, "header columns are missing")
    spans = {(c.get(name("table:number-columns-spanned")), c.get(name("table:number-rows-spanned")))
             for c in document.body.iter(name("table:table-cell"))}
    expect(("2", None) in spans and (None, "2") in spans, spans)
    footer = document.xml["styles.xml"].find(f".//{name('style:footer')}")
    expect(footer.find(f".//{name('text:page-number')}") is not None, "no page numbers")
    master = document.xml["styles.xml"].find(f".//{name('style:master-page')}")
    first = {part: "".join(master.find(name(f"style:{part}-first")).itertext()) for part in ("header", "footer")}
    expect(not first["header"], "the title stands twice on the first page")
    expect(first["footer"] == "".join(footer.itertext()), "the foot of the first page is another")


def test_lists_go_on(place):
    """A list that a table interrupts goes on with its number."""
    lists = [element for element in place.get("pages.odt").body.iter(name("text:list"))
             if element.get(name("text:style-name")) == "Numbering_20_1"]
    starts = [item.get(name("text:start-value")) for one in lists for item in one]
    expect(starts[:4] == ["3", None, None, "5"], starts)
    expect(short(lists[1][0].tag) == "text:list-header", "the rest of the item has a number")


def test_columns_of_tables(place):
    """No column is too narrow for its words; numbers stand at the end, whatever the table says."""
    document = place.get("pages.odt")
    styles = {style.get(name("style:name")): style for style in document.content.iter(name("style:style"))}
    table = next(t for t in document.body.iter(name("table:table")) if "Ahnatal" in "".join(t.itertext()))
    widths = [float(styles[column.get(name("table:style-name"))][0].get(name("style:column-width")).removesuffix("pt"))
              for column in table.iter(name("table:table-column"))]
    rows = [list(row) for row in table.iter(name("table:table-row"))]
    for i, width in enumerate(widths):
        longest = max(len(word) for row in rows for word in "".join(row[i].itertext()).split())
        expect(width >= 5.5 * longest + 8, f"column {i} is {width} wide, its longest word has {longest} letters")
    expect(abs(sum(widths) - 470.5) < 1, f"the columns are {sum(widths)} wide")
    ends = []
    for cell in rows[1]:
        own = styles.get(cell[0].get(name("text:style-name")))
        ends.append(own is not None and own[0].get(name("fo:text-align")) == "end")
    expect(ends == [False, True, True, True, False, False], f"these stand at the end: {ends}")


def test_page_break(place):
    document = place.get("pages.odt")
    breaks = {style.get(name("style:name")) for style in document.content.iter(name("style:style"))
              for one in style if one.get(name("fo:break-before")) == "page"}
    broken = [e for e in document.body.iter() if e.get(name("text:style-name")) in breaks]
    expect(len(broken) == 1 and "".join(broken[0].itertext()).startswith("Zahlen"), broken)


def test_spreadsheet(place):
    document = place.get("pages.ods")
    tables = {t.get(name("table:name")): t for t in document.body.iter(name("table:table"))}
    for wanted in ("Ziele", "Zahlen  alle viele", "Zahlen  alle viele (2)", "Einwohner"):
        expect(wanted in tables, f"no sheet “{wanted}”: {list(tables)}")
    frozen = {entry.get(name("config:name")): {item.get(name("config:name")): item.text for item in entry}
              for entry in document.xml["settings.xml"].iter(name("config:config-item-map-entry"))}
    expect(frozen.get("Zahlen  alle viele", {}).get("VerticalSplitPosition") == "1", "the head is not frozen: %r" % frozen)
    rows = list(tables["Zahlen  alle viele"].iter(name("table:table-row")))
    expect(len(list(tables["Zahlen  alle viele"].iter(name("table:table-header-rows")))) == 1, "no header row")
    values = [[(c.get(name("office:value-type")), c.get(name("office:value")) or c.get(name("office:date-value")), "".join(c.itertext()))
               for c in row] for row in rows]
    expect(all(kind == "string" for kind, _, _ in values[0]), values[0])
    expect(values[1] == [("string", None, "Ahnatal"), ("float", "1234", "1.234"), ("percentage", "0.125", "12,5 %"),
                         ("currency", "1500", "1.500,00 €"), ("date", "2026-11-24", "24.11.2026"), ("string", None, "01234")], values[1])
    expect(values[2] == [("string", None, "Muster"), ("float", "-7", "−7"), ("percentage", "0", "0 %"), ("currency", "3", "3 €"),
                         ("string", None, "31.02.2026"), ("string", None, "1.2.3")], values[2])
    formats = {short(style.tag) for style in document.content.iter() if short(style.tag).startswith("number:") and style.get(name("style:name"))}
    expect(formats == {"number:number-style", "number:percentage-style", "number:currency-style", "number:date-style"}, formats)
    checks = "".join(tables["Vorbereiten"].itertext()) if "Vorbereiten" in tables else document.get_text()
    expect("☑" in checks and "Raum buchen" in checks, checks)


def test_presentation(place):
    document = place.get("deck.odp")
    pages = list(document.body.iter(name("draw:page")))
    titles = []
    for page in pages:
        classes = [frame.get(name("presentation:class")) for frame in page.findall(name("draw:frame"))]
        expect(classes.count("title") <= 1 and classes.index("title") == 0 if "title" in classes else True, f"the title is not first: {classes}")
        titles += ["".join(f.itertext()) for f in page.findall(name("draw:frame")) if f.get(name("presentation:class")) == "title"]
        for frame in page.findall(name("draw:frame")):
            x, y, width, height = (float(frame.get(name(f"svg:{key}")).removesuffix("pt")) for key in ("x", "y", "width", "height"))
            expect(x >= 0 and y >= 0 and x + width <= 960.1, "a frame leaves the slide")
        expect(page.find(name("presentation:notes")) is not None, "a slide without a page for notes")
    for wanted in ("Sozialräume verstehen", "Text und Listen", "Tabellen", "Bild", "Sehr viel", "Sehr viel (2)", "Alles andere"):
        expect(wanted in titles, f"no slide “{wanted}”: {titles}")
    notes = ["".join(page.find(name("presentation:notes")).itertext()) for page in pages]
    expect(notes[0] == "Begrüßen." and notes[1] == "Erst fragen, dann zeigen.", notes)
    shown = document.get_text()
    expect(not any(note in shown for note in ("Begrüßen.", "Erst fragen", "Kürzen.")), "notes that the audience sees")
    expect(shown.count("Ein Punkt, der eine Zeile braucht") == 40, "items are lost or come twice")
    expect(shown.count("Hoffnungen links") == 1 and shown.count("Sorgen rechts") == 1, "columns are lost or come twice")
    # Programs for presentations drop these, with all that is in them.
    for tag in ("table:table-header-rows", "table:table-header-columns", "text:section", "text:note"):
        expect(document.body.find(f".//{name(tag)}") is None, f"{tag} on a slide")
    for box in document.body.iter(name("draw:text-box")):
        expect(box.find(f".//{name('table:table')}") is None and box.find(f".//{name('draw:frame')}") is None, "a table or picture among text")
    master = document.xml["styles.xml"].find(f".//{name('style:master-page')}")
    expect(master.find(f".//{name('text:page-number')}") is not None, "no slide numbers")


def test_letterhead(place):
    """Name, address and picture at the head; a readable tone of the colour; the picture with its description."""
    letter = place.get("letter.odt")
    expect_in_order(["Stadt", "Müllheim", "Rathausplatz", "12345"], letter.get_text(), "letter.odt")
    for file, part in (("letter.odt", "content.xml"), ("letterdeck.odp", "styles.xml")):
        xml = place.get(file).xml[part]
        described = [element.text for element in xml.iter() if short(element.tag) == "svg:desc"]
        expect("Coat of arms or logo of Stadt Müllheim & Umland" in described, f"{file}: {described}")
        values = [value for element in xml.iter() for value in element.attrib.values()]
        expect("Pictures/letterhead.png" in values, f"{file}: the picture is missing")
        expect("#907300" in values and "#ffcc00" not in values, f"{file}: the colour is not the one that can be read")
    master = "".join(place.get("letter.odt").xml["styles.xml"].itertext())
    expect("Sprechzeiten" in master and "Stadt Müllheim" in master, "nothing of it stands on the other pages")
    plain = [value for element in place.get("pages.odt").xml["content.xml"].iter() for value in element.attrib.values()]
    expect("Pictures/letterhead.png" not in plain, "a letterhead that nobody asked for")


def main():
    assert SPACES
    tests = [(key, value) for key, value in globals().items() if key.startswith("test_")]
    failed = 0
    print(f"1..{len(tests)}")
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder))
        for number, (test, function) in enumerate(tests, 1):
            try:
                skipped = function(place)
                print(f"ok {number} {test}" + (f" # SKIP {skipped}" if skipped else ""))
            except Exception:  # whatever it is, the others run
                failed += 1
                print(f"not ok {number} {test}")
                print("\n".join(f"# {line}" for line in traceback.format_exc().splitlines()[-6:]))
    return 1 if failed else 0


sys.exit(main())
