#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The library with nothing but the keyboard: find, read, bookmark, go elsewhere and come back."""

from driver import Atspi, Program, expect, read_user_data, run, skip_first_run, window_binary

ENTRY = 'sozialatlas-landkreis-kassel'
TITLE = 'Sozialatlas mit der Lage'


def library_by_keyboard(home):
    program = Program(window_binary(), home)
    skip_first_run(program)
    program.key('ctrl+k')
    program.find('Search the library', Atspi.Role.ENTRY)
    program.type('sozialatlas kassel')
    program.find(role=Atspi.Role.PANEL, contains=TITLE)
    program.key('Down')
    program.key('Return')
    program.find(role=Atspi.Role.HEADING, contains=TITLE)
    program.key('ctrl+d')
    # Elsewhere and back: what was read is still there.
    program.key('alt+1')
    program.find('Welcome')
    program.key('alt+2')
    program.find(role=Atspi.Role.HEADING, contains=TITLE)
    # The shortcuts, twice: closed, they are made anew.
    for _ in range(2):
        program.key('ctrl+question')
        program.find('Working with the program')
        program.key('Escape')
        program.wait_gone('Working with the program')
    program.close()
    rows = read_user_data(home, 'SELECT item FROM bookmark')
    expect(rows == [(ENTRY,)], 'one bookmark, not %r' % rows)


if __name__ == '__main__':
    run(library_by_keyboard)
