#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""report.py BUILD_ROOT: runs all benchmarks of a build, one after the other, and prints what they measured as one table."""
import json
import subprocess
import sys
from pathlib import Path

HEAD = ["what", "ours", "yardstick", "ratio"]


def main():
    build = Path(sys.argv[1])
    subprocess.run(["meson", "test", "-C", str(build), "--benchmark", "--logbase", "bench"], stdout=subprocess.DEVNULL,
                   check=False)
    rows = [HEAD]
    with open(build / "meson-logs" / "bench.json", encoding="utf-8") as log:
        for line in log:
            run = json.loads(line)
            rows += [row.split("\t") for row in run["stdout"].splitlines() if "\t" in row]
            if run["result"] != "OK":
                rows.append([run["name"], run["result"], run.get("stderr", "").strip()[-60:], ""])
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    rows.insert(1, ["-" * width for width in widths])
    for row in rows:
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |")


main()
