#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Our judge of schemas: it takes what is right and refuses what is wrong, for each part of the language, and for OpenDocument."""

import sys
import traceback
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parent.parent / "document"))

import schemas  # noqa: E402
from odf_reader import SPACES, expect  # noqa: E402
from relaxng import Schema, SchemaError  # noqa: E402

# Schema, what it takes, what it refuses.
LANGUAGE = (
    ('start = element a { empty }', ["<a/>", "<a> </a>"], ["<b/>", "<a>x</a>", "<a><a/></a>", "<a b=''/>"]),
    ('start = element a { text }', ["<a>x</a>", "<a/>"], ["<a><b/></a>"]),
    ('start = element a { element b { empty }, element c { empty } }', ["<a><b/> <c/></a>"], ["<a><c/><b/></a>", "<a><b/></a>", "<a/>"]),
    ('start = element a { element b { empty } | element c { empty } }', ["<a><b/></a>", "<a><c/></a>"], ["<a><b/><c/></a>", "<a/>"]),
    ('start = element a { element b { empty } & element c { empty }* }', ["<a><c/><b/><c/></a>", "<a><b/></a>"], ["<a><b/><b/></a>", "<a><c/></a>"]),
    ('start = element a { b* , b } b = element b { c? } c = element c { empty }', ["<a><b/></a>", "<a><b><c/></b><b/></a>"],
     ["<a/>", "<a><b><c/><c/></b></a>"]),
    ('start = element a { element b { empty }+ }', ["<a><b/></a>", "<a><b/><b/></a>"], ["<a/>"]),
    ('start = element a { attribute b { "x" | "y" }, attribute c { text }? }', ["<a b='x'/>", "<a c='z' b=' y '/>"], ["<a/>", "<a b='z'/>", "<a b='x' d=''/>"]),
    ('start = element a { (attribute b { "1" }, attribute c { "1" }) | (attribute b { "2" }, element d { empty }) }',
     ["<a b='1' c='1'/>", "<a b='2'><d/></a>"], ["<a b='2' c='1'/>", "<a b='1'><d/></a>", "<a b='1' c='1'><d/></a>"]),
    ('start = element a { list { xsd:integer, ("x" | "y")+ } }', ["<a>1 x y</a>"], ["<a>1</a>", "<a>x 1</a>", "<a>1 z</a>"]),
    ('start = element a { mixed { element b { empty }* } }', ["<a>x<b/>y<b/></a>"], ["<a>x<c/></a>"]),
    ('start = element a { xsd:string { pattern = "[a$]+\\.?" minLength = "2" } }', ["<a>a$</a>", "<a>a.</a>"], ["<a>a</a>", "<a>ab</a>", "<a>a..</a>"]),
    ('start = element a { xsd:double { minInclusive = "0" maxInclusive = "1" } }', ["<a>0.5</a>", "<a>1</a>"], ["<a>-1</a>", "<a>1.1</a>", "<a>x</a>"]),
    ('start = element a { xsd:date | xsd:dateTime }', ["<a>2026-11-24</a>", "<a>2026-11-24T09:00:00Z</a>"], ["<a>24.11.2026</a>", "<a>2026-13-01</a>", "<a/>"]),
    ('start = element a { any } any = attribute * { text }*, element * { mixed { any } }*', ["<a b='' c=''><d e=''>x<f/></d></a>"], ["<a>x</a>"]),
    ('namespace n = "urn:n" namespace m = "urn:m" start = element n:a { attribute n:b | m:b { text } }',
     ["<a xmlns='urn:n' xmlns:x='urn:n' x:b=''/>", "<a xmlns='urn:n' xmlns:m='urn:m' m:b=''/>"], ["<a xmlns='urn:n' b=''/>", "<a b=''/>"]),
    ('x = element x { empty } x |= element y { empty } [ n [ "v" ] ] start = element a { x >> n [ "v" ] }', ["<a><x/></a>", "<a><y/></a>"], ["<a/>"]),
)

UNKNOWN = ('start = element a { xsd:hexBinary }', 'start = element a { b }', 'start = external "x"', 'start = element n:* { empty }',
           'start = element a { xsd:string { maxLength = "1" } }', 'start = element a { xsd:string - "x" }', 'start = element a {')

TEXT_DOCUMENT = """<office:document-content {spaces} office:version="1.3"><office:automatic-styles>{style}</office:automatic-styles>
<office:body><office:text>{text}</office:text></office:body></office:document-content>"""
GOOD_STYLE = '<style:style style:name="P1" style:family="paragraph"><style:paragraph-properties fo:margin-top="2pt"/></style:style>'
GOOD_TEXT = '<text:h text:outline-level="1">A</text:h><text:p text:style-name="P1">B<text:s text:c="2"/><text:span>C</text:span></text:p>'
CELL = "<table:table-cell><text:p/></table:table-cell>"
GOOD_TABLE = f'<table:table table:name="T"><table:table-column/><table:table-row>{CELL}</table:table-row></table:table>'

# What is wrong with each: an element that is not known, one that is not there, a value of the wrong type, an attribute missing or too much.
BAD_TEXTS = (
    "<text:q/>", "<text:p><text:p/></text:p>", "<text:span>A</text:span>", "Text", "<table:table-cell/>", "<text:h>A</text:h>",
    '<text:h text:outline-level="0">A</text:h>', '<text:h text:outline-level="eins">A</text:h>', '<text:p text:style="P1"/>',
    '<text:p text:style-name="1 a"/>', '<text:p style-name="P1"/>', '<text:p><text:s text:c="-1"/></text:p>', "<text:list><text:p/></text:list>",
    '<text:list><text:list-item text:start-value="a"/></text:list>', "<text:section><text:p/></text:section>", '<table:table table:name="T"/>',
    GOOD_TABLE.replace("<table:table-column/>", ""), GOOD_TABLE.replace("<text:p/>", "Text"), GOOD_TABLE.replace(CELL, "<text:p/>"),
    GOOD_TABLE.replace("table-cell>", 'table-cell table:number-columns-spanned="0">', 1), GOOD_TABLE.replace(CELL, ""),
    GOOD_TABLE.replace(CELL, CELL.replace("cell>", 'cell office:value-type="number">', 1)),
    GOOD_TABLE.replace(CELL, CELL.replace("cell>", 'cell office:value-type="date" office:date-value="24.11.2026">', 1)),
    '<text:p><draw:frame svg:width="2 pt"><draw:text-box/></draw:frame></text:p>', '<text:p><draw:frame svg:width="2pt"><svg:desc/><draw:text-box/></draw:frame></text:p>',
    '<text:p><text:a>A</text:a></text:p>', '<text:p><text:note><text:note-citation/></text:note></text:p>', '<text:p><text:bookmark/></text:p>',
)
BAD_STYLES = (
    GOOD_STYLE.replace(' style:family="paragraph"', ""), GOOD_STYLE.replace("paragraph-properties", "table-properties"),
    GOOD_STYLE.replace('"2pt"', '"2"'), GOOD_STYLE.replace("fo:margin-top", "fo:margin-up"), GOOD_STYLE.replace('"paragraph"', '"absatz"'),
    '<style:style style:name="C" style:family="text"><style:text-properties fo:color="red"/></style:style>',
    '<style:style style:name="C" style:family="text"><style:text-properties fo:font-weight="heavy"/></style:style>',
    '<text:list-style style:name="L"><text:list-level-style-number text:level="0" style:num-format="1"/></text:list-style>',
)
MANIFEST = """<manifest:manifest {spaces} manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="a/b"/></manifest:manifest>"""
BAD_MANIFESTS = (("1.3", "1.1"), (' manifest:version="1.3"', ""), (' manifest:full-path="/"', ""), ("manifest:media-type", "media-type"),
                 ("file-entry", "file"), ("/></m", ">x</manifest:file-entry></m"))


def fill(template, **parts):
    return template.format(spaces=" ".join(f'xmlns:{prefix}="{address}"' for prefix, address in SPACES.items()), **parts).encode()


def test_language():
    for text, right, wrong in LANGUAGE:
        schema = Schema(text)
        for document in right:
            expect(schema.judge(document.encode()) is None, f"{text} refuses {document}: {schema.judge(document.encode())}")
        for document in wrong:
            expect(schema.judge(document.encode()) is not None, f"{text} takes {document}")


def test_unknown():
    """What it does not know it does not pass over."""
    for text in UNKNOWN:
        try:
            Schema(text).judge(b"<a/>")
        except SchemaError:
            continue
        raise AssertionError(f"taken: {text}")


def test_place():
    """A fault names the place."""
    fault = Schema('start = element a { element b { attribute c { xsd:integer } } }').judge(b"<a><b c='x'/></a>")
    expect(fault == "a/b: c='x' may not stand here", fault)


def test_documents():
    loaded = schemas.load()
    if loaded is None:
        return schemas.MISSING
    for style, text in (("", ""), (GOOD_STYLE, GOOD_TEXT), (GOOD_STYLE, GOOD_TABLE)):
        expect(loaded[0].judge(fill(TEXT_DOCUMENT, style=style, text=text)) is None, f"refused: {style}{text}")
    for text in BAD_TEXTS:
        expect(loaded[0].judge(fill(TEXT_DOCUMENT, style=GOOD_STYLE, text=text)) is not None, f"taken: {text}")
    for style in BAD_STYLES:
        expect(loaded[0].judge(fill(TEXT_DOCUMENT, style=style, text="")) is not None, f"taken: {style}")
    return None


def test_manifests():
    loaded = schemas.load()
    if loaded is None:
        return schemas.MISSING
    expect(loaded[1].judge(fill(MANIFEST)) is None, loaded[1].judge(fill(MANIFEST)))
    for old, new in BAD_MANIFESTS:
        expect(old in MANIFEST and loaded[1].judge(fill(MANIFEST.replace(old, new))) is not None, f"taken: {new or old}")
    return None


def main():
    tests = [(key, value) for key, value in globals().items() if key.startswith("test_")]
    failed = 0
    print(f"1..{len(tests)}")
    for number, (name, function) in enumerate(tests, 1):
        try:
            skipped = function()
            print(f"ok {number} {name}" + (f" # SKIP {skipped}" if skipped else ""))
        except Exception:  # whatever it is, the others run
            failed += 1
            print(f"not ok {number} {name}")
            print("\n".join(f"# {line}" for line in traceback.format_exc().splitlines()[-6:]))
    return 1 if failed else 0


sys.exit(main())
