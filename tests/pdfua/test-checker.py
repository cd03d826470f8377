#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The checker itself: a good document without a finding, for each rule a document that breaks it and no other, and hostile files."""
import os
import random
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

import fixtures  # noqa: E402
from pdfua.checker import Checker  # noqa: E402
from pdfua.rules import OWN_RULES, RULES  # noqa: E402

PROGRAM = os.path.join(HERE, 'check-pdfua.py')


def rules_found(path):
    return sorted({finding.rule for finding in Checker(path).run()})


def test_good(folder):
    for language in (True, False):
        path = os.path.join(folder, 'good.pdf')
        fixtures.write_good(path, language)
        findings = [str(finding) for finding in Checker(path).run()]
        assert not findings, findings


def test_every_rule_has_a_fixture(_folder):
    missing = (set(RULES) | set(OWN_RULES)) - set(fixtures.BREAKS)
    assert not missing, sorted(missing)
    assert len(RULES) == 106


def test_rule(folder, rule):
    for number, (language, function) in enumerate(fixtures.BREAKS[rule]):
        path = os.path.join(folder, 'broken.pdf')
        fixtures.write_broken(path, language, function)
        found = rules_found(path)
        assert found == [rule], 'fixture %d: %s' % (number, found)


def call(*paths):
    process = subprocess.run([sys.executable, '-B', PROGRAM, *paths], stdin=subprocess.DEVNULL, capture_output=True, timeout=120,
                             check=False)
    return process.returncode, process.stdout.decode(), process.stderr.decode()


def test_program(folder):
    good, bad, other = (os.path.join(folder, name) for name in ('good.pdf', 'bad.pdf', 'other.pdf'))
    fixtures.write_good(good)
    fixtures.write_broken(bad, *fixtures.BREAKS['7.3-1'][0])
    with open(other, 'wb') as stream:
        stream.write(b'not a PDF at all')
    assert call(good) == (0, '', ''), call(good)
    code, out, err = call(bad)
    assert code == 1 and not err and out.count('\n') == 1, (code, out, err)
    rule, where, sentence = out.rstrip('\n').split('\t')
    assert rule == '7.3-1' and where.startswith('element ') and sentence.endswith('.'), out
    for path in (other, os.path.join(folder, 'missing.pdf'), folder):
        code, out, err = call(path)
        assert code == 2 and out.count('\n') == 1 and not err, (code, out, err)
    assert call(good, bad, other)[0] == 2


def test_damaged(folder):
    """Cut off anywhere and with any byte changed: a verdict, never a traceback."""
    path = os.path.join(folder, 'good.pdf')
    fixtures.write_good(path)
    with open(path, 'rb') as stream:
        data = stream.read()
    dice = random.Random(4)
    paths = []
    for number in range(120):
        changed = bytearray(data)
        if number < 40:
            del changed[len(data) * number // 40:]
        else:
            for _i in range(dice.choice((1, 8, 64))):
                changed[dice.randrange(len(changed))] = dice.randrange(256)
        paths.append(os.path.join(folder, 'damaged-%d.pdf' % number))
        with open(paths[-1], 'wb') as stream:
            stream.write(changed)
    code, out, err = call(*paths)
    assert code in (1, 2) and not err, (code, err)
    assert all(line.count('\t') in (1, 3) for line in out.splitlines()), out


def hostile(name):
    def keep(function):
        HOSTILE[name] = function
        return function
    return keep


HOSTILE = {}


@hostile('a tree that contains itself')
def _(b):
    b.paragraph.K.append(b.top)


@hostile('a tree of 5,000 levels')
def _(b):
    element = b.top
    for _i in range(5000):
        element = b.element('Div', element)


@hostile('parents in a circle')
def _(b):
    b.top.P = b.paragraph
    b.paragraph.P = b.top


@hostile('a form object that draws itself')
def _(b):
    b.form.write(b'/X1 Do')


@hostile('a stream that unpacks to 600 MB')
def _(b):
    import zlib
    packer = zlib.compressobj(9)
    data = b''.join([packer.compress(b'q ' * 500000) for _i in range(600)] + [packer.flush()])
    stream = b.stream(b'')
    stream.write(data, filter=pikepdf.Name.FlateDecode)
    b.fonts['F2'].ToUnicode = stream


@hostile('metadata that expand')
def _(b):
    b.xmp['title'] = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>' + 'x' * 100000


@hostile('a table with a cell of two billion columns')
def _(b):
    b.headers[0].A = pikepdf.Dictionary(O=pikepdf.Name.Table, ColSpan=2 ** 31 - 1, RowSpan=2 ** 31 - 1)


@hostile('wrong kinds of object everywhere')
def _(b):
    b.paragraph.K = pikepdf.Name.K
    b.list.A = pikepdf.Array([1, pikepdf.Name.X, pikepdf.Array([])])
    b.page.Annots.append(7)
    b.fonts['F2'].DescendantFonts = pikepdf.String('x')
    b.fonts['F1'].Widths = pikepdf.Dictionary()
    b.root.RoleMap = pikepdf.Dictionary(X=3)
    b.pdf.Root.Names = pikepdf.Array([1])
    b.content += [b'BDC EMC EMC Tf Tj TJ Do gs', b'/P BDC <<<< >> [[(', b'(((', b'/P <</MCID (x)>> BDC <zz> ID EI']


@hostile('code ranges without end')
def _(b):
    b.fonts['F2'].ToUnicode = b.stream(b'1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange ' * 50)


@hostile('bookmarks in a circle')
def _(b):
    b.pdf.Root.Outlines.First.Next = b.pdf.Root.Outlines.First
    b.pdf.Root.Outlines.First.First = b.pdf.Root.Outlines.First


def test_hostile(folder, name):
    path = os.path.join(folder, 'hostile.pdf')
    fixtures.write_broken(path, True, HOSTILE[name])
    code, out, err = call(path)
    assert code in (0, 1, 2) and not err, (code, out[-300:], err[-600:])
    assert all(line.count('\t') in (0, 2) for line in out.splitlines()), out[-300:]


def main():
    tests = [('the good document has no finding', test_good, ()), ('every rule has a fixture', test_every_rule_has_a_fixture, ())]
    tests += [('rule ' + rule, test_rule, (rule,)) for rule in list(RULES) + list(OWN_RULES) if rule in fixtures.BREAKS]
    tests += [('the program', test_program, ()), ('damaged files', test_damaged, ())]
    tests += [(name, test_hostile, (name,)) for name in HOSTILE]
    print('1..%d' % len(tests))
    for number, (name, function, arguments) in enumerate(tests, 1):
        with tempfile.TemporaryDirectory(prefix='wb-pdfua-') as folder:
            try:
                function(folder, *arguments)
                print('ok %d - %s' % (number, name))
            except Exception as error:  # noqa: BLE001  (a failing test must not stop the others)
                print('not ok %d - %s' % (number, name))
                print('# %s: %s' % (type(error).__name__, str(error).replace('\n', '\n# ')))


main()
