#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""“project tasks” from outside, and what calendars that others wrote read in its files."""

import datetime
import os
import shutil
import sqlite3
import subprocess
from pathlib import Path

import program
from program import expect, LIBRARY, PROGRAM

try:
    import icalendar
    import vobject
except ImportError:
    icalendar = vobject = None

GUIDE = "leitfaden-sozialraeume"
TASK = "Räume; Flure, \\ Dächer: " + "sehr lange Zeile mit Umlauten äöü, " * 5 + "Ende"
FAR = "2035-03-15"


def run(*args, code=0):
    result = subprocess.run([PROGRAM, "--library", LIBRARY, *[str(arg) for arg in args]], capture_output=True, text=True,
                            timeout=120, check=False)
    expect(result.returncode == code, f"{args}: {result.returncode}, not {code}: {result.stderr}")
    return result


def make_project(folder, name="Räume", tasks=((TASK, "Toni", FAR, ""),)):
    path = folder / f"{name}.wegbereiter"
    run("project", "new", "--guide", GUIDE, "-o", path, "--title", name)
    for number, (text, who, until, done) in enumerate(tasks, 1):
        run("project", "set", path, "aufgaben/+.task", text)
        for column, value in (("responsible", who), ("bis-wann", until), ("erledigt", done)):
            if value:
                run("project", "set", path, f"aufgaben/{number}.{column}", value)
    return path


def read_calendar(path):
    """By two foreign parsers, and by the letter of the standard."""
    data = path.read_bytes()
    expect(b"\n" not in data.replace(b"\r\n", b""), "a line that ends otherwise")
    expect(all(len(line) <= 75 for line in data.split(b"\r\n")), "a line of more than 75 octets")
    text = data.decode("utf-8")
    calendar = icalendar.Calendar.from_ical(text)
    expect(not calendar.errors and str(calendar["PRODID"]).startswith("-//Wegbereiter//"), calendar.errors)
    parts = [part for part in calendar.walk() if part.name in ("VTODO", "VEVENT")]
    expect(not any(part.errors for part in parts), [part.errors for part in parts])
    other = vobject.readOne(text)
    summaries = sorted(part.summary.value for part in list(other.contents.get("vtodo", [])) + list(other.contents.get("vevent", [])))
    expect(summaries == sorted(str(part["SUMMARY"]) for part in parts), "the two do not read the same")
    return parts


def test_list(folder):
    first = make_project(folder, "Erstes", (("Später", "Kim", "2036-01-01", ""), ("Fertig", "", FAR, "yes"), ("Irgendwann", "", "", "")))
    run("project", "set", first, "ratsbeschluss", "2035-12-24")
    second = make_project(folder, "Zweites", ((TASK, "Toni", FAR, ""),))
    rows = [line.split("\t") for line in run("project", "tasks", first, second).stdout.splitlines()]
    expect([row[:3] for row in rows] == [[FAR, "open", "Zweites"], ["2035-12-24", "date", "Erstes"], ["2036-01-01", "open", "Erstes"],
                                         ["", "open", "Erstes"]], rows)
    expect(rows[2][3:] == ["Später", "Kim"] and rows[0][3] == TASK.replace("\\", "\\\\"), rows)
    every = run("project", "tasks", "--all", first).stdout
    expect("\tdone\tErstes\tFertig\t" in every, every)
    # A day of the project that is over is no task.
    run("project", "set", first, "ratsbeschluss", "2020-01-01")
    expect("2020" not in run("project", "tasks", first).stdout, "a day that is over")


def test_calendar(folder):
    if icalendar is None:
        return "python3-icalendar and python3-vobject are missing"
    path, out = make_project(folder, tasks=((TASK, "Toni", FAR, ""), ("Ohne Tag", "", "", ""))), folder / "out.ics"
    run("project", "set", path, "ratsbeschluss", "2035-12-24")
    run("project", "tasks", "-o", out, path)
    expect(out.stat().st_mode & 0o777 == 0o600, "others can read it")
    parts = read_calendar(out)
    expect(sorted(part.name for part in parts) == ["VEVENT", "VTODO", "VTODO"], parts)
    todo = next(part for part in parts if str(part["SUMMARY"]) == TASK)
    expect(todo["DUE"].dt == datetime.date(2035, 3, 15) and str(todo["STATUS"]) == "NEEDS-ACTION", todo)
    expect("Toni" in str(todo["DESCRIPTION"]) and "Räume" in str(todo["DESCRIPTION"]), todo)
    event = next(part for part in parts if part.name == "VEVENT")
    expect((event["DTSTART"].dt, event["DTEND"].dt) == (datetime.date(2035, 12, 24), datetime.date(2035, 12, 25)), event)

    # Again, from a copy that lies elsewhere and says something else: the same names.
    moved = folder / "anderswo" / "Kopie.wegbereiter"
    moved.parent.mkdir()
    shutil.copy(path, moved)
    run("project", "set", moved, "aufgaben/1.task", "Umbenannt")
    run("project", "set", moved, "aufgaben/1.erledigt", "yes")
    run("project", "tasks", "--all", "-o", out, moved)
    again = read_calendar(out)
    expect({str(part["UID"]) for part in again} == {str(part["UID"]) for part in parts}, "other names")
    todo = next(part for part in again if str(part["SUMMARY"]) == "Umbenannt")
    expect(str(todo["STATUS"]) == "COMPLETED", todo)

    run("project", "tasks", "--events", "-o", out, path)
    parts = read_calendar(out)
    expect([part.name for part in parts] == ["VEVENT", "VEVENT"], parts)
    return None


def test_broken_among_them(folder):
    good, bad = make_project(folder), folder / "Kaputt.wegbereiter"
    shutil.copy(good, bad)
    bad.write_bytes(bad.read_bytes()[:3000])
    call = run("project", "tasks", bad, good, folder / "fehlt.wegbereiter", code=1)
    expect("Kaputt" in call.stderr and "fehlt" in call.stderr and "Räume" in call.stdout, call)
    # One that somebody holds: named, and not waited for.
    held = sqlite3.connect(good)
    held.execute("BEGIN EXCLUSIVE")
    call = run("project", "tasks", good, code=1)
    expect("Räume" in call.stderr and len(call.stderr.splitlines()) == 1, call.stderr)
    held.rollback()
    held.close()
    before = good.read_bytes()
    run("project", "tasks", good)
    expect(good.read_bytes() == before, "reading changed it")
    expect(not [name for name in os.listdir(folder) if name not in (good.name, bad.name)], os.listdir(folder))


def test_known(folder):
    path, user = make_project(folder), folder / "user.db"
    run("project", "tasks", "--user-data", user, code=1)
    learners = folder / "l.json"
    learners.write_text('{"format": 1, "holds": "learning-progress", "learners": [{"name": "Kim"}]}')
    run("learning", "merge", learners, "--user-data", user)
    with sqlite3.connect(user) as database:
        database.execute("INSERT INTO project VALUES (?, 'Räume', 'Leitfaden', NULL, 0, 1, 1, 1)", (str(path),))
    database.close()
    expect(TASK.replace("\\", "\\\\") in run("project", "tasks", "--user-data", user).stdout, "the project that the window knows")
    # Never over one of them.
    before = path.read_bytes()
    run("project", "tasks", "--user-data", user, "-o", path, code=1)
    expect(path.read_bytes() == before, "the project was overwritten")


def test_spares_the_project(folder):
    path, link = make_project(folder), folder / "anders.ics"
    before = path.read_bytes()
    os.link(path, link)
    for out in (path, link):
        call = run("project", "tasks", "-o", out, path, code=1)
        expect(str(out) in call.stderr, call.stderr)
        run("project", "contribute", path, "--reviewed", "-o", out, code=1)
        expect(path.read_bytes() == before, "the project was overwritten")


def read_missing(path, *args):
    return [line.split("\t") for line in run("project", "missing", *args, path).stdout.splitlines()]


def test_missing(folder):
    # Days are counted from today on, so the meeting stays ten years ahead.
    year = datetime.date.today().year + 10
    path = make_project(folder, "Rat", (("Angebot", "Kim", f"{year}-01-05", ""), ("Danach", "", f"{year}-02-01", ""), ("Alt", "", "2020-01-01", "")))
    lines = read_missing(path)
    expect(lines[0][:5] == ["day", "must", "", "", "ratsbeschluss"], lines[0])
    expect(["late", "must", "2020-01-01"] == lines[1][:3], lines[1])
    expect(any(line[0] == "paper" and line[1] == "must" and line[4] == "ziel" and "Beschlussvorlage" in line[6] for line in lines), lines)
    expect(any(line[0] == "people" and "Personalrat" in line[5] for line in lines), lines)
    expect(not any(line[0] == "task" for line in lines), "no day to count back from")
    # Two days; the one that the guide asks for becomes its answer.
    lines = read_missing(path, "--meeting", f"{year}-01-12", "--hand-in", f"{year - 1}-12-18")
    expect(not any(line[0] == "day" for line in lines), lines)
    expect([line[5] for line in lines if line[0] == "task"] == ["Angebot"], lines)
    expect(all(line[2] == f"{year - 1}-12-18" and int(line[3]) > 0 for line in lines if line[0] == "paper"), lines)
    expect(f"ratsbeschluss\t{year}-01-12" in run("project", "show", path).stdout, "the answer of the guide")
    # What is answered is missing no longer, and an answer that leaves it open is undecided.
    run("project", "set", path, "ziel", "Räume finden")
    run("project", "set", path, "personenbezug", "unklar")
    lines = read_missing(path)
    expect(not any(line[4] == "ziel" for line in lines), lines)
    expect(any(line[0] == "undecided" and line[1] == "must" and line[4] == "personenbezug" for line in lines), lines)
    expect("hand-in" not in run("project", "history", path).stdout and f"18.12.{year - 1}" in run("project", "history", path).stdout, "the history in words")
    # The day goes beside the answers where the guide does not ask for it.
    run("project", "set", path, "rat-befassung", "keine")
    run("project", "missing", "--meeting", f"{year}-03-01", path)
    expect(f"{year}-03-01" not in run("project", "show", path).stdout and not any(line[0] == "day" for line in read_missing(path)), "kept as a fact")
    # On paper.
    pdf, odt = folder / "rat.pdf", folder / "rat.odt"
    run("project", "missing", "--plain", "-o", pdf, path)
    expect(pdf.read_bytes().startswith(b"%PDF-"), "a PDF")
    run("project", "missing", "--plain", "--format", "odt", "-o", odt, path)
    expect(odt.read_bytes().startswith(b"PK"), "an OpenDocument")
    before = path.read_bytes()
    run("project", "missing", "--plain", "-o", path, path, code=1)
    expect(path.read_bytes() == before, "the project was overwritten")
    # Wrong calls change nothing.
    run("project", "missing", "--meeting", f"12.1.{year}", "--hand-in", f"{year - 1}-01-01", path, code=2)
    run("project", "missing", "--format", "pdf", path, code=2)
    run("project", "missing", code=2)
    expect(path.read_bytes() == before, "a wrong call changed the project")
    run("project", "missing", folder / "fehlt.wegbereiter", code=1)


def test_wrong_calls(folder):
    run("project", "tasks", "--events", make_project(folder), code=2)
    run("project", "tasks", "--nothing", code=2)


program.main(globals(), Path)
