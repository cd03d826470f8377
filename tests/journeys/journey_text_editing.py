#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The text of a document: rewrite a passage, leave out a section, see it in the PDF; an answer changes under it, and that is told, here and there."""

import os
import re
import sqlite3
import subprocess

from driver import Atspi, Program, build_path, check_pdf, cli, expect, output_of, run, wait_for, window_binary

GUIDE = 'leitfaden-sozialraeume'
DOCUMENT = 'beschlussvorlage'
FIRST = 'Das Gremium nimmt das Ergebnis des Pilots'
MEETING = 'Sitzung am Tag nach dem Markt (Beispiel)'
MINE = 'Der Rat dankt allen Beteiligten (Beispiel).'


def read_edits(path):
    """text, hidden of the changed passages, in their order."""
    with sqlite3.connect('file:%s?mode=ro' % path, uri=True) as database:
        return database.execute('SELECT body, hidden FROM slide WHERE deck = ? ORDER BY position', (DOCUMENT,)).fetchall()


def read_pdf(path):
    return ' '.join(re.sub('\u00ad\\s*', '', output_of('pdftotext', path, '-')).split())


def choose(program, text):
    """Rows of a list box have no action of their own; the one before them takes the focus, and the keys go on from there."""
    row = program.find(contains=text, role=Atspi.Role.LIST_ITEM)
    program.point_and_click(row)
    return program.find('Text of this passage', Atspi.Role.TEXT)


def edit(home):
    path = os.path.join(home, 'Documents', 'Probe.wegbereiter')
    pdf = os.path.join(home, 'Documents', 'Probe.pdf')
    cli('project', 'new', '--guide', GUIDE, '--title', 'Probe', '-o', path)
    program = Program(window_binary(), home, path)
    program.press('Documents')
    program.press('Edit the text: Beschlussvorlage')

    program.fill(choose(program, FIRST), MINE)
    program.find(MINE + '. Changed', Atspi.Role.LIST_ITEM)
    wait_for('the passage in the file', lambda: read_edits(path) == [(MINE, 0)])
    program.fill(choose(program, 'Sitzung am: '), MEETING)
    wait_for('the second passage in the file', lambda: read_edits(path) == [(MEETING, 0), (MINE, 0)])
    choose(program, 'Beschlussvorschlag')
    program.press('Leave Out the Section')
    program.find(contains='Left out along with its section', role=Atspi.Role.LIST_ITEM)
    program.press('Put the Section Back')
    wait_for('the section back in the file', lambda: read_edits(path) == [(MEETING, 0), (MINE, 0)])
    program.kill()

    cli('export', path, '--document', DOCUMENT, '-o', pdf)
    check_pdf(pdf, [MINE, MEETING], False)
    cli('export', path, '--document', DOCUMENT, '--original', '-o', pdf)
    expect(MINE not in read_pdf(pdf) and FIRST in read_pdf(pdf), 'the template with --original')

    cli('project', 'set', path, 'ratsbeschluss', '2027-03-01')
    told = subprocess.run([build_path('src', 'cli', 'wegbereiter-cli'), 'export', path, '--document', DOCUMENT, '-o', pdf],
                          capture_output=True, text=True, check=True).stderr
    expect('1 passage was changed by hand' in told, 'to be told that the template has changed: %r' % told)
    check_pdf(pdf, [MINE, MEETING], False)

    program = Program(window_binary(), home, path)
    program.press('Documents')
    program.find(contains='2 passages changed by you; under 1 of them the template has changed since')
    program.press('Edit the text: Beschlussvorlage')
    program.find(contains='The template has changed under 1 passage')
    choose(program, MEETING)
    program.find('**Sitzung am:** {{?ratsbeschluss}}')
    program.find('**Sitzung am:** 01.03.2027')
    program.press('Reset')
    wait_for('only the other passage in the file', lambda: read_edits(path) == [(MINE, 0)])
    program.kill()
    cli('project', 'check', path)


if __name__ == '__main__':
    run(edit)
