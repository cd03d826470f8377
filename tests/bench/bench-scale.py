#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-scale.py PROGRAM MAKER LIBRARY REGISTER [LARGE]: makes a large library out of LIBRARY, or takes LARGE, and asks both the same;
prints what the large one takes, the small one, and the ratio."""
import subprocess
import sys
import tempfile
from pathlib import Path


def measure(program, library):
    """What PROGRAM prints for a library: name without the number of questions → (number, unit, question)."""
    run = subprocess.run([program, library], check=True, capture_output=True, text=True)
    rows = {}
    for line in run.stdout.splitlines():
        name, number, unit, *question = line.split("\t")
        rows[name.split(" of ")[0]] = (float(number), unit, *question)
    return rows


def print_rows(ours, yardstick):
    for name, (number, unit, *question) in ours.items():
        other = yardstick[name][0]
        told = f" {question[0]}" if question else ""
        print(f"large library: {name}\t{number:.3f} {unit}{told}\t{other:.3f} {unit} (bundled)\t{number / other:.2f}")


def main():
    program, maker, small, register, *given = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        large = given[0] if given else str(Path(folder, "large.db"))
        if not given:
            subprocess.run([maker, small, register, large], check=True, stdout=subprocess.DEVNULL)
        print_rows(measure(program, large), measure(program, small))


main()
