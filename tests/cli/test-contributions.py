#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Contributions on the command line: what goes out, that nobody is named in it, and what another town does with it."""

import json
import sqlite3

import program
from program import OK, FAILED, ROOT, SANITIZED, expect, expect_code, expect_ok, expect_sentence, expect_wrong_call, is_pdf, pdf_text, run

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
                for number, column in enumerate(columns[:1] if SANITIZED else columns):
                    address = f"{name}/{'1' if number else '+'}.{column}"
                    run("project", "set", path, address, "Thorsten Öxle" if "name" in column.split("-") else CHATTER)


def test_project_contribute(place):
    # Hundreds of calls each: the sanitizers see all there is to see with the first.
    for guide in ("leitfaden-allgemein",) if SANITIZED else ("leitfaden-allgemein", "leitfaden-sozialraeume"):
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


# What is typed into the project of the town that contributes, and may be in no byte of what another town gets.
TOWN_SECRETS = ("Kunigunde", "Zwirnemann", "Öxle", "zwirnemann@musterbach.de", "musterbach.de", "04321", "998877", "0170 5551234")


def test_project_contribute_to_another_town(place):
    path, pack, guide = place.folder / "p.wegbereiter", place.folder / "p.wbpaket.json", "leitfaden-allgemein"
    here, there = ({"XDG_DATA_HOME": str(place.folder / name)} for name in ("here", "there"))
    expect_ok(run("project", "new", "--guide", guide, "--title", "Quellmonitor", "--town", "13076060", "-o", path, env=here))
    for field, value in (("projektleitung.name", "Kunigunde Zwirnemann"), ("projektleitung.contact", "zwirnemann@musterbach.de, 04321 998877"),
                         ("teamliste/+.name", "Thorsten Öxle"), ("teamliste/1.contact", "0170 5551234"),
                         ("ziel", "Jede Quelle ist bekannt. Fragen an Frau Zwirnemann, 04321/998877"),
                         ("anlass", "Im Sommer fielen Quellen trocken; Herr Öxle schrieb an zwirnemann@musterbach.de"),
                         ("gespraechsliste/+.mit", "Thorsten Öxle"), ("weitergabe", "dokumentation"),
                         ("entscheidungen/+.decision", "Kunigunde Zwirnemann misst von Hand")):
        call = run("project", "set", path, field, value, env=here)
        expect(call.code == OK, f"{field}: {call.err}")
    expect_code(run("project", "contribute", path, "-o", pack, env=here), FAILED)
    rows = run("project", "contribute", path, "-o", pack, env=here).rows
    effort = next(row[0] for row in rows if row[2] == "Aufwand")
    expect_code(run("project", "contribute", path, "--reviewed", "--text", f"{effort}=Mittel", "-o", pack, env=here), OK)
    data = pack.read_bytes()
    expect([secret for secret in TOWN_SECRETS if secret.encode() in data] == [], "somebody is named in the pack")
    expect("trocken".encode() in data, "the story is told")

    # The other town has nothing but the file.
    expect("beitrag-" not in expect_code(run("search", "Quellmonitor", env=there), OK).out, "known before it was imported")
    expect_code(run("pack", "import", "--accept-unsigned", pack, env=there), OK)
    entry = next(row[0] for row in expect_ok(run("search", "Quellmonitor", env=there)).rows if row[1] == "use-case")
    shown = expect_ok(run("show", entry, env=there)).out
    expect("trocken" in shown and "Hagenow" in shown, shown)
    expect([secret for secret in TOWN_SECRETS if secret in shown] == [], shown)

    # And begins its own project with it, with the templates that it names.
    own = place.folder / "own.wegbereiter"
    expect_ok(run("project", "new", "--guide", entry, "--town", "12069590", "-o", own, env=there))
    with sqlite3.connect(own) as database:
        expect(entry in "\n".join(database.iterdump()), "the project does not know what it came from")
    names = {link["to"] for link in json.loads(json.loads(data)["pack"]["entries"][0]["json"])["links"] if link["rel"] == "uses"}
    expect(names, "no template goes along")
    for name in names:
        expect_ok(run("export", name, "-o", place.folder / f"{name}.pdf", env=there))
        expect(is_pdf(place.folder / f"{name}.pdf"), f"{name} is no PDF")
    expect_ok(run("project", "set", own, "ziel", "Unsere Brunnen", env=there))
    expect_ok(run("export", own, "-d", "projektdokumentation", "-o", place.folder / "own.pdf", env=there))
    text = pdf_text(place.folder / "own.pdf")
    expect(text is None or "Unsere Brunnen" in text, "the answer is not in the document")

    # Without the pack the project goes on; a new one cannot begin from what is gone.
    expect_code(run("pack", "remove", json.loads(data)["pack"]["id"], env=there), OK)
    expect("Unsere Brunnen" in expect_ok(run("project", "show", own, env=there)).out, "the answer went with the pack")
    expect_sentence(run("project", "new", "--guide", entry, "-o", place.folder / "late.wegbereiter", env=there), entry)
    expect_sentence(run("project", "new", "--guide", "begriff-aggregation", "-o", place.folder / "term.wegbereiter"), "is no guide")


program.main(globals(), program.places())
