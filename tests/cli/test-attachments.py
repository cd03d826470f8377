#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that are attached to a project, on the command line: in, listed, out again, removed, and never where they do not belong."""

import hashlib
import os
import sqlite3
from pathlib import Path

import program
from program import expect, expect_ok, expect_sentence, FAILED, LIBRARY, run

FIELD = "ergebnis-anlagen"


class Place:
    """A folder with a project of the bundled guide."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.project = self.folder / "p.wegbereiter"
        expect_ok(run("project", "new", "--guide", "leitfaden-allgemein", "-o", self.project, library=LIBRARY))

    def write(self, name, data):
        path = self.folder / name
        path.write_bytes(data)
        return path

    def attach(self, *paths, field=FIELD):
        return run("project", "attach", self.project, field, *paths)

    def list(self):
        return expect_ok(run("project", "attachments", self.project)).rows

    def take(self, place, output):
        return run("project", "attachment", "-o", output, self.project, place)


def test_in_and_out(place):
    data = os.urandom(70000)
    first, empty = place.write("Plan.pdf", data), place.write("leer.txt", b"")
    expect(expect_ok(place.attach(first, empty)).rows == [[f"{FIELD}/1", "Plan.pdf"], [f"{FIELD}/2", "leer.txt"]], "not as it was named")
    rows = place.list()
    expect([row[:4] for row in rows] == [[f"{FIELD}/1", "Plan.pdf", "70000", "application/pdf"], [f"{FIELD}/2", "leer.txt", "0", "text/plain"]], str(rows))
    first.unlink()
    out = place.folder / "heraus.pdf"
    expect_ok(place.take(f"{FIELD}/1", out))
    expect(out.read_bytes() == data and out.stat().st_mode & 0o777 == 0o600, "it came out as something else")
    # Into a folder: by its name, and nothing is replaced.
    expect_ok(place.take(f"{FIELD}/2", place.folder))
    expect((place.folder / "leer (2).txt").exists(), str(list(place.folder.iterdir())))
    shown = dict(row[:2] for row in expect_ok(run("project", "show", place.project)).rows)
    expect("Plan.pdf" in shown[FIELD], shown[FIELD])
    expect(not list(place.folder.glob("*journal*")), "something lies beside the project")


def test_refused(place):
    expect_sentence(place.attach(place.folder / "fort.txt"), "fort.txt")
    expect_sentence(place.attach(place.folder), "is no file")
    expect_sentence(place.attach(place.project), "is a project")
    expect_sentence(place.attach(place.write("groß.bin", bytes(20_000_001))), "larger than")
    good = place.write("a.txt", b"a")
    expect_sentence(place.attach(good, field="nichts"), "nichts")
    expect_sentence(place.attach(good, field="erreicht"), "no field for files")
    expect_sentence(run("project", "set", place.project, f"{FIELD}/+.name", "Plan.pdf"), "project attach")
    expect(place.list() == [], "something was attached")
    expect_ok(place.attach(good))
    expect_sentence(place.take(f"{FIELD}/2", place.folder / "x"), "1")
    before = place.project.read_bytes()
    expect_sentence(place.take(f"{FIELD}/1", place.project), "the project itself")
    os.link(place.project, place.folder / "anders")
    expect_sentence(place.take(f"{FIELD}/1", place.folder / "anders"), "the project itself")
    expect(place.project.read_bytes() == before, "the project was changed")


def test_removed(place):
    data = os.urandom(500_000)
    expect_ok(place.attach(place.write("Plan.pdf", data)))
    expect_ok(run("project", "detach", place.project, f"{FIELD}/1"))
    expect(place.list() == [], "it is still there")
    history = [row[3] for row in expect_ok(run("project", "history", place.project)).rows]
    expect(history == ["Attachment: “Plan.pdf” attached", "Attachment: “Plan.pdf” removed"], str(history))
    earlier = place.folder / "früher.wegbereiter"
    expect_ok(run("project", "restore", "--at", "1", "-o", earlier, place.project))
    out = place.folder / "heraus.pdf"
    expect_ok(run("project", "attachment", "-o", out, earlier, f"{FIELD}/1"))
    expect(out.read_bytes() == data, "it came back as something else")
    size = place.project.stat().st_size
    expect(expect_ok(run("project", "purge", place.project)).rows == [["500000"]], "not what was removed")
    expect(place.project.stat().st_size < size - 400_000 and data[1000:1100] not in place.project.read_bytes(), "the bytes are still in the file")
    expect_ok(run("project", "check", place.project))


def test_hostile(place):
    """A project file says that its attachment is called ../../x, and that it is another one."""
    expect_ok(place.attach(place.write("a.txt", b"gut")))
    database = sqlite3.connect(place.project)
    database.execute("UPDATE answer SET value = '../../böse\n.txt' WHERE \"column\" = 'name'")
    database.commit()
    inner = place.folder / "innen"
    inner.mkdir()
    expect_ok(place.take(f"{FIELD}/1", inner))
    expect([path.name for path in inner.iterdir()] == ["böse.txt"], str(list(inner.iterdir())))
    database.execute("UPDATE attachment SET bytes = ?", (b"schlecht",))
    database.commit()
    database.close()
    expect_sentence(place.take(f"{FIELD}/1", place.folder / "x.txt"), "damaged")
    expect(not (place.folder / "x.txt").exists(), "what is damaged came out")
    call = run("project", "check", place.project)
    expect(call.code == FAILED and "1 attachment cannot be read" in call.out + call.err, call.out + call.err)


def test_no_name_left(place):
    """Where every name is taken, nothing is replaced; and nothing is put beside a project that SQLite would play into it."""
    expect_ok(place.attach(place.write("a.txt", b"gut")))
    inner = place.folder / "voll"
    inner.mkdir()
    for number in range(1, 1001):
        (inner / ("a.txt" if number == 1 else f"a ({number}).txt")).write_bytes(b"alt")
    expect_sentence(place.take(f"{FIELD}/1", inner), "a.txt")
    expect(all(path.read_bytes() == b"alt" for path in inner.iterdir()) and len(list(inner.iterdir())) == 1000, "something was replaced")
    database = sqlite3.connect(place.project)
    database.execute("UPDATE answer SET value = 'p.wegbereiter-journal' WHERE \"column\" = 'name'")
    database.commit()
    database.close()
    expect_ok(place.take(f"{FIELD}/1", place.folder))
    expect((place.folder / "p.wegbereiter-journal_").exists() and not (place.folder / "p.wegbereiter-journal").exists(), "it lies beside the project")


def test_dossier(place):
    first, second = place.write("Plan.pdf", b"%PDF-1.4 eins"), place.write("plan.PDF", b"%PDF-1.4 zwei")
    expect_ok(place.attach(first))
    expect_ok(place.attach(second, field="beschluss-anlagen"))
    folder = place.folder / "Mappe"
    expect_ok(run("project", "dossier", place.project, "-o", folder, library=LIBRARY))
    found = {hashlib.sha256(path.read_bytes()).hexdigest() for path in (folder / "Attachments").iterdir()}
    expect(found == {hashlib.sha256(path.read_bytes()).hexdigest() for path in (first, second)}, "not both are in the folder")
    without = place.folder / "Ohne"
    expect_ok(run("project", "dossier", place.project, "--leave-out", "attachments", "-o", without, library=LIBRARY))
    expect(not (without / "Attachments").exists(), "they were to stay out")


program.main(globals(), Place)
