#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The slides of a project: add one, write on it, move it, hide another; all of it in the file at once, in the PDF, and gone with a reset."""

import os
import sqlite3

from driver import Atspi, Program, check_pdf, cli, expect, run, wait_for, window_binary

GUIDE = 'leitfaden-sozialraeume'
DECK = 'praesentation'
TITLE = 'Unsere Bitte an den Kreis'
BODY = '- eine **Stelle** (Beispiel)\n- ein Zugang zu den Zahlen'


def read_slides(path):
    """title, hidden of the changed slides, in their order."""
    with sqlite3.connect('file:%s?mode=ro' % path, uri=True) as database:
        return database.execute('SELECT title, hidden FROM slide WHERE deck = ? ORDER BY position', (DECK,)).fetchall()


def edit(home):
    path = os.path.join(home, 'Documents', 'Probe.wegbereiter')
    cli('project', 'new', '--guide', GUIDE, '--title', 'Probe', '-o', path)
    program = Program(window_binary(), home, path)
    program.press('Documents')
    program.press('Edit the slides: ')

    program.find('Title of the slide', Atspi.Role.TEXT)
    program.press('Add Slide')
    program.find('Empty slide, not in the presentation')
    program.fill(program.find('Title of the slide', Atspi.Role.TEXT), TITLE)
    program.fill(program.find('Text on the slide', Atspi.Role.TEXT), BODY)
    program.find('Slide 2 of 13: ' + TITLE)
    program.press('Move down')
    program.find('Slide 3 of 13: ' + TITLE)
    wait_for('the slide in the file', lambda: len(read_slides(path)) > 3 and read_slides(path)[2] == (TITLE, 0))

    pdf = os.path.join(home, 'Documents', 'Probe.pdf')
    cli('export', path, '--document', DECK, '-o', pdf)
    check_pdf(pdf, [TITLE, 'ein Zugang zu den Zahlen'], True)

    program.press('Bring Template Back…')
    program.press('_Bring Template Back')
    program.wait_gone(contains=TITLE)
    wait_for('nothing of it in the file', lambda: not read_slides(path))
    program.kill()
    cli('project', 'check', path)


if __name__ == '__main__':
    run(edit)
