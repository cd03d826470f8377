#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is known is proposed and taken over, money adds itself up, a step goes out on paper, and all can be taken back."""

import os
import sqlite3

from driver import Atspi, Program, check_pdf, cli, run, wait_for, window_binary

GUIDE = 'leitfaden-nachnutzung'
USE_CASE = 'badestellen-berlin'


def answer(path, field):
    """What the file holds, as the command line sees it from outside."""
    lines = cli('project', 'show', path).splitlines()
    return next(line.split('\t')[1] for line in lines if line.startswith(field + '\t'))


def make_project(path):
    """A project as the window makes it from a use case."""
    cli('project', 'new', '--guide', GUIDE, '-o', path)
    with sqlite3.connect(path) as database:
        database.execute("INSERT INTO meta VALUES ('use-case', ?)", (USE_CASE,))
    database.close()
    cli('project', 'set', path, 'kostenliste/+.posten', 'Gebühr')
    cli('project', 'set', path, 'kostenliste/1.einmalig', '1.200,-')


def fields(home):
    path = os.path.join(home, 'Documents', 'Bad.wegbereiter')
    make_project(path)
    program = Program(window_binary(), home, path)
    program.find(contains='Proposed from what is known already')
    wait_for('a proposal is no answer', lambda: answer(path, 'anlass') == '')
    program.press('Take over')
    wait_for('it is taken over', lambda: answer(path, 'anlass').startswith('Im Use Case'))

    program.point_and_click(program.find(role=Atspi.Role.LIST_ITEM, contains='Kosten und Aufwand'))
    program.find(contains='Kosten in fünf Jahren: still open')
    program.fill(program.find(role=Atspi.Role.TEXT, contains='Im Jahr'), '600,50')
    wait_for('the amount is in the file', lambda: '600.50' in answer(path, 'kostenliste'))
    program.find(contains='Kosten in fünf Jahren: 4,202.50')
    wait_for('the command line says the same', lambda: answer(path, 'kosten-fuenf-jahre') == '4202.50')
    program.key('ctrl+z')
    program.find(contains='Kosten in fünf Jahren: still open')
    program.close()

    paper = os.path.join(home, 'Documents', 'Kosten.pdf')
    cli('project', 'form', path, '--step', 'kosten', '--return-to', 'Zimmer 7', '-o', paper)
    check_pdf(paper, ['Zimmer 7', 'Welche Kosten entstehen?', 'For example:'], False)


if __name__ == '__main__':
    run(fields)
