#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The documents of every second entry and of all projects, and what else the program can write as OpenDocument, judged by the schema of
ODF 1.3 and by the rules that no schema can hold.

test-documents.py WRITE_DOCUMENTS WRITE_ODF CLI LIBRARY"""

import collections
import concurrent.futures
import os
import subprocess
import sys
import tempfile
import traceback
import zipfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parent.parent / "document"))

import schemas  # noqa: E402
from odf_reader import Document, expect  # noqa: E402

WRITE_DOCUMENTS, WRITE_ODF, CLI, LIBRARY = sys.argv[1:5]
ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": "1795348800"}
ENTRIES = (("dsgvo-pruefung", "odt"), ("dsgvo-pruefung", "ods"), ("praesentation-auftakt", "odp"))


class Place:
    def __init__(self, folder):
        self.folder = folder
        self.schemas = schemas.load()
        self.run(WRITE_ODF, folder)
        self.run(WRITE_DOCUMENTS, LIBRARY, folder, "2", "1", "odf")
        for entry, suffix in ENTRIES:
            self.run(CLI, "--library", LIBRARY, "export", entry, "--format", suffix, "-o", folder / f"cli-{entry}.{suffix}")
        self.paths = sorted(folder.glob("*.od?"))

    @staticmethod
    def run(*command):
        process = subprocess.run([str(word) for word in command], env=ENVIRONMENT, capture_output=True, timeout=600, check=False)
        expect(process.returncode == 0, f"{command[0]}: {process.stderr.decode()[-2000:]}")

    def judge(self, function):
        """What @function finds in the documents, in several processes."""
        with concurrent.futures.ProcessPoolExecutor(min(4, os.cpu_count() or 1)) as pool:
            found = [f"{path.name}: {fault}" for path, faults in zip(self.paths, pool.map(function, self.paths, chunksize=64))
                     for fault in faults]
        expect(not found, f"{len(found)} faults in {len(self.paths)} documents:\n" + "\n".join(found[:40]))


LOADED = []


def judge_by_schema(path):
    if not LOADED:
        LOADED.append(schemas.load())
    with zipfile.ZipFile(path) as archive:
        return list(schemas.judge(LOADED[0], archive))


def judge_by_reader(path):
    try:
        Document(path).check()
    except AssertionError as error:
        return [str(error)]
    return []


def test_schema(place):
    if place.schemas is None:
        return schemas.MISSING
    place.judge(judge_by_schema)
    kinds = collections.Counter(path.suffix for path in place.paths)
    expect(all(kinds[suffix] > 30 for suffix in (".odt", ".ods", ".odp")), f"what was written is {kinds}")
    print(f"# valid: {dict(kinds)}")
    return None


def test_rules(place):
    place.judge(judge_by_reader)


def main():
    tests = (test_schema, test_rules)
    failed = 0
    print(f"1..{len(tests)}")
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder))
        for number, function in enumerate(tests, 1):
            try:
                skipped = function(place)
                print(f"ok {number} {function.__name__}" + (f" # SKIP {skipped}" if skipped else ""))
            except Exception:  # whatever it is, the others run
                failed += 1
                print(f"not ok {number} {function.__name__}")
                print("\n".join(f"# {line}" for line in traceback.format_exc().splitlines()[-44:]))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
