#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents on the command line: every form they are written in, letterheads, and what stands in the way."""

import shutil
import subprocess

import program
from program import expect, expect_code, expect_ok, expect_sentence, expect_wrong_call, is_pdf, LIBRARY, OK, ROOT, run


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


# Letterheads

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


program.main(globals(), program.places())
