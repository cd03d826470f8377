# SPDX-License-Identifier: GPL-3.0-or-later
"""wegbereiter-cli from outside: calls it, judges what it says, and runs the tests of a file."""

import atexit
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
SANITIZED = "ASAN_OPTIONS" in os.environ  # each call takes several times as long
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

    environment = {**os.environ, **(env or {})}
    if user is not None:
        # Somebody else may not be able to read the list of what is no leak of ours.
        environment["ASAN_OPTIONS"] = "detect_leaks=0"
    process = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=stdout, stderr=subprocess.PIPE, timeout=120,
                             preexec_fn=prepare, user=user, env=environment, check=False)
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

    def make(self):
        expect_ok(run("content", "build", GOOD, "-o", self.library))
        expect_ok(self.run("project", "new", "--guide", "leitfaden-muster", "-o", self.project, "--title", "Licht"))

    def copy(self, folder):
        """The same in another @folder, as if made there."""
        place = Place(folder)
        shutil.copy2(self.library, place.library)
        shutil.copy2(self.project, place.project)
        return place

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


def pdf_text(path):
    """What stands in the PDF; None where that cannot be found out here."""
    if shutil.which("pdftotext") is None:
        return None
    return subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True).stdout.decode()


def places():
    """For main(): each test gets a copy of one Place, so that not each has to make it."""
    folder = tempfile.mkdtemp(prefix="wb-cli-")
    atexit.register(shutil.rmtree, folder)
    os.chmod(folder, 0o755)
    model = Place(folder)
    model.make()
    return model.copy


def main(tests, prepare):
    """Runs those of @tests (name to value) that begin with test_, each with what @prepare makes of a folder of its own.

    With names as arguments only those."""
    tests = [(name[5:], test) for name, test in tests.items() if name.startswith("test_") and (not ONLY or name[5:] in ONLY)]
    print(f"1..{len(tests)}")
    failed = 0
    for number, (name, test) in enumerate(tests, 1):
        with tempfile.TemporaryDirectory(prefix="wb-cli-") as folder:
            os.chmod(folder, 0o755)
            try:
                skipped = test(prepare(folder))
                print(f"ok {number} {name}" + (f" # SKIP {skipped}" if skipped else ""))
            except Exception:  # pylint: disable=broad-except
                failed += 1
                print(f"not ok {number} {name}")
                print("# " + traceback.format_exc().strip().replace("\n", "\n# "))
        sys.stdout.flush()
    sys.exit(1 if failed else 0)
