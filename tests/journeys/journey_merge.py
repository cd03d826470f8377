#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two copies of a project went different ways: merge them in the window, decide, undo, and look at the files."""

import os
import shutil

from driver import Atspi, Program, cli, expect, run, wait_for, window_binary

GUIDE = 'leitfaden-sozialraeume'


def answers(path):
    """What the file holds, as the command line sees it from outside."""
    return dict(line.split('\t')[:2] for line in cli('project', 'show', path).splitlines())


def read(path):
    with open(path, 'rb') as stream:
        return stream.read()


def compare_with(program, other):
    program.key('F10')
    program.click(program.find(contains='Merge with Another Copy'))
    program.find(role=Atspi.Role.PUSH_BUTTON, contains='_Compare')
    # In the file chooser a slash opens the line for a path.
    program.type(other)
    wait_for('the path is typed', lambda: any(program.text_of(entry) == other for entry in program.find_all(role=Atspi.Role.TEXT)))
    program.key('Return')


def merge(home):
    folder = os.path.join(home, 'Documents')
    mine, other = os.path.join(folder, 'Mine.wegbereiter'), os.path.join(folder, 'Other.wegbereiter')
    cli('project', 'new', '--guide', GUIDE, '-o', mine)
    cli('project', 'set', mine, 'anlass-satz', 'Am Anfang')
    shutil.copy(mine, other)
    cli('project', 'set', mine, 'anlass-satz', 'Meiner')
    cli('project', 'set', mine, 'anlass', 'Mein Anlass')
    cli('project', 'set', other, 'anlass-satz', 'Ihrer')
    cli('project', 'set', other, 'anlass', 'Ihr Anlass')
    cli('project', 'set', other, 'ziel', 'Bedarf sehen')
    foreign = read(other)

    program = Program(window_binary(), home, mine)
    compare_with(program, other)
    program.find(contains='Bedarf sehen')
    program.find(contains='2 conflicts are still to be decided')
    expect('2 Conflicts' in program.find(contains='To Decide').get_name(), 'each conflict is shown once')
    for words in ('Was ist der Anlass?: keep both texts', 'für die Folie: take what is in the other copy'):
        program.press(words)
    program.find(contains='All is decided')
    program.press('Merge')
    program.wait_gone(contains='All is decided')
    wait_for('it is in the file', lambda: answers(mine)['ziel'] == 'Bedarf sehen')
    expect(answers(mine)['anlass-satz'] == 'Ihrer', 'the other side was taken')
    expect(answers(mine)['anlass'] == 'Mein Anlass\\nIhr Anlass', 'both texts were kept')
    expect(read(other) == foreign, 'the other file is as it was')

    program.regain_keyboard()
    compare_with(program, other)
    program.find(contains='Nothing New')
    program.key('Escape')
    program.wait_gone(contains='Nothing New')

    program.regain_keyboard()
    program.press('Undo')
    wait_for('all is as before', lambda: answers(mine)['ziel'] == '')
    expect(answers(mine)['anlass-satz'] == 'Meiner' and answers(mine)['anlass'] == 'Mein Anlass', 'the merge is undone as one step')
    program.close()
    expect(sorted(os.listdir(folder)) == ['Mine.wegbereiter', 'Other.wegbereiter'], 'nothing lies beside the projects')


if __name__ == '__main__':
    run(merge)
