#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two entries side by side: chosen with the keyboard, read on screen, saved as PDF."""

from driver import (Atspi, Program, check_pdf, expect, go_through_first_run, run, save_pdf_of, wait_for,
                    window_binary)

OUT = ', do not compare'


def chosen(program):
    """The titles in the bar of what is compared."""
    return [node.get_name().replace(OUT, '') for node in program.find_all(role=Atspi.Role.PUSH_BUTTON, contains=OUT)]


def read_first_hits(program):
    """Chooses the first two hits for comparing; returns their titles."""
    program.key('ctrl+k')
    program.find('Search the library', Atspi.Role.ENTRY)
    program.type('sozialatlas')
    program.find(role=Atspi.Role.STATUS_BAR, contains='hits for sozialatlas')
    titles = []
    for _ in range(2):
        program.key('F3')
        program.find('More to do with this entry')
        program.key('ctrl+shift+c')
        wait_for('one more entry in the bar', lambda: len(chosen(program)) > len(titles))
        titles = chosen(program)
    return titles


def compare(home):
    program = Program(window_binary(), home)
    go_through_first_run(program, 'Hagenow')
    titles = read_first_hits(program)
    expect(len(set(titles)) == 2, 'two entries, not %r' % titles)
    program.key('ctrl+shift+v')
    program.find('At a Glance', Atspi.Role.HEADING)
    program.find('What It Means for Hagenow', Atspi.Role.HEADING)
    path = save_pdf_of(program, home, lambda: program.press('Save as PDF…'))
    words = ['At a Glance', 'Hagenow', 'Sources'] + [title.split()[-1] for title in titles]
    check_pdf(path, words, False)
    program.click(program.find_all('Close', Atspi.Role.PUSH_BUTTON)[-1])
    program.wait_gone('At a Glance', Atspi.Role.HEADING)
    program.regain_keyboard()
    program.close()


if __name__ == '__main__':
    run(compare)
