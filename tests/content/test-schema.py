#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The published schemas, judged by python3-jsonschema: they take all of the bundled content and refuse the broken entries."""

import json
import os
import sys
from pathlib import Path

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("1..0 # SKIP python3-jsonschema is not installed")
    sys.exit(0)

root = Path(os.environ["WB_SOURCE_ROOT"])
fixtures = root / "tests" / "fixtures" / "content"
results = []


def check(name, ok, reason=""):
    results.append(ok)
    print(f"{'ok' if ok else 'not ok'} {len(results)} {name}")
    if not ok:
        print("# " + str(reason).replace("\n", "\n# "))


def load_validator(name):
    schema = json.loads((root / "data" / "schemas" / name).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def describe(validator, document):
    faults = [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in validator.iter_errors(document)]
    return "\n".join(faults)


item = load_validator("item.schema.json")
vocabulary = load_validator("vocabulary.schema.json")
families = load_validator("families.schema.json")
looks = load_validator("looks.schema.json")


def validator_for(path):
    return {"vocabulary.json": vocabulary, "families.json": families, "looks.json": looks}.get(path.name, item)


def check_folder(folder):
    paths = sorted(folder.rglob("*.json"))
    check(f"{folder.name}: there are entries", len(paths) > 1)
    for path in paths:
        faults = describe(validator_for(path), json.loads(path.read_text(encoding="utf-8")))
        check(f"{folder.name}/{path.relative_to(folder)}", faults == "", faults)


def break_text(case):
    if "content" in case:
        return case["content"]
    text = (fixtures / "good" / case["file"]).read_text(encoding="utf-8")
    if "cut" in case:
        return text.encode()[:case["cut"]].decode(errors="replace")
    assert case["replace"] in text, case["name"]
    return text.replace(case["replace"], case["with"], 1)


def is_refused(case):
    try:
        document = json.loads(break_text(case))
    except ValueError:
        return True
    return not validator_for(Path(case["file"])).is_valid(document)


check_folder(root / "data" / "content")
check_folder(fixtures / "good")
for case in json.loads((fixtures / "faults.json").read_text(encoding="utf-8")):
    if case.get("schema"):
        check(f"refused: {case['name']}", is_refused(case))
for case in json.loads((fixtures / "sound.json").read_text(encoding="utf-8")):
    check(f"taken: {case['name']}", not is_refused(case))

print(f"1..{len(results)}")
sys.exit(0 if all(results) else 1)
