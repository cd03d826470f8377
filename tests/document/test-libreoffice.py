#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""LibreOffice opens what we write as OpenDocument: all text is on its pages, headings, lists and tables are in its structure, and each slide
is one. Skipped where it is not installed.

test-libreoffice.py WRITER, which is tests/document/write-odf."""

import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

# What is to be written on is not printed, alternative texts and speaker's notes are not seen, and some letters touch others.
IGNORED = set("Datum der Sitzung hat mehr als Erst fragen dann zeigen vorlesen Schluss Begrüßen Zahlen Bild erklären Kürzen "
              "Zuhören Ende c d e Steuer zeichen".split())
FILES = {"pages.odt": "writer", "pages.ods": "calc", "deck.odp": "impress"}
# What the structure of the text document must hold, and how often at least.
STRUCTURE = {"H": 7, "L": 15, "LI": 20, "Table": 10, "TH": 15, "TD": 40, "Figure": 1, "Caption": 1, "Note": 1, "Link": 5}


def get_words(data):
    text = data.decode("utf-8", "replace")
    # Whether a blank before “%” is one that can be seen is a matter of its width.
    return re.sub(r"[^\w\s€<>]", " ", text).split()


def run(*command, **options):
    return subprocess.run([str(word) for word in command], check=True, capture_output=True, timeout=240, **options).stdout


def check_structure(pdf):
    """What is missing in the structure of the pages."""
    tags = [re.match(r"\s*([A-Z]\w*)", line) for line in run("pdfinfo", "-struct", pdf).decode("utf-8", "replace").splitlines()]
    names = [re.sub(r"^H\d$", "H", tag.group(1)) for tag in tags if tag is not None]
    return [f"{names.count(tag)} of {least} {tag}" for tag, least in STRUCTURE.items() if names.count(tag) < least]


def check_pages(path, pdf):
    """Each slide is a page."""
    with zipfile.ZipFile(path) as archive:
        slides = archive.read("content.xml").count(b"<draw:page ")
    pages = int(re.search(rb"Pages:\s+(\d+)", run("pdfinfo", pdf)).group(1))
    return [] if pages == slides else [f"{pages} pages of {slides} slides"]


def check(folder, file):
    pdf = folder / "out" / (Path(file).stem + ".pdf")
    pdf.unlink(missing_ok=True)
    run("soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to",
        f'pdf:{FILES[file]}_pdf_Export:{{"UseTaggedPDF":{{"type":"boolean","value":"true"}}}}', "--outdir", folder / "out", folder / file)
    shown = run("pdftotext", pdf, "-")
    # Words that are broken at the end of a line are one again.
    there = set(get_words(re.sub(rb"(\w)-\n(\w)", rb"\1\2", shown))) | set(get_words(shown))
    wanted = get_words((folder / f"{Path(file).stem}.txt").read_bytes())
    if file.endswith(".ods"):
        wanted = ["Ahnatal", "12", "500", "€", "24", "Einwohner", "buchen"]
    lost = [word for word in wanted if word not in there and word not in IGNORED and word.isascii()]
    if file.endswith(".odt"):
        lost += check_structure(pdf)
        # The running head leaves the first page to the title.
        title = run("pdftotext", "-l", "1", pdf, "-").count("Alles & <mehr>".encode())
        lost += [] if title == 1 else [f"the title stands {title} times on the first page"]
    return lost + (check_pages(folder / file, pdf) if file.endswith(".odp") else [])


def main():
    missing = [program for program in ("soffice", "pdftotext", "pdfinfo") if shutil.which(program) is None]
    if missing:
        print(f"1..0 # SKIP {missing[0]} is not installed")
        return 0

    failed = 0
    print(f"1..{len(FILES)}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        run(sys.argv[1], folder)
        for number, file in enumerate(FILES, 1):
            lost = check(folder, file)
            failed += bool(lost)
            print(f"{'not ok' if lost else 'ok'} {number} {file}" + (f"\n# lost: {lost[:12]}" if lost else ""))
    return 1 if failed else 0


sys.exit(main())
