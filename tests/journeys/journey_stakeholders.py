#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is involved, placed with the arrow keys, as a screen reader hears it; what is missing; and all of it in the exported plan."""

import os

from driver import Atspi, Program, check_pdf, cli, expect, run, wait_for, window_binary

GUIDE = 'leitfaden-sozialraeume'
FIELD = 'beteiligtenliste'


def answer(path):
    """What the file holds, as the command line sees it from outside."""
    lines = cli('project', 'show', path).splitlines()
    return next(line.split('\t')[1] for line in lines if line.startswith(FIELD + '\t'))


def stakeholders(home):
    path = os.path.join(home, 'Documents', 'Plan.wegbereiter')
    pdf = os.path.join(home, 'Documents', 'Plan.pdf')
    cli('project', 'new', '--guide', GUIDE, '-o', path)
    cli('project', 'set', path, FIELD + '/+.group', 'Bauhof')
    program = Program(window_binary(), home, path)
    program.point_and_click(program.find(contains='Beteiligte und fehlende Rollen'))

    point = program.find(contains='Bauhof: Influence not rated, Interest not rated')
    expect(program.sees(contains='Missing: Personalrat'), 'the staff council is missed')
    program.focus(point)
    program.key('Up')
    wait_for('it stands in the middle', lambda: answer(path) == 'Bauhof, 3, 3')
    program.key('Up', 'Left')
    wait_for('it was moved', lambda: answer(path) == 'Bauhof, 4, 2')
    program.find(contains='Bauhof: Influence 4 of 5, Interest 2 of 5', role=Atspi.Role.LIST_ITEM)
    program.press('Enter: Personalrat')
    wait_for('the row is there', lambda: answer(path) == 'Bauhof, 4, 2; Personalrat')
    program.wait_gone(contains='Missing: Personalrat')
    program.close()

    cli('export', path, '-d', 'kommunikationsplan', '-o', pdf)
    check_pdf(pdf, ['Bauhof 4 2', 'Win over', 'Missing: Datenschutzbeauftragte', 'Art. 38 Abs. 1 DSGVO'], False)


if __name__ == '__main__':
    run(stakeholders)
