#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-office.py CLI LIBRARY: a PDF by us beside LibreOffice making one from the .odt that we wrote of the same content; both as whole
processes, in turns. Skipped where there is no LibreOffice."""
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 3
SKIPPED = 77
# An entry with much text, and the checklist that is printed most.
SUBJECTS = (("leitfaden-sozialraeume", "handout"), ("dsgvo-pruefung", "checklist"))


def measure(*command):
    begin = time.monotonic()
    subprocess.run(command, check=True, timeout=300, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.monotonic() - begin


def main():
    cli, library = sys.argv[1:]
    office = shutil.which("soffice")
    if office is None:
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        convert = [office, f"-env:UserInstallation={Path(folder, 'profile').as_uri()}", "--headless", "--convert-to", "pdf", "--outdir", folder]
        for number, (subject, document) in enumerate(SUBJECTS):
            export = [cli, "--library", library, "export", subject, "-d", document]
            text = Path(folder, f"{document}.odt")
            subprocess.run([*export, "-f", "odt", "-o", text], check=True)
            if number == 0:
                measure(*convert, text)  # makes its profile
            times = [(measure(*export, "-o", Path(folder, "ours.pdf")), measure(*convert, text)) for _ in range(ROUNDS)]
            ours, theirs = (statistics.median(column) for column in zip(*times))
            print(f"PDF of {subject}, process\t{ours * 1000:.0f} ms\tLibreOffice from our .odt: {theirs * 1000:.0f} ms\t{theirs / ours:.1f}")
    return 0


sys.exit(main())
