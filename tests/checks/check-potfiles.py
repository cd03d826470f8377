#!/usr/bin/env python3
"""Compares po/POTFILES.in with the tree: every file with words to translate is listed, every listed one exists.

check-potfiles.py SOURCE_ROOT prints what is wrong, and fails when something is; with --write it writes the list."""
import re
import sys
from pathlib import Path

CALL = re.compile(r"(?<![\w])(?:_|N_|C_|NC_|Q_|ngettext|g_dngettext|g_dpgettext2|g_dcgettext)\s*\(\s*[\"\w(]")
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)


def has_words(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix in (".c", ".h"):
        return CALL.search(COMMENT.sub("", text)) is not None
    if path.suffix == ".ui":
        return re.search(r"translatable=[\"'](yes|true|1)", text) is not None
    return True


def find_files(root):
    patterns = (("src", "*.[ch]"), ("ui", "*.ui"), ("data", "*.desktop.in"), ("data", "*.metainfo.xml.in"))
    for folder, pattern in patterns:
        for path in (root / folder).rglob(pattern):
            if has_words(path):
                yield str(path.relative_to(root))


def main():
    root = Path(sys.argv[-1])
    potfiles = root / "po" / "POTFILES.in"
    needed = set(find_files(root))
    if "--write" in sys.argv:
        potfiles.write_text("".join(f"{name}\n" for name in sorted(needed)), encoding="utf-8")
        return 0

    listed = [line.strip() for line in potfiles.read_text(encoding="utf-8").splitlines()]
    listed = [line for line in listed if line and not line.startswith("#")]
    faults = [f"not listed: {name}" for name in sorted(needed - set(listed))]
    faults += [f"does not exist: {name}" for name in listed if not (root / name).is_file()]
    faults += [f"listed twice: {name}" for name in sorted({name for name in listed if listed.count(name) > 1})]
    print("\n".join(faults) or f"{len(listed)} files")
    return 1 if faults else 0


sys.exit(main())
