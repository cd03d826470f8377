#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fill in, take back and make once more with the keyboard, close, go on taking back, and look at an earlier state."""

import os

from driver import Atspi, Program, cli, expect, run, wait_for, window_binary

GUIDE = 'leitfaden-sozialraeume'
FIELD = 'anlass-satz'


def answer(path):
    """What the file holds, as the command line sees it from outside."""
    lines = cli('project', 'show', path).splitlines()
    return next(line.split('\t')[1] for line in lines if line.startswith(FIELD + '\t'))


def entry(program):
    return program.find(role=Atspi.Role.TEXT, contains='Der Anlass in einem Satz')


def undo(home):
    path = os.path.join(home, 'Documents', 'Kita.wegbereiter')
    cli('project', 'new', '--guide', GUIDE, '-o', path)
    cli('project', 'set', path, FIELD, 'Am Anfang')
    program = Program(window_binary(), home, path)
    program.fill(entry(program), 'Es fehlen Plaetze')
    wait_for('what was typed is in the file', lambda: answer(path) == 'Es fehlen Plaetze')
    program.key('ctrl+z')
    wait_for('it was taken back', lambda: answer(path) == 'Am Anfang')
    wait_for('the form shows it', lambda: program.text_of(entry(program)) == 'Am Anfang')
    program.key('ctrl+shift+z')
    wait_for('it was made once more', lambda: answer(path) == 'Es fehlen Plaetze')
    program.close()

    program = Program(window_binary(), home, path)
    wait_for('the form shows it', lambda: program.text_of(entry(program)) == 'Es fehlen Plaetze')
    # GTK takes the second press of a button only after it has answered the first.
    program.press('Undo')
    wait_for('one step was taken back', lambda: answer(path) == 'Am Anfang')
    program.press('Undo')
    wait_for('all was taken back', lambda: answer(path) == '')

    program.key('ctrl+h')
    program.find('Go Back to This State')
    program.point_and_click(program.find(role=Atspi.Role.LIST_ITEM, contains='Changed'))
    program.find(contains='The project as it was on')
    program.press('Go Back to This State')
    wait_for('the newest state that was typed is back', lambda: answer(path) == 'Es fehlen Plaetze')
    program.key('Escape')
    program.wait_gone('Go Back to This State')
    program.close()
    expect(sorted(os.listdir(os.path.dirname(path))) == ['Kita.wegbereiter'], 'nothing lies beside the project')


if __name__ == '__main__':
    run(undo)
