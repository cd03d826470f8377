# SPDX-License-Identifier: GPL-3.0-or-later
"""The schemas of OpenDocument, wherever they are: in the folder (or below it) that WB_ODF_SCHEMA names, or where Debian's emacs-common
puts them, whichever Emacs it is. They are not ours to hand on."""

import os
import sys
from pathlib import Path

from relaxng import Schema

# Patterns lie in each other as deep as the schema lists attributes.
sys.setrecursionlimit(20000)

MISSING = "the schema of OpenDocument is not here (Debian: emacs-common; or WB_ODF_SCHEMA)"


def find(pattern):
    folders = [Path(os.environ["WB_ODF_SCHEMA"])] if os.environ.get("WB_ODF_SCHEMA") else [Path("/usr/share/emacs")]
    return next((path for folder in folders for path in sorted(folder.rglob(pattern), reverse=True)), None)


def load():
    """(of documents, of the manifest), or None."""
    document, manifest = find("OpenDocument-schema-v1.3.rnc"), find("od-manifest-schema-v1.*.rnc")
    if document is None or manifest is None:
        return None
    # The one for 1.3 asks for its own number; else they are the same in all that we write.
    text = manifest.read_text("utf-8").replace('manifest:version { "1.2" }', 'manifest:version { "1.3" }')
    return Schema(document.read_text("utf-8")), Schema(text)


def judge(schemas, archive):
    """The faults of an open zip file by the schemas, part by part."""
    for part in archive.namelist():
        if part.endswith(".xml"):
            fault = schemas[part == "META-INF/manifest.xml"].judge(archive.read(part))
            if fault is not None:
                yield f"{part}: {fault}"
