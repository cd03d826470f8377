#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The filters of the library: what a number says is what the list holds, and no hits are a way on."""

import re

from driver import Atspi, Program, expect, run, skip_first_run, wait_for, window_binary


def status(program):
    return program.find(role=Atspi.Role.STATUS_BAR, contains='entr').get_name()


def tick(program, name):
    """Ticks the filter NAME and waits for the list to hold what its number said."""
    box = program.find(role=Atspi.Role.CHECK_BOX, contains=name + ', ')
    count = re.search(r', (\d+) entr', box.get_name()).group(1)
    program.check(box)
    wait_for('%s entries' % count, lambda: status(program).split()[0] == count)
    return int(count)


def facets(home):
    program = Program(window_binary(), home)
    skip_first_run(program)
    program.key('ctrl+k')
    program.find('Search the library', Atspi.Role.ENTRY)
    wait_for('all entries', lambda: int(status(program).split()[0]) > 100)
    cases = tick(program, 'Use cases')
    expect(cases > 10, 'use cases, not %d' % cases)
    fewer = tick(program, 'Soziales')
    expect(0 < fewer < cases, 'fewer than %d: %d' % (cases, fewer))

    # Nothing there: the program says which filter to take away, and what that brings.
    program.key('ctrl+k')
    program.fill(program.find('Search the library', Atspi.Role.ENTRY), 'Schwellenwert')
    way = program.find(role=Atspi.Role.PUSH_BUTTON, contains='Without')
    promised = re.search(r': (\d+) hit', way.get_name()).group(1)
    program.click(way)
    wait_for('%s hits' % promised,
             lambda: program.sees(role=Atspi.Role.STATUS_BAR, contains=promised + ' hit'))
    program.close()


if __name__ == '__main__':
    run(facets)
