#!/usr/bin/env python3
"""Fails when two rooms define the same function: the linker would silently take one of them for both.

check-symbols.py LIBRARY… looks at what each static library defines."""
import subprocess
import sys
from pathlib import Path


def list_symbols(library):
    text = subprocess.run(["nm", "--defined-only", "--extern-only", library], capture_output=True, text=True, check=True).stdout
    for line in text.splitlines():
        parts = line.split()
        # A name with two underscores in front is the compiler's own.
        if len(parts) == 3 and parts[1] in "TDBR" and not parts[2].startswith("__"):
            yield parts[2]


def main():
    homes = {}
    for library in sys.argv[1:]:
        for symbol in list_symbols(library):
            homes.setdefault(symbol, set()).add(Path(library).name)
    twice = sorted((symbol, sorted(names)) for symbol, names in homes.items() if len(names) > 1)
    for symbol, names in twice:
        print(f"{symbol}: in {' and '.join(names)}")
    print(f"{len(homes)} symbols")
    return 1 if twice else 0


sys.exit(main())
