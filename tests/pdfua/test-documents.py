#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that the program can write as PDF, judged by the checker; written twice with the same bytes; nothing lost; and some
documents against what was looked at and found good (golden/, renewed with WB_UPDATE_GOLDEN=1).

test-documents.py WRITER CLI LIBRARY EVERY NTH
"""
import collections
import concurrent.futures
import locale
import os
import re
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

try:
    import pikepdf
except ImportError:
    print('1..0 # SKIP python3-pikepdf is missing')
    sys.exit(0)

from pdfua.checker import Checker  # noqa: E402
from pdfua.listing import list_document  # noqa: E402

WRITER, CLI, LIBRARY, EVERY, NTH = sys.argv[1:6]
GOOD_CONTENT = os.path.join(os.environ.get('WB_SOURCE_ROOT', os.path.join(HERE, '..', '..')), 'tests', 'fixtures', 'content', 'good')
GOLDEN = ('entry-handbuch-muster-handout-pdf', 'entry-liste-muster-checklist-pdf', 'entry-brief-muster-template-pdf',
          'entry-folien-muster-template-pdf', 'entry-folien-muster-template-handout3', 'project-filled-leitfaden-muster-answers-pdf',
          'certificate-pdf', 'length-1-pdf')
ENVIRONMENT = {**os.environ, 'SOURCE_DATE_EPOCH': '1795348800'}
LENGTHS = {'length-1-pdf.pdf': (1, 2), 'length-40-pdf.pdf': (32, 50), 'length-400-pdf.pdf': (380, 480)}


class Skip(Exception):
    """The test cannot be run here; the text says why."""


def write_all(library, folder, every, nth, *more):
    os.mkdir(folder)
    process = subprocess.run([WRITER, library, folder, str(every), str(nth), *more], env=ENVIRONMENT, capture_output=True, timeout=840, check=False)
    assert process.returncode == 0, process.stderr.decode()[-2000:]
    names = sorted(name for name in os.listdir(folder) if name.endswith('.pdf'))
    assert len(names) == int(process.stdout), 'two documents have the same name'
    return names


def judge(path):
    """(findings, number of pages): what our checker finds, and what qpdf does, which looks at the file itself: its table of objects, each
    stream, each page."""
    checker = Checker(path)
    findings = [str(finding) for finding in checker.run()]
    try:
        with pikepdf.open(path) as pdf:
            findings += ['qpdf: ' + problem for problem in pdf.check()]
    except pikepdf.PdfError as error:
        findings.append('qpdf: %s' % error)
    return findings, len(checker.pages)


def test_findings(place):
    """No document has a finding, neither of our checker nor of qpdf."""
    with concurrent.futures.ProcessPoolExecutor(min(4, os.cpu_count() or 1)) as pool:
        paths = [os.path.join(place.documents, name) for name in place.names]
        results = dict(zip(place.names, pool.map(judge, paths, chunksize=8)))
    bad = ['%s\t%s' % (name, finding) for name, (findings, _pages) in results.items() for finding in findings]
    assert not bad, '%d findings:\n' % len(bad) + '\n'.join(bad[:40])
    for name, (low, high) in LENGTHS.items():
        assert low <= results[name][1] <= high, '%s has %d pages' % (name, results[name][1])
    kinds = collections.Counter(name.split('-')[0] for name in place.names)
    assert set(kinds) == {'entry', 'project', 'compare', 'collection', 'report', 'certificate', 'dossier', 'missing', 'length'}, kinds
    print('# %d documents, %d pages, no finding' % (len(results), sum(pages for _findings, pages in results.values())))


def test_same_bytes(place):
    """The same input gives the same bytes, for each kind of document."""
    again = os.path.join(place.folder, 'again')
    names = write_all(LIBRARY, again, 60, NTH, 'short')
    differing = []
    for name in names:
        with open(os.path.join(again, name), 'rb') as one:
            data = one.read()
        other = os.path.join(place.documents, name)
        if os.path.exists(other):
            with open(other, 'rb') as two:
                if data != two.read():
                    differing.append(name)
    assert not differing, differing
    shutil.rmtree(again)


def squeeze(text):
    return collections.Counter(re.sub(r'[\s\u00ad\u200b]+', '', text))


def test_text(place):
    """What another program reads from the pages is what the structure and the decoration hold, letter by letter."""
    if shutil.which('pdftotext') is None:
        raise Skip('pdftotext (poppler-utils) is not installed')
    names = [name for name in place.names if not name.startswith(('entry-', 'length-400'))][::2]
    names += [name for name in place.names if name.startswith('entry-')][::16]
    for name in names:
        path = os.path.join(place.documents, name)
        checker = Checker(path)
        checker.run()
        ours = squeeze(''.join(''.join(parts) for parts in list(checker.texts.values()) + list(checker.artifacts.values())))
        in_order = squeeze(''.join(checker.text_of(element) for element in checker.structure.top))
        tagged = squeeze(''.join(''.join(parts) for parts in checker.texts.values()))
        assert in_order == tagged, '%s: the structure leaves out %s' % (name, tagged - in_order)
        text = subprocess.run(['pdftotext', '-raw', path, '-'], capture_output=True, check=True, timeout=120).stdout.decode()
        theirs = squeeze(text)
        # Where words are broken, pdftotext joins them and leaves out a hyphen that is a hard one.
        missing = (ours - theirs) + (theirs - ours)
        del missing['-']
        assert not missing, '%s: %s' % (name, missing)


def test_golden(place, name):
    """Page count, title, bookmarks, tags with their attributes, and text are as they were found good."""
    try:
        locale.setlocale(locale.LC_ALL, '')
    except locale.Error as error:
        raise Skip('there is no German locale') from error
    if locale.getlocale()[0] != 'de_DE':
        raise Skip('the documents are not in German')
    listing = list_document(os.path.join(place.golden, name + '.pdf'))
    path = os.path.join(HERE, 'golden', name + '.txt')
    if os.environ.get('WB_UPDATE_GOLDEN'):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w', encoding='utf-8') as stream:
            stream.write(listing)
    with open(path, encoding='utf-8') as stream:
        expected = stream.read()
    if listing != expected:
        import difflib
        raise AssertionError('\n'.join(difflib.unified_diff(expected.splitlines(), listing.splitlines(), 'golden', 'now', lineterm='',
                                                            n=1))[:3000])


class Place:
    """A folder with all documents in it."""

    def __init__(self, folder):
        self.folder = folder
        self.documents = os.path.join(folder, 'documents')
        self.golden = os.path.join(folder, 'golden')
        self.names = write_all(LIBRARY, self.documents, EVERY, NTH)
        library = os.path.join(folder, 'library.db')
        subprocess.run([CLI, 'content', 'build', GOOD_CONTENT, '-o', library], check=True, capture_output=True, timeout=120)
        write_all(library, self.golden, 1, 1, 'short')


def main():
    tests = [('no finding', test_findings, ()), ('same bytes', test_same_bytes, ()), ('no text lost', test_text, ())]
    tests += [('golden ' + name, test_golden, (name,)) for name in GOLDEN]
    print('1..%d' % len(tests))
    with tempfile.TemporaryDirectory(prefix='wb-documents-') as folder:
        place = Place(folder)
        for number, (name, function, arguments) in enumerate(tests, 1):
            try:
                function(place, *arguments)
                print('ok %d - %s' % (number, name))
            except Skip as reason:
                print('ok %d - %s # SKIP %s' % (number, name, reason))
            except Exception as error:  # noqa: BLE001  (a failing test must not stop the others)
                print('not ok %d - %s' % (number, name))
                print('# %s: %s' % (type(error).__name__, str(error).replace('\n', '\n# ')))
            sys.stdout.flush()


main()
