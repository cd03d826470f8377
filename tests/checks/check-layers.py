#!/usr/bin/env python3
"""Keeps the rules that the include paths cannot: GTK only in src/app, SQL and SQLite only in src/storage.

check-layers.py SOURCE_ROOT lists every breach by file and line, and fails when there is one."""
import re
import sys
from pathlib import Path

GTK = re.compile(r'#\s*include\s*[<"](gtk|gdk|gsk|adwaita|graphene)')
SQLITE = re.compile(r'#\s*include\s*[<"]sqlite3')
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
SQL = re.compile(r"^\s*(SELECT\s|INSERT\s+(OR|INTO)\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|REPLACE\s+INTO\s|CREATE\s+(TABLE|"
                 r"INDEX|VIRTUAL|TRIGGER|VIEW|TEMP)|DROP\s+(TABLE|INDEX)|ALTER\s+TABLE|PRAGMA\s|ATTACH\s|BEGIN\s+IMMEDIATE|VACUUM\b)")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def blank(match):
    """A comment becomes as many empty lines, so that line numbers stay right."""
    return "\n" * match.group().count("\n")


def find_breaches(path, room):
    code = COMMENT.sub(blank, path.read_text(encoding="utf-8"))
    for number, line in enumerate(code.splitlines(), 1):
        if room != "app" and GTK.search(line):
            yield number, "includes GTK outside src/app"
        if room != "storage" and SQLITE.search(line):
            yield number, "includes SQLite outside src/storage"
        if room != "storage" and any(SQL.match(text) for text in STRING.findall(line)):
            yield number, "holds SQL outside src/storage"


def main():
    root = Path(sys.argv[1])
    breaches = 0
    for path in sorted((root / "src").rglob("*.[ch]")):
        parts = path.relative_to(root / "src").parts
        # main.c belongs to the window.
        room = parts[0] if len(parts) > 1 else "app"
        for number, breach in find_breaches(path, room):
            print(f"{path.relative_to(root)}:{number}: {breach}")
            breaches += 1
    return 1 if breaches else 0


sys.exit(main())
