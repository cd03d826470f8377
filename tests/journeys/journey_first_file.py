#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The very first start is a double click on a project that somebody mailed: the project is there at once, the welcome comes when one looks round,
and from it the way leads back into the project."""

import os

from driver import Atspi, Program, cli, expect, read_user_data, run, window_binary

GUIDE = 'leitfaden-sozialraeume'


def first_file(home):
    path = os.path.join(home, 'Documents', 'Kita.wegbereiter')
    cli('project', 'new', '--guide', GUIDE, '-o', path, '--title', 'Kita')
    program = Program(window_binary(), home, path)
    program.find(role=Atspi.Role.TEXT, contains='Der Anlass in einem Satz')

    program.press('Back to all projects')
    program.press('Skip')
    program.press('To the Project')
    program.find(role=Atspi.Role.TEXT, contains='Der Anlass in einem Satz')
    program.wait_gone('To the Project')

    # Once is enough: now the way back leads to the list.
    program.press('Back to all projects')
    program.find(contains='Kita', role=Atspi.Role.LABEL)
    expect(not program.sees('Skip'), 'no welcome a second time')
    program.close()
    expect(read_user_data(home, "SELECT value FROM meta WHERE key = 'welcomed'") == [('1',)], 'that it is over is kept')


if __name__ == '__main__':
    run(first_file)
