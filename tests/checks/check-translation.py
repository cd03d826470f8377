#!/usr/bin/env python3
"""Fails unless the German translation is complete: each string of today's sources translated, none fuzzy.

check-translation.py SOURCE_ROOT takes the strings from the sources anew, so that a stale de.po is noticed too."""
import subprocess
import sys
import tempfile
from pathlib import Path

KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2", "g_dngettext:2,3", "g_dpgettext2:2c,3"]


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{command[0]} failed:\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def list_messages(po, selection):
    """The msgids that are left after msgattrib's selection."""
    text = run("msgattrib", selection, "--no-obsolete", "--no-wrap", po)
    return [line for line in text.splitlines() if line.startswith("msgid ") and line != 'msgid ""']


def main():
    root = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        pot = f"{folder}/today.pot"
        po = f"{folder}/de.po"
        run("xgettext", "--from-code=UTF-8", f"--directory={root}", f"--files-from={root}/po/POTFILES.in",
            *[f"--keyword={keyword}" for keyword in KEYWORDS], f"--output={pot}")
        run("msgmerge", "--quiet", "--no-fuzzy-matching", f"--output-file={po}", str(root / "po" / "de.po"), pot)
        print(run("msgfmt", "--check", "--statistics", "--output-file=/dev/null", po).strip())
        faults = [f"untranslated: {line}" for line in list_messages(po, "--untranslated")]
        faults += [f"fuzzy: {line}" for line in list_messages(po, "--only-fuzzy")]
    print("\n".join(faults))
    return 1 if faults else 0


sys.exit(main())
