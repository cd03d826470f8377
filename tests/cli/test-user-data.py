#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The user's own data on the command line: learning, certificates, the diagnosis."""

import json
import sqlite3

import program
from program import expect, expect_ok, expect_sentence, expect_wrong_call, is_pdf, pdf_text, run


# Learning

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


# Diagnosis

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


program.main(globals(), program.places())
