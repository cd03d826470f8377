#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The self-check to its report: replies by key, a stop in between, the result, a circle, and the report as PDF."""

import os

from driver import Atspi, Program, expect, output_of, read_user_data, run, skip_first_run, wait_for, window_binary

KEYS = ('4', '3', 'w', '4')


def answer(program):
    for number, key in enumerate(KEYS, start=1):
        program.key(key)
        program.find(contains='Statement %d of' % (number + 1), role=Atspi.Role.LABEL)


def save_report(program, home):
    path = os.path.join(home, 'Documents', 'Where we stand.pdf')
    program.press('Save Report…')
    program.press('_Save')
    wait_for('the report', lambda: os.path.exists(path))
    return output_of('pdftotext', '-layout', path, '-')


def where_we_stand(home):
    program = Program(window_binary(), home)
    skip_first_run(program)
    program.key('alt+6')
    program.press('Answer Alone')
    program.find(contains='Statement 1 of', role=Atspi.Role.LABEL)
    answer(program)
    program.kill()

    rows = read_user_data(home, 'SELECT sum(reply_0 + reply_1 + reply_2 + reply_3 + reply_4), sum(not_known) FROM tally')
    expect(rows == [(len(KEYS) - 1, 1)], 'each reply kept, not %r' % rows)
    program = Program(window_binary(), home)
    program.find('Go On')
    program.key('alt+6')
    program.press('Continue')
    program.find(contains='Statement %d of' % (len(KEYS) + 1), role=Atspi.Role.LABEL)
    program.key('BackSpace')
    program.find(contains='Statement %d of' % len(KEYS), role=Atspi.Role.LABEL)
    program.press('Finish and Show the Result')
    program.find('What Slows Data Work Down Here?')
    program.find(contains=' of 4, ', role=Atspi.Role.PUSH_BUTTON)
    program.find(contains='not known', role=Atspi.Role.PUSH_BUTTON)
    text = save_report(program, home)
    expect('Which circles turn' in text, 'the circles in the report')
    expect('How this was calculated' in text, 'the rules in the report')
    expect('not known' in text, 'no level for what was not answered')
    program.close()
    rows = read_user_data(home, 'SELECT count(*) FROM assessment WHERE finished > 0')
    expect(rows == [(1,)], 'one finished self-check')


if __name__ == '__main__':
    run(where_we_stand)
