#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""wegbereiter-cli from outside: the program itself, the library, and content on its way into it."""

import json
import shutil
import sqlite3

import program
from program import expect, expect_code, expect_ok, expect_sentence, expect_wrong_call, FAILED, GOOD, LIBRARY, make_bad_files, OK, ROOT, run


# The program

def test_version(place):
    call = expect_ok(run("--version"))
    expect(call.lines[0].startswith("wegbereiter-cli 0."), call.out)


def test_help(place):
    call = expect_ok(run("--help"))
    for command in ("list", "search", "show", "export", "project new", "project set", "project show", "project check",
                    "learning certificate", "diagnosis list", "diagnosis export", "user letterhead", "content check", "content build"):
        expect(f"\n  {command} " in call.out, f"“{command}” is missing in the help")
        own = expect_ok(run(*command.split(), "--help"))
        expect(own.out.startswith(f"Usage:\n  wegbereiter-cli {command} "), own.out)
    expect(all(len(line) <= 80 for line in call.lines), "a line of the help is too long")


def test_wrong_calls(place):
    expect_wrong_call(run(), "A command is missing")
    expect_wrong_call(run("fly"), "There is no command “fly”", "search")
    expect_wrong_call(run("project"), "half a command", "project set")
    expect_wrong_call(run("project", "fly"), "“project fly”")
    expect_wrong_call(run("--fly"), "--fly")
    expect_wrong_call(run("list", "--fly"), "--fly")
    expect_wrong_call(run("list", "more"), "“more” is too much")
    expect_wrong_call(run("list", "--kind", "novel"), "There is no kind “novel”", "use-case")
    expect_wrong_call(run("search"), "The call wants 1 argument")
    expect_wrong_call(run("search", "--limit", "many", "x"), "many")
    expect_wrong_call(run("search", "--limit", "-1", "x"), "The limit")
    expect_wrong_call(run("show"), "The call wants 1 argument")
    expect_wrong_call(run("export", "x"), "-o FILE")
    expect_wrong_call(run("export", "x", "--format", "doc", "-o", "y"), "“doc”", "pdf, odt, ods, ")
    expect_wrong_call(run("export", "x", "--notes", "-o", "y"), "handout3")
    expect_wrong_call(run("project", "new", "-o", "x"), "--guide ID")
    expect_wrong_call(run("project", "new", "--guide", "x"), "-o FILE")
    expect_wrong_call(run("project", "set", "x", "y"), "The call wants 3 arguments, here are 2")
    expect_wrong_call(run("content", "build", "x"), "-o FILE")
    expect_wrong_call(run("show", b"\xff"), "not valid UTF-8")


def test_full_output(place):
    with open("/dev/full", "wb") as full:
        call = run("list", stdout=full)
    expect_sentence(call, "The output could not be written")


# The library

def test_list(place):
    call = expect_ok(place.run("list"))
    expect(len(call.rows) == 18 and all(len(row) == 3 for row in call.rows), call.out)
    expect(["leitfaden-muster", "guide", "Leitfaden Lichter"] in call.rows, call.out)
    guides = expect_ok(place.run("list", "--kind", "guide"))
    expect(guides.rows == [["leitfaden-muster", "guide", "Leitfaden Lichter"]], guides.out)
    expect([row[0] for row in expect_ok(place.run("list", "--kind", "barrier")).rows] == ["barriere-geld", "barriere-zeit"],
           "not the two barriers")


def test_bundled(place):
    """The library of the build is found from the program's own place."""
    call = expect_ok(run("list"))
    ids = {row[0] for row in call.rows}
    expect(len(ids) == len(call.rows) >= 90, f"{len(ids)} entries")
    expect("leitfaden-sozialraeume" in ids, "the guide is missing")
    expect(call.out == expect_ok(run("list", library=LIBRARY)).out, "another library was found")


def test_search(place):
    call = expect_ok(place.run("search", "Lichter"))
    expect(len(call.rows) > 1 and all(len(row) == 3 for row in call.rows), call.out)
    expect(call.rows == expect_ok(place.run("search", "lichter")).rows, "case makes a difference")
    one = expect_ok(place.run("search", "--limit", "1", "Lichter"))
    expect(one.rows == call.rows[:1], one.out)
    kind = expect_ok(place.run("search", "--kind", "term", "Licht"))
    expect([row[1] for row in kind.rows] == ["term"], kind.out)
    words = expect_ok(place.run("search", "Leitfaden", "Lichter"))
    expect(words.rows[0][0] == "leitfaden-muster", words.out)


def test_search_anything(place):
    for text in ("o'brien", "12/34", "*", "\"", "😀", "NEAR(", "a" * 10000, " ", "", "AND", "x:y", "ä" * 5000):
        expect_code(place.run("search", text), OK)
    nothing = expect_code(place.run("search", "Quarkspeise"), OK)
    expect(nothing.out == "" and nothing.err.startswith("Nothing found."), nothing.err)


def test_show(place):
    for row in expect_ok(place.run("list")).rows:
        call = expect_ok(place.run("show", row[0]))
        expect(call.lines[0] == row[2] and set(call.lines[1]) == {"="}, call.out)
        expect(all(len(line) <= 80 for line in call.lines), f"a line of {row[0]} is too long")
    text = place.run("show", "fall-musterstadt").out
    for part in ("Es war dunkel. Mehr steht im Handbuch", "[handbuch-muster#", "- Lampen", "| Example:", "Träger",
                 "https://www.example.org/bericht"):
        expect(part in text, f"“{part}” is missing in: {text}")
    expect("[ ] Strom ist da" in place.run("show", "liste-muster").out, "the items are missing")
    expect_sentence(place.run("show", "nichts"), "nichts")


def test_show_in_c_locale(place):
    """Text is UTF-8 whatever the locale, so that scripts need not care."""
    expected = place.run("show", "fall-musterstadt").out
    expect(place.run("show", "fall-musterstadt", env={"LC_ALL": "C"}).out == expected, "the locale changes the text")


def test_show_kinds(place):
    """What the kinds add is in the plain text too, figures as words and table."""
    run_sheet = expect_ok(place.run("show", "runde-muster")).out
    expect("0:10" in run_sheet and "Auf die Zeit achten." in run_sheet, run_sheet)
    lesson = expect_ok(place.run("show", "lektion-muster")).out
    expect("Figure: Strom je Lampe" in lesson and "Gas braucht am meisten." in lesson and "12.5" in lesson, lesson)


def test_bad_libraries(place):
    for path in make_bad_files(place) + [place.folder / "none", place.folder, place.project]:
        for args in (("list",), ("search", "Licht"), ("show", "begriff-licht"),
                     ("export", "begriff-licht", "-o", place.folder / "out.pdf"),
                     ("project", "new", "--guide", "leitfaden-muster", "-o", place.folder / "neu")):
            try:
                expect_sentence(run(*args, library=path))
            except AssertionError as error:
                raise AssertionError(f"{path.name}: {error}") from error
    expect(not (place.folder / "neu").exists(), "a project was begun")


def test_newer_library(place):
    database = sqlite3.connect(place.library)
    version = database.execute("PRAGMA user_version").fetchone()[0]
    database.execute(f"PRAGMA user_version = {version + 1}")
    database.close()
    expect_sentence(place.run("list"), "newer")


# Content

def copy_good(place):
    folder = place.folder / "content"
    shutil.copytree(GOOD, folder)
    return folder


def test_content_schema(place):
    printed = json.loads(expect_ok(place.run("content", "schema", "modell-muster")).out)
    entry = json.loads((GOOD / "data-model" / "modell-muster.json").read_text(encoding="utf-8"))
    expect(printed == entry["data-model"]["schema"], printed)
    expect(list(printed["fields"][0]) == list(entry["data-model"]["schema"]["fields"][0]), "the keys changed places")
    path = place.folder / "schema.json"
    expect(expect_ok(place.run("content", "schema", "modell-muster", "-o", path)).out == "", "printed as well")
    expect(json.loads(path.read_text(encoding="utf-8")) == printed, "the file differs")
    expect_sentence(place.run("content", "schema", "runde-muster"), "is no data model")
    expect_sentence(place.run("content", "schema", "nirgends"), "nirgends")
    expect_sentence(place.run("content", "schema", "modell-muster", "-o", place.folder / "none" / "x.json"), "x.json")


def test_content_check(place):
    expect("18 entries without a fault." in expect_ok(run("content", "check", GOOD)).out, "no word on the number")
    expect_ok(run("content", "check", ROOT / "data" / "content"))
    folder = copy_good(place)
    (folder / "term" / "begriff-licht.md").write_text("## Leer\n\n[Weg](wb:nirgends)\n\n## Noch leerer\n")
    call = expect_code(run("content", "check", folder), FAILED)
    expect(call.lines == ["term/begriff-licht.md: line 5: the section is empty",
                          "term/begriff-licht.md: line 3: there is no entry “nirgends”"], call.out)
    expect(call.err == "wegbereiter-cli: 2 faults in 18 entries.\n", call.err)
    expect_sentence(run("content", "check", place.folder / "none"), "cannot be read")
    empty = place.folder / "empty"
    empty.mkdir()
    expect_code(run("content", "check", empty), FAILED)


def test_content_build(place):
    again = place.folder / "again.db"
    expect_ok(run("content", "build", GOOD, "-o", again, "--depfile", place.folder / "d"))
    expect(again.read_bytes() == place.library.read_bytes(), "the same entries give other bytes")
    depfile = (place.folder / "d").read_text()
    expect(depfile.startswith(f"{again}:") and "begriff-licht.md" in depfile, depfile)
    folder = copy_good(place)
    (folder / "term" / "begriff-licht.md").unlink()
    call = expect_code(run("content", "build", folder, "-o", again), FAILED)
    expect("term/begriff-licht.md: is missing" in call.err and "1 fault" in call.err, call.err)
    expect(again.read_bytes() == place.library.read_bytes(), "the older library is gone")


def test_content_hostile(place):
    folder = copy_good(place)
    entry = folder / "term" / "begriff-licht.json"
    for content, part in ((b"[" * (100 * 1024 * 1024), "larger than 4 MB"), (b"[" * 1000000, "nested deeper than 64 levels"),
                          (b"{\"a\":" * 100000, "nested deeper than 64 levels"), (b"\xff\xfe", "not valid UTF-8"),
                          (b"{\"format\": 1, \"title\": 7}", "title: must be a text"), (b"", "breaks off"),
                          (b"null", "must be an object"), (b"\0" * 1000, "not valid UTF-8")):
        entry.write_bytes(content)
        call = expect_code(run("content", "check", folder), FAILED)
        expect(f"term/begriff-licht.json: " in call.out and part in call.out, f"“{part}” is missing in: {call.out[:500]}")
        expect(len(call.out) < 20000, "the faults are too many words")


program.main(globals(), program.places())
