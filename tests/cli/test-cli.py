#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""wegbereiter-cli from outside: every command, its exit codes and messages, and what it does with bad input."""

import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path

ROOT = Path(os.environ["WB_SOURCE_ROOT"])
PROGRAM = sys.argv[1]
LIBRARY = sys.argv[2]
ONLY = sys.argv[3:]  # names of tests; none: all
GOOD = ROOT / "tests" / "fixtures" / "content" / "good"
OK, FAILED, WRONG_CALL = 0, 1, 2
NOBODY = 65534


class Call:
    """One finished call."""

    def __init__(self, process):
        self.code = process.returncode
        self.out = process.stdout.decode("utf-8")
        self.err = process.stderr.decode("utf-8")
        self.lines = self.out.splitlines()
        self.rows = [line.split("\t") for line in self.lines]


def run(*args, library=None, limit=None, user=None, stdout=subprocess.PIPE, env=None):
    """Calls the program; @limit: most bytes of a file it may write; @user: id to run as."""
    command = [PROGRAM] + (["--library", str(library)] if library else []) + [a if isinstance(a, bytes) else str(a) for a in args]

    def prepare():
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    process = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=stdout, stderr=subprocess.PIPE, timeout=120,
                             preexec_fn=prepare, user=user, env={**os.environ, **(env or {})}, check=False)
    if stdout != subprocess.PIPE:
        process.stdout = b""
    return Call(process)


def expect(condition, what):
    if not condition:
        raise AssertionError(what)


def expect_code(call, code):
    expect(call.code == code, f"exit code {call.code}, not {code}: {call.out[-300:]}{call.err}")
    return call


def expect_ok(call):
    expect_code(call, OK)
    expect(call.err == "", f"said {call.err}")
    return call


def expect_sentence(call, *parts):
    """One plain sentence on stderr and nothing on stdout."""
    expect_code(call, FAILED)
    lines = call.err.splitlines()
    expect(len(lines) == 1 and lines[0].startswith("wegbereiter-cli: "), f"no single sentence: {call.err}")
    expect(lines[0].endswith((".", "…")), f"no sentence: {lines[0]}")
    expect(len(lines[0]) < 500, "the sentence is too long")
    for part in parts:
        expect(part in lines[0], f"“{part}” is missing in: {lines[0]}")


def expect_wrong_call(call, *parts):
    """What is wrong, and how the call is right."""
    expect_code(call, WRONG_CALL)
    lines = call.err.splitlines()
    expect(call.out == "" and len(lines) == 3 and lines[0].startswith("wegbereiter-cli: "), call.err)
    expect(lines[1].startswith("Usage: wegbereiter-cli ") and lines[2].startswith("Try “wegbereiter-cli"), call.err)
    for part in parts:
        expect(part in lines[0], f"“{part}” is missing in: {lines[0]}")


def is_pdf(path):
    """A PDF in which our checker of tagged PDFs finds nothing (77: what it needs is missing)."""
    data = path.read_bytes()
    checker = subprocess.run([str(ROOT / "tests" / "pdfua" / "check-pdfua.py"), str(path)], capture_output=True, timeout=120, check=False)
    expect(checker.returncode in (0, 77), f"{path}: {checker.stdout.decode()}{checker.stderr.decode()}")
    return data.startswith(b"%PDF-1.") and b"%%EOF" in data[-64:]


class Place:
    """A folder of its own with a small library and a project."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.library = self.folder / "library.db"
        self.project = self.folder / "Licht.wegbereiter"
        expect_ok(run("content", "build", GOOD, "-o", self.library))
        expect_ok(self.run("project", "new", "--guide", "leitfaden-muster", "-o", self.project, "--title", "Licht"))

    def run(self, *args, **options):
        return run(*args, library=self.library, **options)

    def set(self, field, value, **options):
        return self.run("project", "set", self.project, field, value, **options)

    def show(self):
        """All answers, with the parts of those that have some; and without the option one line a question, nothing else."""
        shown = dict(row for row in expect_ok(self.run("project", "show", "--parts", self.project)).rows)
        short = dict(row for row in expect_ok(self.run("project", "show", self.project)).rows)
        expect(short == {field: value for field, value in shown.items() if "." not in field and "/" not in field}, short)
        return shown


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


# Documents

def test_export_list(place):
    call = expect_ok(place.run("export", "liste-muster", "--list"))
    expect([row[0] for row in call.rows] == ["checklist", "handout"] and all(len(row) == 2 for row in call.rows), call.out)
    call = expect_ok(place.run("export", place.project, "--list"))
    expect([row[0] for row in call.rows] == ["brief", "folien", "liste", "answers"], call.out)


def test_export(place):
    out = place.folder / "out.pdf"
    for subject, name in (("liste-muster", "checklist"), ("liste-muster", "handout"), ("folien-muster", "template"),
                          (place.project, "brief"), (place.project, "folien"), (place.project, "liste"),
                          (place.project, "answers")):
        out.unlink(missing_ok=True)
        expect_ok(place.run("export", subject, "--document", name, "--format", "pdf", "-o", out))
        expect(is_pdf(out), f"{name} is no PDF")
    out.write_text("something older")
    expect_ok(place.run("export", "liste-muster", "-o", out))
    expect(is_pdf(out), "the older file was not replaced")


def test_export_handout(place):
    out = place.folder / "out.pdf"
    for number in (1, 2, 3, 6):
        expect_ok(place.run("export", "folien-muster", "-d", "template", "-f", f"handout{number}", "--notes", "--lines", "-o", out))
        expect(is_pdf(out), f"handout{number} is no PDF")
        out.unlink()
    expect_sentence(place.run("export", "liste-muster", "-f", "handout3", "-o", out), "no slides")
    expect(not out.exists(), "something was written")


def test_export_odf(place):
    """Whether it is right, tests/document/test-odf.py sees; here: one by name, over an older file, and not over one when the disk is full."""
    out = place.folder / "out.odt"
    out.write_bytes(b"older")
    expect_sentence(place.run("export", "liste-muster", "-f", "odt", "-o", out, limit=1024))
    expect(out.read_bytes() == b"older", "the older file is gone")
    expect_ok(place.run("export", "liste-muster", "-f", "odt", "-o", out))
    expect(out.read_bytes().startswith(b"PK"), "no package")
    expect_sentence(place.run("export", "folien-muster", "-d", "template", "-f", "odt", "-o", out), "slides")
    expect(sorted(p.name for p in place.folder.iterdir()) == ["Licht.wegbereiter", "library.db", "out.odt"], "something was left behind")


def test_export_text(place):
    """The answers stand in the PDF."""
    if shutil.which("pdftotext") is None:
        return "pdftotext (poppler-utils) is not installed"
    out = place.folder / "out.pdf"
    expect_ok(place.set("ziel", "Alle sehen <b>etwas</b>"))
    expect_ok(place.run("export", place.project, "--document", "brief", "-o", out))
    text = subprocess.run(["pdftotext", str(out), "-"], capture_output=True, check=True).stdout.decode()
    expect("Alle sehen <b>etwas</b>" in text, text)
    return None


def test_export_faults(place):
    out = place.folder / "out.pdf"
    expect_sentence(place.run("export", "nichts", "-o", out), "“nichts”")
    expect_sentence(place.run("export", "liste-muster", "--document", "brief", "-o", out), "“brief”", "checklist, handout")
    expect_sentence(place.run("export", "liste-muster", "-o", place.folder / "none" / "out.pdf"))
    expect_sentence(place.run("export", "liste-muster", "-o", place.folder))
    expect_sentence(place.run("export", place.folder, "-o", out), "is no file")
    before = place.project.read_bytes()
    expect_sentence(place.run("export", place.project, "-o", place.project), "the project itself")
    expect(place.project.read_bytes() == before, "the project was written over")
    expect(sorted(p.name for p in place.folder.iterdir()) == ["Licht.wegbereiter", "library.db"], "something was left behind")


def test_project_form(place):
    """A step on paper: without answers, with them, and who gets it back."""
    out = place.folder / "form.pdf"
    expect_ok(place.set("ziel", "Alle sehen etwas"))
    expect_ok(place.run("project", "form", place.project, "--step", "ziel-klaeren", "--return-to", "Zimmer 7", "-o", out))
    expect(out.read_bytes().startswith(b"%PDF"), "no PDF")
    if shutil.which("pdftotext") is not None:
        text = subprocess.run(["pdftotext", str(out), "-"], capture_output=True, check=True).stdout.decode()
        expect("Zimmer 7" in text and "Alle sehen etwas" not in text, text)
        expect_ok(place.run("project", "form", place.project, "--phase", "anfang", "--filled", "-o", out))
        text = subprocess.run(["pdftotext", str(out), "-"], capture_output=True, check=True).stdout.decode()
        expect("Alle sehen etwas" in text, text)
    expect_sentence(place.run("project", "form", place.project, "--step", "nichts", "-o", out), "“nichts”", "ziel-klaeren")
    expect_sentence(place.run("project", "form", place.project, "--step", "plan", "-o", place.project), "the project itself")
    expect_wrong_call(place.run("project", "form", place.project, "-o", out), "--step ID")
    expect_wrong_call(place.run("project", "form", place.project, "--step", "plan"), "-o FILE")


def test_export_full_disk(place):
    out = place.folder / "out.pdf"
    out.write_bytes(b"older")
    expect_sentence(place.run("export", "liste-muster", "-o", out, limit=4096))
    expect(out.read_bytes() == b"older", "the older file is gone")
    expect(len(list(place.folder.iterdir())) == 3, "something was left behind")


# Projects

def test_project_new(place):
    expect(place.project.stat().st_mode & 0o777 == 0o600, "others can read the project")
    before = place.project.read_bytes()
    expect_sentence(place.run("project", "new", "--guide", "leitfaden-muster", "-o", place.project))
    expect(place.project.read_bytes() == before, "the project was changed")
    new = place.folder / "neu.wegbereiter"
    expect_sentence(place.run("project", "new", "--guide", "nichts", "-o", new), "nichts")
    expect_sentence(place.run("project", "new", "--guide", "liste-muster", "-o", new), "no guide")
    expect_sentence(place.run("project", "new", "--guide", "leitfaden-muster", "-o", new, "--title", "x" * 5000), "120")
    expect_sentence(place.run("project", "new", "--guide", "leitfaden-muster", "-o", new, "--title", b"\xff"), "UTF-8")
    for title in ("", "  ", "Licht\nKanal", "Licht\tKanal"):
        expect_sentence(place.run("project", "new", "--guide", "leitfaden-muster", "-o", new, "--title", title), "one line")
    expect_sentence(place.run("project", "new", "--guide", "leitfaden-muster", "-o", new, "--title", "ä" * 121), "120 characters")
    expect_sentence(place.run("project", "new", "--guide", "leitfaden-muster", "-o", new, "--town", "00000000"), "00000000")
    expect_sentence(place.run("project", "new", "--guide", "leitfaden-muster", "-o", place.folder / "none" / "x"), "The folder for “x”")
    expect(not new.exists(), "a faulty call left a file")
    expect_ok(place.run("project", "new", "--guide", "leitfaden-muster", "-o", new, "--town", "06633003"))
    expect_ok(place.run("project", "check", new))
    expect(len(list(place.folder.iterdir())) == 3, "something was left behind")


def test_project_show(place):
    rows = expect_ok(place.run("project", "show", place.project)).rows
    fields = ["ziel", "art", "orte", "leitung", "beginn", "aufgaben", "pruefung", "packliste", "zufriedenheit", "gasname"]
    expect(rows == [[field, ""] for field in fields], str(rows))


GOOD_ANSWERS = [
    ("ziel", "Zeile 1\nZeile\t2 \\ Ende", {"ziel": "Zeile 1\\nZeile\\t2 \\\\ Ende"}),
    ("art", "led", {"art": "led"}),
    ("gasname", "-x --y", {"gasname": "-x --y"}),
    ("orte", "platz, weg", {"orte": "platz,weg"}),
    ("orte", "weg", {"orte": "weg"}),
    ("orte/platz", "ja", {"orte": "platz,weg"}),
    ("orte/weg", "no", {"orte": "platz"}),
    ("leitung.name", "Frau Muster", {"leitung": "Frau Muster", "leitung.name": "Frau Muster"}),
    ("leitung.role", "Amtsleitung", {"leitung": "Frau Muster, Amtsleitung", "leitung.role": "Amtsleitung"}),
    ("beginn", "24.11.2026", {"beginn": "2026-11-24"}),
    ("beginn", "2026-12-01", {"beginn": "2026-12-01"}),
    ("aufgaben/+.was", "Lampe", {"aufgaben": "Lampe", "aufgaben/1.was": "Lampe"}),
    ("aufgaben/1.kosten", "1,234.5", {"aufgaben/1.kosten": "1234.5"}),
    ("aufgaben/1.bis", "1.2.27", {"aufgaben/1.bis": "2027-02-01"}),
    ("aufgaben/1.stand", "offen", {"aufgaben/1.stand": "offen"}),
    ("aufgaben/+.wichtig", "nein", {"aufgaben/2.wichtig": "no", "aufgaben": "Lampe, 1234.5, 2027-02-01, offen; no"}),
    ("pruefung/strom.done", "yes", {"pruefung": "strom", "pruefung/strom.done": "1"}),
    ("pruefung/strom.date", "3.3.2027", {"pruefung/strom.date": "2027-03-03"}),
    ("pruefung/lampe.owner", "Herr Beispiel", {"pruefung/lampe.owner": "Herr Beispiel", "pruefung": "strom"}),
    ("pruefung", "lampe,strom", {"pruefung": "strom,lampe", "pruefung/lampe.owner": "Herr Beispiel"}),
    ("packliste/leiter", "ja", {"packliste": "leiter"}),
    ("zufriedenheit", "4", {"zufriedenheit": "4"}),
    ("zufriedenheit", "", {"zufriedenheit": ""}),
]


def test_project_set(place):
    for field, value, expected in GOOD_ANSWERS:
        expect_ok(place.set(field, value))
        shown = place.show()
        for key, text in expected.items():
            expect(shown.get(key) == text, f"{field}: {key} is “{shown.get(key)}”, not “{text}”")
    call = expect_ok(place.run("project", "check", place.project))
    expect("in order" in call.out, call.out)


BAD_ANSWERS = [
    ("art", "kerze", ["led, gas"]),
    ("art.name", "x", ["write art without"]),
    ("art/led", "1", ["write art without"]),
    ("orte", "platz,wald", ["wald", "platz, weg"]),
    ("orte/wald", "ja", ["wald"]),
    ("orte/platz", "vielleicht", ["vielleicht"]),
    ("orte.x", "ja", ["several choices"]),
    ("leitung", "Frau Muster", ["leitung.name"]),
    ("leitung.alter", "50", ["leitung.name"]),
    ("leitung.name", "a\nb", ["one line"]),
    ("beginn", "31.02.2027", ["31.02.2027", "24.11.2026"]),
    ("beginn", "bald", ["bald"]),
    ("aufgaben", "Lampe", ["aufgaben/1.COLUMN"]),
    ("aufgaben/1.was", "Lampe", ["0 rows", "aufgaben/+.COLUMN"]),
    ("aufgaben/+.farbe", "rot", ["was, kosten, bis, stand, wichtig"]),
    ("aufgaben/+.kosten", "viel", ["viel", "1,234.5"]),
    ("aufgaben/+.stand", "neu", ["offen, fertig"]),
    ("aufgaben/-1.was", "x", ["0 rows"]),
    ("aufgaben/99999999999999999999.was", "x", ["0 rows"]),
    ("pruefung/nichts.done", "ja", ["strom, lampe"]),
    ("pruefung/nichts.note", "ja", ["strom, lampe"]),
    ("pruefung/strom.farbe", "rot", ["pruefung/ITEM.done"]),
    ("pruefung/strom.date", "bald", ["bald"]),
    ("zufriedenheit", "6", ["from 1 to 5"]),
    ("zufriedenheit", "gut", ["from 1 to 5"]),
    ("nichts", "x", ["There is no field “nichts”"]),
    ("", "x", ["There is no field"]),
]


def test_project_set_wrong(place):
    before = place.show()
    for field, value, parts in BAD_ANSWERS:
        expect_sentence(place.set(field, value), *parts)
    expect(place.show() == before, "a wrong answer changed something")


def test_project_limits(place):
    # The kernel takes at most 128 KB in one argument.
    text = "ä" * 60000
    expect_ok(place.set("ziel", text))
    expect(place.show()["ziel"] == text, "the long text was changed")
    expect_wrong_call(place.set("ziel", b"\xff\xfe"), "UTF-8")
    expect(place.show()["ziel"] == text, "the long text was changed")


def test_project_options_first(place):
    expect_ok(run("project", "set", "--", place.project, "gasname", "--library"))
    expect(place.show()["gasname"] == "--library", "the value was taken for an option")


# History

def test_project_history(place):
    expect(expect_ok(place.run("project", "history", place.project)).rows == [], "a history before anything was done")
    expect_ok(place.set("leitung.name", "Frau A. (Beispiel)"))
    expect_ok(place.set("leitung.name", "Herr B. (Beispiel)"))
    expect_ok(place.set("aufgaben/+.was", "Lampe"))
    rows = expect_ok(place.run("project", "history", place.project)).rows
    expect([row[0] for row in rows] == ["1", "2", "3", "3"], str(rows))
    expect("Frau A. (Beispiel) → Herr B. (Beispiel)" in rows[1][3], rows[1][3])
    expect(any("Lampe" in row[3] for row in rows[2:]), str(rows))

    before, old = place.project.read_bytes(), place.folder / "alt.wegbereiter"
    expect_ok(place.run("project", "restore", place.project, "--at", "1", "-o", old))
    shown = dict(expect_ok(place.run("project", "show", old)).rows)
    expect(shown["leitung"] == "Frau A. (Beispiel)" and shown["aufgaben"] == "", str(shown))
    expect(place.project.read_bytes() == before, "the project was changed")
    expect(len(expect_ok(place.run("project", "history", old)).rows) > len(rows), "going back is no part of the history")
    kept = old.read_bytes()
    expect_sentence(place.run("project", "restore", place.project, "--at", "1", "-o", old), "alt.wegbereiter")
    expect(old.read_bytes() == kept, "the other file was replaced")
    new = place.folder / "neu.wegbereiter"
    expect_sentence(place.run("project", "restore", place.project, "--at", "77", "-o", new), "77")
    expect(not new.exists(), "a faulty call left a file")
    expect_wrong_call(place.run("project", "restore", place.project, "-o", new), "--at")
    expect_wrong_call(place.run("project", "restore", place.project, "--at", "1"), "-o")


def files_below(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_project_dossier(place):
    out, again = place.folder / "Mappe", place.folder / "Noch einmal"
    clock = {"SOURCE_DATE_EPOCH": "1795348800"}
    expect_ok(place.set("ziel", "Mehr Licht auf dem Platz"))
    expect_ok(place.set("art", "led"))
    expect_ok(place.run("project", "dossier", place.project, "-o", out, env=clock))
    files = files_below(out)
    expect(files == ["Dossier.pdf"] + [f"To go on working with/{name}" for name in (
        "01 Brief.ods", "01 Brief.odt", "02 Folien.odp", "03 Liste.ods", "03 Liste.odt", "04 All answers.ods", "04 All answers.odt")], str(files))
    text = pdf_text(out / "Dossier.pdf")
    if text is not None:
        places = [text.find(part) for part in ("What is still missing", "Cover sheet", "Contents", "What was decided when", "Answers: Anfang",
                                               "Sources used")]
        expect(-1 not in places and places == sorted(places), f"{places}: {text[:500]}")
        expect("Mehr Licht auf dem Platz" in text, "the answer is missing")

    expect_ok(place.run("project", "dossier", place.project, "-o", again, env=clock))
    expect(all((out / name).read_bytes() == (again / name).read_bytes() for name in files), "not the same bytes")
    before = {name: (out / name).read_bytes() for name in files}
    expect_sentence(place.run("project", "dossier", place.project, "-o", out), "“Mappe”")
    expect({name: (out / name).read_bytes() for name in files_below(out)} == before, "a folder that was there was touched")

    short = place.folder / "Kurz"
    expect_ok(place.run("project", "dossier", place.project, "--leave-out", "files", "--leave-out", "answers", "-o", short))
    expect(files_below(short) == ["Dossier.pdf"], str(files_below(short)))
    expect("Answers: Anfang" not in (pdf_text(short / "Dossier.pdf") or ""), "what was left out is there")
    nothing = place.folder / "nichts"
    expect_wrong_call(place.run("project", "dossier", place.project, "--leave-out", "novel", "-o", nothing), "“novel”", "sources")
    expect_wrong_call(place.run("project", "dossier", place.project), "-o DIR")
    expect_sentence(place.run("project", "dossier", place.project, "-o", nothing, limit=20000), "no space")
    expect(not nothing.exists() and not list(place.folder.glob("nichts*")), "a faulty call left something")


# Merging

def make_copies(place):
    """Two copies of one project that went different ways."""
    other = place.folder / "Kollegin.wegbereiter"
    expect_ok(place.set("ziel", "Am Anfang"))
    shutil.copy(place.project, other)
    expect_ok(place.set("ziel", "Meins"))
    expect_ok(place.set("leitung.name", "Frau A. (Beispiel)"))
    expect_ok(place.run("project", "set", other, "ziel", "Ihres"))
    expect_ok(place.run("project", "set", other, "aufgaben/+.was", "Lampe"))
    return other


def test_project_merge(place):
    other = make_copies(place)
    before, foreign = place.project.read_bytes(), other.read_bytes()
    new = place.folder / "beide.wegbereiter"
    call = expect_code(place.run("project", "merge", place.project, other, "-o", new), FAILED)
    expect(len(call.err.splitlines()) == 1 and "1 conflict" in call.err, call.err)
    expect([row[0] for row in call.rows] == ["incoming", "conflict"] and call.rows[1][1] == "1", call.out)
    expect("Lampe" in call.rows[0][2] and "Meins" in call.rows[1][2] and "Ihres" in call.rows[1][2], call.out)
    expect(not new.exists(), "something was written without a decision")

    expect_ok(place.run("project", "merge", "--choose", "1=theirs", place.project, other, "-o", new))
    shown = dict(expect_ok(place.run("project", "show", new)).rows)
    expect((shown["ziel"], shown["leitung"], shown["aufgaben"]) == ("Ihres", "Frau A. (Beispiel)", "Lampe"), str(shown))
    expect((place.project.read_bytes(), other.read_bytes()) == (before, foreign), "one of the copies was changed")
    rows = expect_ok(place.run("project", "history", new)).rows
    expect(any("Kollegin.wegbereiter" in row[3] for row in rows), "the history does not name the other copy")
    expect(expect_ok(place.run("project", "check", new)).code == OK, "the new file has faults")

    # It is done: nothing comes in again, whichever side decided.
    again = place.folder / "nochmal.wegbereiter"
    expect(expect_ok(place.run("project", "merge", new, other, "-o", again)).rows == [], "something came in twice")
    both = place.folder / "untereinander.wegbereiter"
    expect_ok(place.run("project", "merge", "--prefer", "mine", "--choose", "1=both", place.project, other, "-o", both))
    expect(dict(expect_ok(place.run("project", "show", both)).rows)["ziel"] == "Meins\\nIhres", "the texts were not joined")
    kept = again.read_bytes()
    expect_sentence(place.run("project", "merge", new, other, "-o", again), "nochmal.wegbereiter")
    expect(again.read_bytes() == kept, "the other file was replaced")


def test_project_merge_base(place):
    base = place.folder / "Vorher.wegbereiter"
    shutil.copy(place.project, base)
    other = make_copies(place)
    new = place.folder / "beide.wegbereiter"
    expect_ok(place.run("project", "merge", "--prefer", "mine", base, place.project, other, "-o", new))
    shown = dict(expect_ok(place.run("project", "show", new)).rows)
    expect((shown["ziel"], shown["aufgaben"]) == ("Meins", "Lampe"), str(shown))


def test_project_merge_wrong(place):
    other = make_copies(place)
    new = place.folder / "beide.wegbereiter"
    expect_wrong_call(place.run("project", "merge", place.project, other), "-o")
    expect_wrong_call(place.run("project", "merge", place.project, "-o", new))
    expect_wrong_call(place.run("project", "merge", "--prefer", "both", place.project, other, "-o", new), "both")
    for choice in ("1", "x=mine", "1=ours", "0=mine", "2=mine", "99999999999999999999=mine"):
        expect_sentence(place.run("project", "merge", "--choose", choice, place.project, other, "-o", new))
    expect_sentence(place.run("project", "merge", place.project, place.project, "-o", new), "this very project")
    stranger = place.folder / "Fremd.wegbereiter"
    expect_ok(place.run("project", "new", "--guide", "leitfaden-muster", "-o", stranger))
    expect_sentence(place.run("project", "merge", place.project, stranger, "-o", new), "Fremd.wegbereiter", "not a copy")
    expect(not new.exists(), "a faulty call left a file")
SECRETS = ("Zwirnemann", "ZWIRNEMANN", "zwirnemann", "Kunigunde", "Öxle", "Oexle", "623100", "beispiel-rathaus", "0532 0130", "Ortsvorsteherin")
CHATTER = ("Das geht. Rückfragen an Frau Zwirnemann oder K. ZWIRNEMANN (Tel. 03883 / 623100, oexle@beispiel-rathaus.de), dann an Thorsten Öxle, "
           "Konto DE89 3704 0044 0532 0130 00; Zwirnemanns Liste liegt bei der Ortsvorsteherin.")


def fill_with_people(path, guide):
    """People in every kind of answer that can hold a text, as the command line takes them."""
    folder = ROOT / "data" / "content" / "guide" / f"{guide}.json"
    for phase in json.loads(folder.read_text(encoding="utf-8"))["guide"]["phases"]:
        for field in [field for step in phase["steps"] for field in step["fields"]]:
            kind, name = field["type"], field["id"]
            if kind in ("text", "long-text"):
                run("project", "set", path, name, CHATTER)
            elif kind == "person":
                for part, value in (("name", "Dr. Kunigunde Zwirnemann"), ("role", "Ortsvorsteherin"), ("contact", "03883 623100")):
                    run("project", "set", path, f"{name}.{part}", value)
            elif "columns" in field or kind not in ("choice", "choices", "date", "rating", "checklist", "number", "money", "duration", "link",
                                                    "computed"):
                columns = [column["id"] for column in field.get("columns", []) if column["type"] == "text"]
                for number, column in enumerate(columns):
                    address = f"{name}/{'1' if number else '+'}.{column}"
                    run("project", "set", path, address, "Thorsten Öxle" if "name" in column.split("-") else CHATTER)


def test_project_contribute(place):
    for guide in ("leitfaden-allgemein", "leitfaden-sozialraeume"):
        path, pack = place.folder / f"{guide}.wegbereiter", place.folder / f"{guide}.wbpaket.json"
        expect_ok(run("project", "new", "--guide", guide, "--title", "Hochwasserpegel von Frau Zwirnemann", "--town", "13076060", "-o", path))
        fill_with_people(path, guide)

        review = expect_code(run("project", "contribute", path, "-o", pack), FAILED)
        expect("--reviewed" in review.err and not pack.exists(), review.err)
        numbers = {row[0] for row in review.rows if row[1] in ("out", "stays")}
        expect(len(numbers) > 20 and all(row[0] in numbers for row in review.rows), review.out[:500])
        expect(any(row[1:4] == ["replaced", "Name", "Frau Zwirnemann"] for row in review.rows), review.out[:2000])
        expect(not any(row[1] == "personal" for row in review.rows), "something personal would go out")

        # What it cost the town nobody else can say.
        effort = next(row[0] for row in review.rows if row[2] == "Aufwand")
        expect_sentence(run("project", "contribute", path, "--reviewed", "-o", pack), "“Aufwand” is empty", "Mittel")
        expect(not pack.exists(), "a pack without an effort")
        call = expect_code(run("project", "contribute", path, "--reviewed", "--text", f"{effort}=Mittel", "-o", pack), OK)
        expect("not signed" in call.err, call.err)
        text = pack.read_text(encoding="utf-8")
        expect([secret for secret in SECRETS if secret in text] == [], "somebody is named in the pack")

        other = {"XDG_DATA_HOME": str(place.folder / f"other-{guide}")}
        expect_code(run("pack", "import", pack, env=other), FAILED)
        expect_code(run("pack", "import", "--accept-unsigned", pack, env=other), OK)
        hits = expect_ok(run("search", "Hochwasserpegel", env=other)).rows
        expect(any(row[1] == "use-case" and row[0].startswith("beitrag-hagenow-hochwasserpegel") for row in hits), str(hits))


def test_project_contribute_wishes(place):
    path, pack = place.folder / "p.wegbereiter", place.folder / "p.wbpaket.json"
    expect_ok(run("project", "new", "--guide", "leitfaden-allgemein", "--title", "Pegel", "--town", "13076060", "-o", path))
    expect_ok(run("project", "set", path, "projektleitung.name", "Anna Wasser"))
    expect_ok(run("project", "set", path, "ziel", "Wir messen das Wasser im Bach."))
    expect_ok(run("project", "set", path, "anlass", "Der Keller der Schule lief voll."))
    rows = expect_code(run("project", "contribute", path, "-o", pack), FAILED).rows
    summary = next(row[0] for row in rows if "messen" in row[3])
    event = next(row[0] for row in rows if "Keller" in row[3])
    own = "Wir messen das Wasser im Bach, sagt 1. *jemand* <b> [x](y) {{z}} unter https://www.beispiel.de."

    # A word of every day that is a surname, too, goes out only when somebody says that it is none.
    facet = next(row[0] for row in rows if row[2] == "Aufwand")
    wishes = ("--text", f"{summary}={own}", "--leave-out", event, "--text", f"{facet}=Mittel")
    expect_sentence(run("project", "contribute", path, "--reviewed", *wishes, "-o", pack), "1 place")
    expect(not pack.exists(), "a pack that names somebody")
    expect_code(run("project", "contribute", path, "--reviewed", *wishes, "--keep", summary, "-o", pack), OK)
    text = pack.read_text(encoding="utf-8")
    expect("das Wasser im Bach" in text and "Keller" not in text, text[:500])

    key = place.folder / "key.json"
    expect_ok(run("content", "keygen", "-o", key))
    expect_ok(run("project", "contribute", path, "--reviewed", "--text", f"{facet}=Mittel", "--key", key, "-o", pack))
    expect("signature\tvalid" in expect_ok(run("pack", "inspect", pack)).out, "it is not signed")
    expect_wrong_call(run("project", "contribute", path, "--leave-out", "1", "-o", pack), "needs the piece 1")
    expect_wrong_call(run("project", "contribute", path, "--leave-out", "999", "-o", pack), "“999”")
    expect_wrong_call(run("project", "contribute", path, "--text", "1", "-o", pack), "NUMBER=TEXT")
    expect_wrong_call(run("project", "contribute", path), "-o FILE")
    expect_sentence(run("project", "contribute", path, "--reviewed", "--text", f"{facet}=riesig", "-o", pack), "riesig", "Mittel")
    expect_sentence(place.run("project", "contribute", place.project, "-o", pack), "beitrag-andere")


# Bad files

def each_project_command(place, path):
    yield place.run("project", "show", path)
    yield place.run("project", "set", path, "ziel", "x")
    yield place.run("project", "check", path)
    yield place.run("project", "history", path)
    yield place.run("project", "dossier", path, "-o", place.folder / "dossier-of-nothing")
    yield place.run("project", "contribute", path, "-o", place.folder / "contribution-of-nothing")
    yield place.run("project", "restore", path, "--at", "0", "-o", place.folder / "out.wegbereiter")
    yield place.run("project", "merge", path, place.project, "-o", place.folder / "out.wegbereiter")
    yield place.run("project", "merge", place.project, path, "-o", place.folder / "out.wegbereiter")
    yield place.run("export", path, "-o", place.folder / "out.pdf")


def make_bad_files(place):
    folder = place.folder / "bad"
    folder.mkdir()
    whole = place.project.read_bytes()
    (folder / "truncated").write_bytes(whole[:5000])
    (folder / "header").write_bytes(whole[:60])
    (folder / "empty").write_bytes(b"")
    (folder / "text").write_text("Das ist kein Projekt.\n" * 500)
    (folder / "noise").write_bytes(whole[:100] + os.urandom(8000))
    foreign = sqlite3.connect(folder / "foreign")
    foreign.execute("CREATE TABLE kunden (name TEXT)")
    foreign.commit()
    foreign.close()
    return sorted(folder.iterdir())


def test_learning(place):
    """Two laptops with one learner each of the same name become one, whichever way and however often."""
    here, there = place.folder / "here" / "user.db", place.folder / "there" / "user.db"
    exported = place.folder / "Kim.json"
    expect_sentence(run("learning", "list", "--user-data", here), "user.db")
    expect(not here.exists(), "looking made a file")
    for database, name, answer in ((here, "Kim", ("q1", "0", False, "2026-11-20T10:00:00Z")),
                                   (there, "KIM", ("q1", "1", True, "2026-11-21T10:00:00Z"))):
        question, given, right, time = answer
        exported.write_text(json.dumps({"format": 1, "holds": "learning-progress", "learners": [{
            "name": name, "answers": [{"lesson": "l1", "question": question, "given": given, "right": right, "time": time}],
            "lessons": [{"lesson": "l1", "course": "k1", "time": time}]}]}))
        expect_ok(run("learning", "merge", exported, "--user-data", database))
    expect(run("learning", "list", "--user-data", here).rows == [["", "0", "0"], ["Kim", "1", "1"]], "Kim is not there")
    expect_ok(run("learning", "export", "--learner", "kim", "-o", exported, "--user-data", there))
    expect(exported.stat().st_mode & 0o777 == 0o600, "progress that others can read")
    for _ in range(2):
        expect_ok(run("learning", "merge", exported, "--user-data", here))
        expect(run("learning", "list", "--user-data", here).rows == [["", "0", "0"], ["Kim", "1", "2"]], "no union")
    expect_ok(run("learning", "export", "-o", exported, "--user-data", here))
    everybody = json.loads(exported.read_text())["learners"]
    expect([learner["name"] for learner in everybody] == ["", "Kim"], "not everybody")
    expect([answer["right"] for answer in everybody[1]["answers"]] == [False, True], "an answer was lost")
    expect(everybody[1]["lessons"][0]["time"] == "2026-11-20T10:00:00Z", "the later day")

    expect_sentence(run("learning", "export", "--learner", "Alex", "-o", exported, "--user-data", here), "Alex")
    expect_wrong_call(run("learning", "export", "--user-data", here), "-o FILE")
    before = run("learning", "list", "--user-data", here).out
    exported.write_text('{"format": 1, "holds": "learning-progress", "learners": [{"name": "Eve", "answers": [{}]}]}')
    expect_sentence(run("learning", "merge", exported, "--user-data", here), "nothing was changed", "lesson")
    expect(run("learning", "list", "--user-data", here).out == before, "half a merge")


def pdf_text(path):
    """What stands in the PDF; None where that cannot be found out here."""
    if shutil.which("pdftotext") is None:
        return None
    return subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True).stdout.decode()


def make_user_data(place):
    """A user.db with Kim, who has finished the one lesson there is."""
    user, progress = place.folder / "user" / "user.db", place.folder / "Kim.json"
    answers = [{"lesson": "lektion-muster", "question": f"f{i}", "given": "0", "right": True, "time": "2026-11-20T10:00:00Z"}
               for i in range(1, 8)]
    progress.write_text(json.dumps({"format": 1, "holds": "learning-progress", "learners": [{
        "name": "Kim", "answers": answers,
        "lessons": [{"lesson": "lektion-muster", "course": "kurs-muster", "time": "2026-11-20T10:00:00Z"}]}]}))
    expect_ok(run("learning", "merge", progress, "--user-data", user))
    progress.unlink()
    return user


def test_learning_certificate(place):
    user, out = make_user_data(place), place.folder / "out.pdf"
    call = ("learning", "certificate", "--user-data", user)
    expect_ok(place.run(*call, "--learner", "Kim", "--name", "Kim <b>Muster</b>", "-o", out, "kurs-muster"))
    expect(is_pdf(out), "no PDF")
    text = pdf_text(out)
    for part in ("Kim <b>Muster</b>", "Kurs Licht", "Lektion Licht", "12"):
        expect(text is None or part in text, f"“{part}” is missing in: {text}")
    out.unlink()
    expect_sentence(place.run(*call, "--name", "Gast", "-o", out, "kurs-muster"), "1 lesson", "nothing was written")
    expect_sentence(place.run(*call, "--learner", "Alex", "-o", out, "kurs-muster"), "Alex")
    expect_sentence(place.run(*call, "--learner", "Kim", "-o", out, "nichts"), "“nichts”")
    expect_sentence(place.run(*call, "--learner", "Kim", "-o", out, "lektion-muster"))
    expect_sentence(place.run(*call, "--learner", "Kim", "--name", "x" * 61, "-o", out, "kurs-muster"), "60 characters")
    expect_wrong_call(place.run(*call, "kurs-muster"), "-o FILE")
    expect(not out.exists(), "half a path, and a certificate")


def add_assessment(user, begun, finished, title, tallies):
    """A self-check as the window writes it; @tallies: (barrier, statement, reply)."""
    database = sqlite3.connect(user)
    number = database.execute("INSERT INTO assessment (begun, finished, is_group, title) VALUES (?, ?, 0, ?)",
                              (begun, finished, title)).lastrowid
    for barrier, statement, reply in tallies:
        counts = [1 if i == reply else 0 for i in range(6)]
        database.execute("INSERT INTO tally VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (number, barrier, statement, *counts))
    database.commit()
    database.close()
    return number


def test_diagnosis(place):
    """Self-checks are listed, and written as report and as slides; the numbers are those of the replies."""
    user, out = make_user_data(place), place.folder / "out.pdf"
    call = ("diagnosis", "export", "--user-data", user, "-o", out)
    expect_sentence(place.run("diagnosis", "list", "--user-data", place.folder / "none.db"), "none.db")
    expect(place.run("diagnosis", "list", "--user-data", user).out == "", "a self-check out of nothing")
    expect_sentence(place.run(*call), "No self-check")
    everything = [("barriere-geld", "a1", 0), ("barriere-geld", "a2", 4), ("barriere-zeit", "a1", 4)]
    first = add_assessment(user, 1760000000, 1760000900, "Früher", [(b, s, 5) for b, s, _ in everything])
    second = add_assessment(user, 1763800000, 1763800900, "Klausur <1>", everything)
    draft = add_assessment(user, 1763900000, 0, "", everything[:1])
    rows = expect_ok(place.run("diagnosis", "list", "--user-data", user)).rows
    expect([row[0] for row in rows] == [str(draft), str(second), str(first)], rows)
    expect([row[2:] for row in rows] == [["draft", "1", "1", "3", ""], ["finished", "1", "3", "3", "Klausur <1>"],
                                         ["finished", "1", "0", "3", "Früher"]], rows)

    for arguments, parts in (((), ("Where we stand", "Klausur <1>", "Es fehlt Geld", "Kreis ohne Licht",
                                   "Einen Antrag gemeinsam schreiben")),
                             (("--document", "deck"), ("Where we stand", "Es fehlt Geld", "Kreis ohne Licht")),
                             (("--compare", first), ("What has changed", "not comparable")), ((first,), ("Früher", "not known"))):
        expect_ok(place.run(*call, *arguments))
        text = pdf_text(out)
        expect(is_pdf(out), "no PDF")
        for part in parts:
            expect(text is None or part in text, f"{arguments}: “{part}” is missing in: {text}")
        out.unlink()
    expect_sentence(place.run(*call, "99"))
    expect_sentence(place.run(*call, "--compare", second, first), "earlier one")
    expect_wrong_call(place.run(*call, "--document", "poem"), "“poem”", "report and deck")
    expect_wrong_call(place.run(*call, "zwei"), "“zwei”")
    expect_wrong_call(place.run("diagnosis", "export", "--user-data", user), "-o FILE")
    expect(not out.exists(), "something was written")


def test_bad_projects(place):
    for path in make_bad_files(place):
        before = path.read_bytes()
        for call in each_project_command(place, path):
            try:
                expect_sentence(call)
            except AssertionError as error:
                raise AssertionError(f"{path.name}: {error}") from error
        expect(path.read_bytes() == before, f"{path.name} was changed")
    for call in each_project_command(place, place.folder / "none"):
        expect_sentence(call)
    for call in each_project_command(place, place.library):
        expect_sentence(call)
    expect(not (place.folder / "out.pdf").exists(), "something was exported")


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


def test_newer_project(place):
    expect_ok(place.set("ziel", "Licht"))
    database = sqlite3.connect(place.project)
    version = database.execute("PRAGMA user_version").fetchone()[0]
    database.execute(f"PRAGMA user_version = {version + 1}")
    database.close()
    before = place.project.read_bytes()
    expect(place.show()["ziel"] == "Licht", "a newer project cannot be read")
    expect_sentence(place.set("ziel", "Dunkel"), "newer")
    expect(place.project.read_bytes() == before, "a newer project was changed")


def test_newer_library(place):
    database = sqlite3.connect(place.library)
    version = database.execute("PRAGMA user_version").fetchone()[0]
    database.execute(f"PRAGMA user_version = {version + 1}")
    database.close()
    expect_sentence(place.run("list"), "newer")


def test_read_only(place):
    """A project on a stick that cannot be written is read, and not changed."""
    expect_ok(place.set("ziel", "Licht"))
    user = NOBODY if os.geteuid() == 0 else None
    place.folder.chmod(0o555)
    place.project.chmod(0o444)
    try:
        if run("--version", user=user).code != OK:
            return "the program cannot be run by another user here"
        shown = place.run("project", "show", place.project, user=user)
        expect_ok(shown)
        expect(["ziel", "Licht"] in shown.rows, shown.out)
        expect_sentence(place.set("ziel", "Dunkel", user=user))
        expect_sentence(place.run("project", "new", "--guide", "leitfaden-muster", "-o", place.folder / "neu", user=user))
        expect_sentence(place.run("export", "liste-muster", "-o", place.folder / "out.pdf", user=user))
        expect_sentence(place.run("content", "build", GOOD, "-o", place.folder / "neu.db", user=user))
        expect(place.show()["ziel"] == "Licht", "the project was changed")
    finally:
        place.folder.chmod(0o755)
        place.project.chmod(0o600)
    expect(len(list(place.folder.iterdir())) == 2, "something was left behind")
    return None


def test_full_disk(place):
    expect_ok(place.set("ziel", "Licht"))
    size = place.project.stat().st_size
    expect_sentence(place.set("ziel", "ä" * 60000, limit=size))
    expect(place.show()["ziel"] == "Licht", "what was there is gone")
    expect_ok(place.run("project", "check", place.project))
    new = place.folder / "neu.wegbereiter"
    expect_sentence(place.run("project", "new", "--guide", "leitfaden-muster", "-o", new, limit=8192), "“neu.wegbereiter” could not be")
    expect(not new.exists(), "half a project was left behind")
    before = place.library.read_bytes()
    expect_sentence(run("content", "build", GOOD, "-o", place.library, limit=8192), "“library.db” could not be")
    expect(place.library.read_bytes() == before, "the older library is gone")
    expect(len(list(place.folder.iterdir())) == 2, "something was left behind")


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


def test_show_kinds(place):
    """What the kinds add is in the plain text too, figures as words and table."""
    run_sheet = expect_ok(place.run("show", "runde-muster")).out
    expect("0:10" in run_sheet and "Auf die Zeit achten." in run_sheet, run_sheet)
    lesson = expect_ok(place.run("show", "lektion-muster")).out
    expect("Figure: Strom je Lampe" in lesson and "Gas braucht am meisten." in lesson and "12.5" in lesson, lesson)


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


def test_letterhead(place):
    pictures = ROOT / "tests" / "fixtures" / "pictures"
    user = place.folder / "user.db"
    pdf = place.folder / "a.pdf"
    mine = ("--user-data", user)
    dated = {"SOURCE_DATE_EPOCH": "1795348800"}

    expect_sentence(run("user", "letterhead", *mine), "user.db")
    expect(not user.exists(), "looking made a file")
    expect_ok(run("export", "dsgvo-pruefung", "-o", pdf, library=LIBRARY, env={"XDG_DATA_HOME": str(place.folder)}))
    expect(not (place.folder / "wegbereiter").exists(), "exporting made user data")
    expect_ok(run("user", "letterhead", *mine, "--name", "Stadt Müllheim", "--address", "Rathausplatz 1\\n12345 Ort",
                  "--picture", pictures / "good" / "wappen.png", "--side", "right", "--accent", "#0a7d4f", "--look", "farbbalken",
                  library=LIBRARY))
    rows = dict(run("user", "letterhead", *mine).rows)
    expect(rows["name"] == "Stadt Müllheim" and rows["address"] == "Rathausplatz 1\\n12345 Ort", rows)
    expect(rows["accent"] == rows["accent-used"] == "#0a7d4f" and rows["side"] == "right" and rows["look"] == "farbbalken", rows)
    expect(int(rows["picture"]) == (pictures / "good" / "wappen.png").stat().st_size, rows)

    expect_ok(run("export", "dsgvo-pruefung", "-o", pdf, *mine, library=LIBRARY, env=dated))
    with_head = pdf.read_bytes()
    expect_ok(run("export", "dsgvo-pruefung", "-o", pdf, *mine, library=LIBRARY, env=dated))
    expect(pdf.read_bytes() == with_head, "not the same bytes again")
    expect_ok(run("export", "dsgvo-pruefung", "-o", pdf, *mine, "--plain", library=LIBRARY, env=dated))
    plain = pdf.read_bytes()
    expect(b"/Image" in with_head and b"/Image" not in plain, "the picture is not where it should be")

    call = expect_code(run("user", "letterhead", *mine, "--accent", "ffcc00"), OK)
    expect("4.5 is needed" in call.err and "is used in its place" in call.err, call.err)
    rows = dict(run("user", "letterhead", *mine).rows)
    expect(rows["accent"] == "#ffcc00" and rows["accent-used"] not in ("#ffcc00", ""), rows)
    expect(rows["name"] == "Stadt Müllheim", "the name was lost")

    expect_wrong_call(run("user", "letterhead", *mine, "--accent", "blau"), "“blau” is no colour")
    expect_wrong_call(run("user", "letterhead", *mine, "--side", "top"), "“top”")
    expect_sentence(run("user", "letterhead", *mine, "--look", "gold", library=LIBRARY), "no look “gold”", "schlicht")
    expect_sentence(run("user", "letterhead", *mine, "--picture", "/no/such"), "cannot be read")
    for name in sorted((pictures / "refused").iterdir()):
        expect_sentence(run("user", "letterhead", *mine, "--picture", name, "--name", "Anders"), ".")
    expect(dict(run("user", "letterhead", *mine).rows)["name"] == "Stadt Müllheim", "half of it was set")
    expect_ok(run("user", "letterhead", *mine, "--picture", ""))
    expect(dict(run("user", "letterhead", *mine).rows)["picture"] == "0", "the picture is still there")
    expect_ok(run("user", "letterhead", *mine, "--remove"))
    expect(expect_ok(run("user", "letterhead", *mine)).out == "", "the letterhead is still there")


def main():
    tests = [(name[5:], test) for name, test in globals().items()
             if name.startswith("test_") and (not ONLY or name[5:] in ONLY)]
    print(f"1..{len(tests)}")
    failed = 0
    for number, (name, test) in enumerate(tests, 1):
        with tempfile.TemporaryDirectory(prefix="wb-cli-") as folder:
            os.chmod(folder, 0o755)
            try:
                skipped = test(Place(folder))
                print(f"ok {number} {name}" + (f" # SKIP {skipped}" if skipped else ""))
            except Exception:  # pylint: disable=broad-except
                failed += 1
                print(f"not ok {number} {name}")
                print("# " + traceback.format_exc().strip().replace("\n", "\n# "))
        sys.stdout.flush()
    return 1 if failed else 0


sys.exit(main())
