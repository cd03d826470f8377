#!/usr/bin/env python3
"""Looks for every symbolic icon that the sources name: it must be our own or in the Adwaita theme, or the window shows a
broken picture in its place. check-icons.py SOURCE_ROOT prints what is missing, and fails when something is."""
import re
import sys
from pathlib import Path

NAME = re.compile(r"[\">]([a-z0-9]+(?:-[a-z0-9]+)*-symbolic)[\"<]")
THEMES = [Path("/usr/share/icons/Adwaita"), Path("/usr/share/icons/hicolor")]
SKIPPED = 77


def find_names(root):
    """Each name with the first file that uses it."""
    names = {}
    for pattern in ("src/app/**/*.c", "ui/*.ui"):
        for path in sorted(root.glob(pattern)):
            for name in NAME.findall(path.read_text(encoding="utf-8")):
                names.setdefault(name, path.relative_to(root))
    return names


def main():
    root = Path(sys.argv[1])
    if not THEMES[0].is_dir():
        sys.exit(SKIPPED)
    known = {path.stem.removesuffix(".symbolic") for folder in [*THEMES, root / "ui", root / "data"]
             for path in folder.rglob("*-symbolic*")}
    names = find_names(root)
    missing = {name: path for name, path in names.items() if name not in known}
    for name, path in sorted(missing.items()):
        print(f"{path}: {name} is no icon of ours and none of the Adwaita theme")
    sys.exit(1 if missing or not names else 0)


main()
