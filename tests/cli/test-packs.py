#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Content packs from outside: made, signed, looked into, imported, rolled back; and packs that are meant to do harm."""

import fcntl
import hashlib
import json
import os
import sqlite3
import subprocess
from pathlib import Path

import program
from program import Call, expect, FAILED, GOOD, OK, PROGRAM

HEAD = {"id": "musterkreis", "title": "Neues aus dem Musterkreis", "publisher": "Musterkreis", "version": 1,
        "date": "2026-11-22", "licence": "CC-BY-4.0"}


def entry(kind, name, **changes):
    """The JSON half of a sound entry, out of the one in the sound folder."""
    model = {"term": "term/begriff-licht.json", "playbook": "playbook/handbuch-muster.json"}[kind]
    facts = json.loads((GOOD / model).read_text())
    facts.update({"id": name, "title": f"Eintrag {name}", "links": []})
    facts.update(changes)
    return facts


def spell(text):
    """A text the way packs are written, so that what is tested is not the program's own writer."""
    out = ""
    for character in text:
        if character in '"\\':
            out += "\\" + character
        elif character == "\n":
            out += "\\n"
        elif character < " ":
            out += f"\\u{ord(character):04x}"
        else:
            out += character
    return f'"{out}"'


def pack_bytes(entries, head=None, key=None, signature=None):
    """A pack with right hashes; @entries: (kind, id, facts or text of the JSON half, text)."""
    head = {**HEAD, **(head or {})}
    rows = []
    for kind, name, facts, text in entries:
        half = facts if isinstance(facts, str) else json.dumps(facts, ensure_ascii=False)
        digest = hashlib.sha256(half.encode() + b"\0" + text.encode()).hexdigest()
        rows.append(f'\n{{"kind": {spell(kind)}, "id": {spell(name)}, "sha256": "{digest}", "json": {spell(half)}, "text": {spell(text)}}}')
    members = ", ".join(f'"{name}": {value if isinstance(value, int) else spell(value)}' for name, value in head.items())
    tail = f',\n"key": "{key}",\n"signature": "{signature}"' if key else ""
    return (f'{{"format": 1, "holds": "content-pack",\n"pack": {{{members}, "entries": [{",".join(rows)}\n]}}{tail}}}\n').encode()


class Place:
    """A library, a folder to make a pack from, and a place for packs.db."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.library = self.folder / "library.db"
        self.packs = self.folder / "user" / "packs.db"
        self.source = self.folder / "source"
        self.key = self.folder / "key.json"
        self.ok("content", "build", GOOD, "-o", self.library, bare=True)
        self.write_source(1, {("term", "begriff-kreis"): entry("term", "begriff-kreis"),
                              ("playbook", "handbuch-kreis"): entry("playbook", "handbuch-kreis",
                                                                    links=[{"rel": "law", "to": "gesetz-1"}])})

    def run(self, *args, bare=False, env=None):
        options = ["--library", self.library] if not bare else []
        if args[0] == "pack" and args[1] != "inspect":
            args = (*args[:2], "--packs", self.packs, *args[2:])
        process = subprocess.run([PROGRAM, *map(str, [*options, *args])], stdin=subprocess.DEVNULL, capture_output=True, timeout=120,
                                 env={**os.environ, **(env or {})}, check=False)
        return Call(process)

    def ok(self, *args, **options):
        call = self.run(*args, **options)
        expect(call.code == OK, f"{args}: exit code {call.code}: {call.out[-300:]}{call.err}")
        return call

    def refused(self, *args, part=""):
        call = self.run(*args)
        expect(call.code == FAILED, f"{args}: exit code {call.code}: {call.out}{call.err}")
        last = call.err.splitlines()[-1]
        expect(last.startswith("wegbereiter-cli: ") and last.endswith(".") and len(last) < 600, f"no sentence: {call.err}")
        expect(part in last, f"“{part}” is missing in: {last}")
        return call

    def write_source(self, version, entries):
        for path in sorted(self.source.rglob("*"), reverse=True):
            if path.is_dir():
                path.rmdir()
            else:
                path.unlink()
        for (kind, name), facts in entries.items():
            (self.source / kind).mkdir(parents=True, exist_ok=True)
            (self.source / kind / f"{name}.json").write_text(json.dumps(facts, ensure_ascii=False))
            (self.source / kind / f"{name}.md").write_text(f"## Zum Kreis\n\nDas Wort Kreisumlage von {name}.\n")
        (self.source / "pack.json").write_text(json.dumps({**HEAD, "version": version}))

    def make(self, name="muster.json", signed=True):
        path = self.folder / name
        if signed and not self.key.exists():
            self.ok("content", "keygen", "-o", self.key)
        self.ok("content", "pack", self.source, "-o", path, *(["--key", self.key] if signed else []))
        return path

    def search(self, word):
        return [row[0] for row in self.ok("--library", self.packs, "search", word, bare=True).rows]


def test_make(place):
    path = place.make()
    again = place.make("again.json")
    expect(path.read_bytes() == again.read_bytes(), "the same entries give other bytes")
    expect(place.key.stat().st_mode & 0o777 == 0o600, "a key that others can read")
    key_text = place.key.read_text()
    expect(json.loads(key_text)["secret"] not in path.read_text(), "the secret is in the pack")
    place.refused("content", "keygen", "-o", place.key, part="left untouched")
    expect(place.key.read_text() == key_text, "the key was overwritten")
    place.key.unlink()
    other = place.make("other.json")
    expect(other.read_bytes() != path.read_bytes(), "another key, the same bytes")
    expect(other.read_text().split('"key"')[0] == path.read_text().split('"key"')[0], "the key changes more than the signature")
    unsigned = place.make("plain.json", signed=False)
    entries = [(kind, name, (place.source / kind / f"{name}.json").read_text(), (place.source / kind / f"{name}.md").read_text())
               for kind, name in (("playbook", "handbuch-kreis"), ("term", "begriff-kreis"))]
    expect(unsigned.read_bytes() == pack_bytes(entries), "not the format that is written down")


def test_make_refused(place):
    target = place.folder / "no.json"
    for change, part in ((lambda: (place.source / "pack.json").unlink(), "pack.json"),
                         (lambda: (place.source / "pack.json").write_text(json.dumps({**HEAD, "version": "x"})), "version"),
                         (lambda: (place.source / "pack.json").write_text(json.dumps({**HEAD, "id": "Ä"})), "id"),
                         (lambda: (place.source / "term" / "begriff-kreis.md").unlink(), "begriff-kreis.md"),
                         (lambda: (place.source / "term" / "begriff-kreis.json").unlink(), "half an entry"),
                         (lambda: (place.source / "term" / "x.exe").write_text("x"), "x.exe"),
                         (lambda: (place.source / "other").mkdir(), "does not belong here"),
                         (lambda: (place.source / "term" / "begriff-kreis.md").write_bytes(b"\xff"), "UTF-8"),
                         (lambda: (place.source / "term" / "begriff-kreis.md").write_text("[x](wb:nirgends)\n"), "1 fault")):
        place.write_source(1, {("term", "begriff-kreis"): entry("term", "begriff-kreis")})
        change()
        place.refused("content", "pack", place.source, "-o", target, part=part)
        expect(not target.exists(), f"{part}: a pack was written")
        (place.source / "other").rmdir() if (place.source / "other").exists() else None
    place.write_source(1, {("term", "begriff-kreis"): entry("term", "begriff-kreis")})
    link = place.source / "term" / "secret.json"
    link.symlink_to(place.library)
    place.refused("content", "pack", place.source, "-o", target, part="secret.json")
    link.unlink()
    place.refused("content", "pack", place.source, "-o", target, "--key", place.library, part="no key")


def test_inspect(place):
    rows = place.ok("pack", "inspect", place.make()).rows
    expect(["id", "musterkreis"] in rows and ["version", "1"] in rows and ["signature", "valid"] in rows, rows)
    expect(["entry", "begriff-kreis", "term", "Eintrag begriff-kreis"] in rows, rows)
    key = dict(row for row in rows if len(row) == 2)["key"]
    expect(len(key.split()) == 10 and all(len(group) == 4 for group in key.split()), key)
    expect(["signature", "none"] in place.ok("pack", "inspect", place.make("plain.json", signed=False)).rows, "not named unsigned")


def test_import(place):
    path = place.make()
    place.refused("pack", "import", path, part="not said to trust")
    expect(not place.packs.exists(), "a stranger's pack was imported")
    fingerprint = place.ok("pack", "trust", path).out.strip()
    expect(place.ok("pack", "trust").rows[0][0] == fingerprint, "the key is not in the list")
    expect((place.packs.parent / "trusted-keys.json").stat().st_mode & 0o777 == 0o600, "a list that others can read")
    dry = place.ok("pack", "import", "--dry-run", path)
    expect(not place.packs.exists(), "the dry run wrote")
    call = place.ok("pack", "import", path)
    expect(call.err == "" and call.out == dry.out, call.err + call.out)
    expect(call.rows == [["added", "handbuch-kreis", "playbook", "Eintrag handbuch-kreis"],
                         ["added", "begriff-kreis", "term", "Eintrag begriff-kreis"]], call.rows)
    expect(place.packs.stat().st_mode & 0o777 == 0o600, "packs that others can read")
    rows = place.ok("pack", "list").rows
    expect(len(rows) == 1 and rows[0][0:3] == ["musterkreis", "1", "2026-11-22"] and rows[0][4] == "trusted", rows)
    expect(set(place.search("Kreisumlage")) == {"handbuch-kreis", "begriff-kreis"}, "the packs' entries are not found")
    expect("gesetz-1" in place.search("Lichtgesetz"), "the library's own are not found")
    expect("handbuch-kreis" in place.search("umlage"), "a part of a word is not found")
    origin = "Source: pack “Neues aus dem Musterkreis”"
    expect(origin in place.ok("--library", place.packs, "show", "handbuch-kreis", bare=True).out, "not said where it comes from")
    expect(origin not in place.ok("--library", place.packs, "show", "gesetz-1", bare=True).out, "a bundled entry from a pack")
    with sqlite3.connect(place.packs) as database:
        expect(database.execute("PRAGMA integrity_check").fetchone() == ("ok",), "damaged")
        links = database.execute("SELECT a.id, b.id FROM link JOIN item a ON a.number = link.item JOIN item b ON b.id = link.target"
                                 " WHERE rel = 'law'").fetchall()
        expect(("handbuch-kreis", "gesetz-1") in links, "no link into the library")
    place.refused("pack", "import", path, part="there already")
    place.ok("pack", "trust", "--forget", fingerprint)
    expect(place.ok("pack", "list").rows[0][4] == "valid", "still trusted")
    place.refused("pack", "trust", "--forget", fingerprint, part="No trusted key")


def test_update_and_rollback(place):
    place.ok("pack", "import", "--accept-unsigned", place.make("one.json"))
    place.write_source(2, {("term", "begriff-kreis"): entry("term", "begriff-kreis", summary="Anders."),
                           ("term", "begriff-neu"): entry("term", "begriff-neu")})
    two = place.make("two.json")
    rows = place.ok("pack", "import", "--accept-unsigned", two).rows
    expect([row[:2] for row in rows] == [["added", "begriff-neu"], ["changed", "begriff-kreis"], ["removed", "handbuch-kreis"]], rows)
    expect(set(place.search("Kreisumlage")) == {"begriff-neu", "begriff-kreis"}, "not the second version")
    before = place.packs.read_bytes()
    place.refused("pack", "import", "--accept-unsigned", place.folder / "one.json", part="not newer")
    expect(place.packs.read_bytes() == before, "refused, and changed all the same")
    place.ok("pack", "rollback")
    expect(place.ok("pack", "list").rows[0][1] == "1", "not back at the first version")
    expect(set(place.search("Kreisumlage")) == {"handbuch-kreis", "begriff-kreis"}, "not the first version")
    place.refused("pack", "rollback", part="no earlier state")
    place.ok("pack", "import", "--accept-unsigned", two)
    place.ok("pack", "import", "--accept-unsigned", "--allow-downgrade", place.folder / "one.json")
    expect(place.ok("pack", "list").rows[0][1] == "1", "no downgrade")
    place.ok("pack", "remove", "musterkreis")
    expect(place.ok("pack", "list").rows == [] and place.search("Kreisumlage") == [], "the pack is still there")
    place.refused("pack", "remove", "musterkreis", part="no pack")
    place.ok("pack", "rollback")
    expect(place.ok("pack", "list").rows[0][1] == "1", "the removal was not undone")


def test_two_packs(place):
    place.ok("pack", "import", "--accept-unsigned", place.make("one.json", signed=False))
    second = place.folder / "second.json"
    links = [{"rel": "see-also", "to": "begriff-kreis"}]
    second.write_bytes(pack_bytes([("term", "begriff-zwei", entry("term", "begriff-zwei", links=links), "Text.\n")],
                                  {"id": "zweites", "title": "Zweites"}))
    place.ok("pack", "import", "--accept-unsigned", second)
    expect([row[0] for row in place.ok("pack", "list").rows] == ["musterkreis", "zweites"], "not both")
    before = place.packs.read_bytes()
    place.refused("pack", "remove", "musterkreis", part="another one needs it")
    second.write_bytes(pack_bytes([("term", "begriff-kreis", entry("term", "begriff-kreis"), "Text.\n")],
                                  {"id": "drittes", "title": "Drittes"}))
    place.refused("pack", "import", "--accept-unsigned", second, part="already an entry of the pack")
    expect(place.packs.read_bytes() == before, "refused, and changed all the same")


LOCK_BYTE = 0x7fffff00


def test_one_at_a_time(place):
    """Whoever changes the packs keeps others from it until it is done; they are told, and change nothing."""
    pack = place.make(signed=False)
    lock = Path(str(place.packs) + ".lock")
    lock.parent.mkdir(parents=True)
    with open(lock, "w", encoding="utf-8") as held:
        fcntl.lockf(held, fcntl.LOCK_EX, 1, LOCK_BYTE)
        for call in (("import", "--accept-unsigned", pack), ("remove", "musterkreis"), ("rollback",)):
            place.refused("pack", *call, part="just now; nothing was changed")
        expect(not place.packs.exists(), "something was imported")
    place.ok("pack", "import", "--accept-unsigned", pack)
    before = place.packs.read_bytes()
    with open(lock, "w", encoding="utf-8") as held:
        fcntl.lockf(held, fcntl.LOCK_EX, 1, LOCK_BYTE)
        place.refused("pack", "rollback", part="just now; nothing was changed")
        expect(place.packs.read_bytes() == before, "the packs were changed")
        expect(place.search("Kreisumlage") != [], "reading needs no lock")


def test_many_at_once(place):
    """Whatever the order in which they come: who is told "done" is in it, who is told "not now" is not."""
    packs = []
    for i in range(4):
        packs.append(place.folder / f"{i}.json")
        packs[i].write_bytes(pack_bytes([("term", f"begriff-{i}", entry("term", f"begriff-{i}"), "## Satz\n\nEin Satz.\n")],
                                        head={"id": f"paket-{i}"}))
    calls = [subprocess.Popen([PROGRAM, "--library", place.library, "pack", "import", "--packs", place.packs, "--accept-unsigned", pack],
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for pack in packs]
    done = set()
    for i, process in enumerate(calls):
        message = process.communicate(timeout=120)[1].decode()
        expect(process.returncode == OK or "just now" in message, message)
        if process.returncode == OK:
            done.add(f"paket-{i}")
    expect(done, "nobody got through")
    expect({row[0] for row in place.ok("pack", "list").rows} == done, f"told done: {done}")


def test_bundled_library_changes(place):
    """The packs survive a new version of the program; one that no longer fits leaves the bundled library, with a word about it."""
    home = place.folder / "home"
    place.packs = home / "wegbereiter" / "packs.db"
    place.ok("pack", "import", "--accept-unsigned", place.make())
    tree = place.folder / "tree"
    (tree / "bin").mkdir(parents=True)
    (tree / "data").mkdir()
    program = tree / "bin" / "wegbereiter-cli"
    program.write_bytes(Path(PROGRAM).read_bytes())
    program.chmod(0o755)

    def search(word):
        process = subprocess.run([program, "search", word], capture_output=True, text=True, timeout=120, check=False,
                                 env={**os.environ, "XDG_DATA_HOME": str(home)})
        expect(process.returncode == OK, process.stderr)
        return [line.split("\t")[0] for line in process.stdout.splitlines()], process.stderr

    (tree / "data" / "library.db").write_bytes(place.library.read_bytes())
    stamp = place.packs.stat().st_mtime_ns
    expect(set(search("Kreisumlage")[0]) == {"handbuch-kreis", "begriff-kreis"}, "the packs are not open")
    expect(place.packs.stat().st_mtime_ns == stamp, "made anew without need")

    # As versions of the program wrote it that did not note where an entry comes from.
    with sqlite3.connect(place.packs) as database:
        database.execute("DROP TABLE origin")
        database.execute("UPDATE meta SET value = substr (value, 3) WHERE key = 'base'")
    expect(set(search("Kreisumlage")[0]) == {"handbuch-kreis", "begriff-kreis"}, "the packs are gone")
    with sqlite3.connect(place.packs) as database:
        expect(database.execute("SELECT DISTINCT title, publisher FROM origin").fetchall() ==
               [("Neues aus dem Musterkreis", "Musterkreis")], "the origin is still missing")

    newer = place.folder / "newer"
    for source in GOOD.rglob("*"):
        if source.is_file():
            target = newer / source.relative_to(GOOD)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
    (newer / "term" / "begriff-licht.md").write_text("Was die Finsternis vertreibt.\n")
    place.ok("content", "build", newer, "-o", tree / "data" / "library.db", bare=True)
    expect(search("Finsternis") == (["begriff-licht"], ""), "not the new library")
    expect(set(search("Kreisumlage")[0]) == {"handbuch-kreis", "begriff-kreis"}, "the packs are gone")

    for suffix, text in (("json", json.dumps(entry("term", "begriff-kreis"))), ("md", "Der neue.\n")):
        (newer / "term" / f"begriff-kreis.{suffix}").write_text(text)
    place.ok("content", "build", newer, "-o", tree / "data" / "library.db", bare=True)
    hits, words = search("Kreisumlage")
    expect(hits == [] and "only the bundled library is open" in words and "begriff-kreis" in words, f"{hits} {words}")
    place.packs.write_bytes(b"no database at all" * 1000)
    expect("only the bundled library is open" in search("Licht")[1], "no word on the damage")
    place.ok("pack", "import", "--accept-unsigned", place.folder / "muster.json")
    expect(place.packs.with_suffix(".db.damaged").exists(), "the damaged file is gone")


def hostile_packs(sound):
    """(name, bytes, part of the message) of packs that are to be refused whatever the user says."""
    term = ("term", "begriff-a", entry("term", "begriff-a"), "Text.\n")
    for sixteenth in range(16):
        yield f"cut at {sixteenth}/16", sound[:len(sound) * sixteenth // 16], ""
    yield "nesting", b"[" * 10_000_000, "nested deeper"
    yield "nesting of objects", b'{"a":' * 1_000_000, "nested deeper"
    yield "too large", b'{"format": 1, "holds": "' + b"x" * (17 * 1024 * 1024) + b'"}', "larger than 16 MB"
    yield "long text", pack_bytes([("term", "begriff-a", entry("term", "begriff-a", summary="x" * 301), "Text.\n")]), "summary"
    yield "long half", pack_bytes([("term", "begriff-a", '"' + "x" * (5 * 1024 * 1024) + '"', "Text.\n")]), "larger than"
    yield "nesting inside", pack_bytes([("term", "begriff-a", "[" * 100000, "Text.\n")]), "nested deeper"
    yield "duplicate keys", pack_bytes([term]).replace(b'"version": 1', b'"version": 1, "version": 2'), "twice"
    yield "duplicate keys inside", pack_bytes([("term", "begriff-a", '{"format": 1, "format": 1}', "Text.\n")]), "twice"
    yield "duplicate ids", pack_bytes([term, term]), "twice"
    yield "an id of two kinds", pack_bytes([("playbook", "begriff-a", entry("playbook", "begriff-a"), "Text.\n"), term]), "twice"
    yield "an id of the library", pack_bytes([("term", "begriff-licht", entry("term", "begriff-licht"), "Text.\n")]), "already an entry of the library"
    yield "another id inside", pack_bytes([("term", "begriff-a", entry("term", "begriff-b"), "Text.\n")]), "begriff-b"
    yield "another kind inside", pack_bytes([("term", "begriff-a", entry("playbook", "begriff-a"), "Text.\n")]), "kind"
    yield "a path as id", pack_bytes([("term", "../../etc/passwd", entry("term", "x"), "Text.\n")]), "id"
    yield "no entries", pack_bytes([]), "entries"
    yield "dead link", pack_bytes([("term", "begriff-a", entry("term", "begriff-a"), "[x](wb:nirgends)\n")]), "nirgends"
    yield "dead anchor", pack_bytes([("term", "begriff-a", entry("term", "begriff-a"), "[x](wb:handbuch-muster#nirgends)\n")]), "nirgends"
    yield "link to itself", pack_bytes([("term", "begriff-a", entry("term", "begriff-a", links=[{"rel": "see-also", "to": "begriff-a"}]), "Text.\n")]), "itself"
    ring = [("term", f"begriff-{name}", entry("term", f"begriff-{name}", links=[{"rel": "part-of", "to": f"begriff-{of}"}]), "Text.\n")
            for name, of in ("ab", "bc", "ca")]
    yield "ring of parts", pack_bytes(ring), "part of"
    yield "raw HTML", pack_bytes([("term", "begriff-a", entry("term", "begriff-a"), "<script>alert (1)</script>\n")]), "begriff-a.md"
    yield "image", pack_bytes([("term", "begriff-a", entry("term", "begriff-a"), "![x](http://example.org/x.png)\n")]), "begriff-a.md"
    yield "script as source", pack_bytes([("term", "begriff-a", entry("term", "begriff-a", sources=[
        {"title": "x", "publisher": "x", "url": "javascript:alert(1)", "date": "2026-11-20", "grade": "belegt"}]), "Text.\n")]), "web address"
    yield "unknown facet", pack_bytes([("term", "begriff-a", entry("term", "begriff-a", facets={"evidence": ["geraten"]}), "Text.\n")]), "geraten"
    yield "control character in the title", pack_bytes([term], {"title": "Gut\x1b[31m"}), "title"
    yield "hidden direction in the publisher", pack_bytes([term], {"publisher": "Amt\u202eetueL"}), "invisible"
    yield "no UTF-8", pack_bytes([term]).replace(b"Text", b"\xff\xfe"), "UTF-8"
    yield "format of tomorrow", pack_bytes([term]).replace(b'"format": 1, "holds"', b'"format": 2, "holds"'), "newer version"
    yield "half a signature", pack_bytes([term], key="ab", signature="cd"), "no key"
    yield "spelled otherwise", pack_bytes([term]).replace(b', "entries"', b',  "entries"'), "somebody changed it"


def test_hostile(place):
    sound = place.make("sound.json")
    place.ok("pack", "import", "--accept-unsigned", sound)
    before = place.packs.read_bytes()
    bad = place.folder / "bad.json"
    for name, data, part in hostile_packs(sound.read_bytes()):
        bad.write_bytes(data)
        call = place.run("pack", "import", "--accept-unsigned", "--allow-downgrade", bad)
        expect(call.code == FAILED and call.out == "", f"{name}: exit code {call.code}: {call.out}{call.err}")
        expect(len(call.err.splitlines()) == 1 and part in call.err and len(call.err) < 700, f"{name}: {call.err[:800]}")
        expect(place.packs.read_bytes() == before, f"{name}: packs.db is not what it was")
    with bad.open("wb") as file:
        file.truncate(2 * 1024 ** 3)
    place.refused("pack", "import", "--accept-unsigned", bad, part="larger than 16 MB")
    bad.unlink()
    os.mkfifo(bad)
    place.refused("pack", "import", "--accept-unsigned", bad, part="cannot be read")
    expect(place.packs.read_bytes() == before, "packs.db is not what it was")
    expect(sorted(path.name for path in place.packs.parent.iterdir()) == ["packs.db", "packs.db.lock"], "something was left behind")


def test_flipped_bits(place):
    """Without the explicit yes no changed bit gets through, even with the right key trusted."""
    sound = place.make("sound.json")
    place.ok("pack", "trust", sound)
    place.ok("pack", "import", sound)
    before = place.packs.read_bytes()
    place.write_source(2, {("term", "begriff-neu"): entry("term", "begriff-neu")})
    data = place.make("two.json").read_bytes()
    bad = place.folder / "bad.json"
    for step in range(60):
        at = (step * 7919) % (len(data) * 8)
        flipped = bytearray(data)
        flipped[at // 8] ^= 1 << (at % 8)
        bad.write_bytes(flipped)
        call = place.run("pack", "import", bad)
        expect(call.code == FAILED, f"bit {at} was not noticed")
        expect(place.packs.read_bytes() == before, f"bit {at}: packs.db is not what it was")
    changed = data.replace(b'"publisher": "Musterkreis"', b'"publisher": "Kusterkreis"')
    bad.write_bytes(changed)
    place.refused("pack", "import", bad, part="does not fit")
    place.refused("pack", "trust", bad, part="no valid signature")
    expect(["signature", "wrong"] in place.ok("pack", "inspect", bad).rows, "not named wrong")
    key = json.loads(sound.read_text())["key"]
    place.key.unlink()
    other = json.loads(place.make("other.json").read_text())
    bad.write_bytes(data.replace(key.encode(), other["key"].encode()))
    place.refused("pack", "import", bad, part="does not fit")
    expect(place.packs.read_bytes() == before, "packs.db is not what it was")
    call = place.ok("pack", "import", "--accept-unsigned", bad)
    expect("does not fit" in call.err, "imported without a word")


def test_full_disk(place):
    """Where packs.db cannot be written, nothing is."""
    place.ok("pack", "import", "--accept-unsigned", place.make("one.json"))
    before = place.packs.read_bytes()
    place.write_source(2, {("term", "begriff-neu"): entry("term", "begriff-neu")})
    two = place.make("two.json")
    limited = subprocess.run(["sh", "-c", f'ulimit -f 20; exec "$0" "$@"', PROGRAM, "--library", place.library, "pack", "import",
                              "--accept-unsigned", "--packs", place.packs, two], capture_output=True, text=True, timeout=120, check=False)
    expect(limited.returncode == FAILED and "full" in limited.stderr, f"{limited.returncode}: {limited.stderr}")
    expect(place.packs.read_bytes() == before, "packs.db is not what it was")
    expect(sorted(path.name for path in place.packs.parent.iterdir()) == ["packs.db", "packs.db.lock"], "something was left behind")


program.main(globals(), Place)
