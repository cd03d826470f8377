#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks PDFs against the rules of PDF/UA-1 that a machine can judge.

check-pdfua.py FILE…    one line a finding: RULE, where, a sentence; with several files, the file's name before them

Exit code: 0 nothing found, 1 something found, 2 not a PDF; 77 where Debian's python3-pikepdf is missing.
"""
import resource
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, __file__.rpartition('/')[0] or '.')

try:
    from pdfua.checker import Checker, NotPdf
except ImportError:
    print('python3-pikepdf is missing.')
    sys.exit(77)

MAX_MEMORY = 3 * 1024 ** 3
MAX_SECONDS = 600


def main(paths):
    if not paths:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MAX_SECONDS, MAX_SECONDS))
    worst = 0
    for path in paths:
        prefix = path + '\t' if len(paths) > 1 else ''
        try:
            findings = Checker(path).run()
        except (NotPdf, MemoryError, RecursionError) as error:
            print('%s%s' % (prefix, error if isinstance(error, NotPdf) else 'This PDF cannot be read.'))
            worst = 2
            continue
        for finding in findings:
            print('%s%s' % (prefix, finding))
        worst = max(worst, 1 if findings else 0)
    return worst


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
