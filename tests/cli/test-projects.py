#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Projects on the command line: made, filled, shown, merged, handed on; and project files that are damaged, foreign or newer."""

import json
import os
import shutil
import sqlite3

import program
from program import (expect, expect_code, expect_ok, expect_sentence, expect_wrong_call, FAILED, GOOD, LIBRARY, make_bad_files, NOBODY, OK,
                     pdf_text, ROOT, run)


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


# Dossiers

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

def test_project_show_computed(place):
    """A computed column has a value only in the rows in which it is asked."""
    database = sqlite3.connect(place.project)
    guide = json.loads(database.execute("SELECT value FROM meta WHERE key = 'guide-json'").fetchone()[0])
    tasks = next(field for phase in guide["phases"] for step in phase["steps"] for field in step["fields"] if field["id"] == "aufgaben")
    tasks.update({"type": "group", "item": "Aufgabe"})
    tasks["columns"].append({"id": "doppelt", "label": "Doppelt", "type": "computed", "formula": {"product": [2, "kosten"]},
                             "when": {"column": "stand", "is": "offen"}})
    database.execute("UPDATE meta SET value = ? WHERE key = 'guide-json'", (json.dumps(guide),))
    database.commit()
    database.close()
    for number, state in ((1, "offen"), (2, "fertig")):
        expect_ok(place.set("aufgaben/+.kosten", "21"))
        expect_ok(place.set(f"aufgaben/{number}.stand", state))
    shown = dict(row for row in expect_ok(place.run("project", "show", "--parts", place.project)).rows)
    expect(shown.get("aufgaben/1.doppelt") == "42", str(shown))
    expect("aufgaben/2.doppelt" not in shown, "a value of a question that is not asked")


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
    found = {path.name for path in place.folder.iterdir() if path.suffix != ".db"}
    expect(not any(name.startswith(".") for name in found), f"something unfinished was left: {found}")


def test_project_merge_base(place):
    base = place.folder / "Vorher.wegbereiter"
    shutil.copy(place.project, base)
    other = make_copies(place)
    new = place.folder / "beide.wegbereiter"
    expect_ok(place.run("project", "merge", "--prefer", "mine", base, place.project, other, "-o", new))
    shown = dict(expect_ok(place.run("project", "show", new)).rows)
    expect((shown["ziel"], shown["aufgaben"]) == ("Meins", "Lampe"), str(shown))


def test_project_merge_stopped(place):
    """The new file cannot be filled: it is named, not the copy that was to become it."""
    other = make_copies(place)
    expect_ok(place.run("project", "set", other, "aufgaben/1.kosten", "21"))
    database = sqlite3.connect(place.project)
    database.execute("CREATE UNIQUE INDEX one ON answer (field)")
    database.commit()
    database.close()
    call = place.run("project", "merge", "--prefer", "mine", place.project, other, "-o", place.folder / "beide.wegbereiter")
    expect_sentence(call, "beide.wegbereiter")
    expect("unfinished" not in call.err, call.err)
    expect(not any("unfinished" in path.name or "beide" in path.name for path in place.folder.iterdir()), "something was left behind")


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


def test_links(place):
    """What is linked to is called by its title, where there is a library that has it, and by its id where there is none."""
    project = place.folder / "links.wegbereiter"
    expect_ok(run("project", "new", "--guide", "leitfaden-allgemein", "-o", project, library=LIBRARY))
    for field, value in (("vorbild-eintrag", "klarschiff-rostock-mv"), ("norm-eintrag", "gibt-es-nicht")):
        expect_ok(run("project", "set", project, field, value))
    title = next(row[2] for row in expect_ok(run("list", "--kind", "use-case", library=LIBRARY)).rows if row[0] == "klarschiff-rostock-mv")
    shown = {row[0]: row[1:] for row in expect_ok(run("project", "show", project, library=LIBRARY)).rows}
    expect(shown["vorbild-eintrag"] == ["klarschiff-rostock-mv", title], shown["vorbild-eintrag"])
    expect(shown["norm-eintrag"] == ["gibt-es-nicht", "gibt-es-nicht (not in this library)"], shown["norm-eintrag"])
    expect(title in expect_ok(run("project", "history", project, library=LIBRARY)).out, "the history names ids")
    # The library that comes with the program, with packs on it; and one that is none.
    shown = {row[0]: row[1:] for row in expect_ok(run("project", "show", project, env={"XDG_DATA_HOME": str(place.folder)})).rows}
    expect(shown["vorbild-eintrag"][0] == "klarschiff-rostock-mv", shown["vorbild-eintrag"])
    shown = {row[0]: row[1:] for row in expect_ok(run("project", "show", project, library=place.folder / "none.db")).rows}
    expect(shown["vorbild-eintrag"] == ["klarschiff-rostock-mv", "klarschiff-rostock-mv"], shown["vorbild-eintrag"])


def test_reading_changes_nothing(place):
    """Who only reads keeps nobody from writing: no lock is taken, nothing brought up to date, nothing left beside it."""
    for version in (2, 3):
        folder = place.folder / f"read-{version}"
        folder.mkdir()
        old = folder / "alt.wegbereiter"
        shutil.copy(ROOT / "tests" / "fixtures" / "storage" / f"project-v{version}.wegbereiter", old)
        before = old.read_bytes()
        expect(expect_ok(place.run("project", "show", old)).rows, f"nothing is shown of version {version}")
        expect_ok(place.run("project", "history", old))
        expect_ok(place.run("project", "attachments", old))
        expect(old.read_bytes() == before, f"reading changed version {version}")
        expect([path.name for path in folder.iterdir()] == [old.name], f"reading version {version} left something")
        shutil.rmtree(folder)


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


program.main(globals(), program.places())
