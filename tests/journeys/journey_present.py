#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One screen: a talk with a remote clicker's keys, black and white, the speaker's view, the overview, and going on where one was."""

from driver import Atspi, Program, expect, run, skip_first_run, wait_for, walk, window_binary
from screens import look, share

DECK = 'Folien für einen Arbeitsworkshop'
SPEAKER = 'Speaker’s view: ' + DECK
NOTES = 'Lesen Sie die Frage vor'
SLIDES = 9
BLACK = (0, 0, 0)
WHITE = (255, 255, 255)
BAR = (26, 95, 180)


def open_deck(program):
    program.press('Find a Use Case')
    program.fill(program.find('Search the library', Atspi.Role.ENTRY), 'Folien für einen Arbeitsworkshop')
    program.point_and_click(program.find(role=Atspi.Role.PANEL, contains=DECK))
    program.find(DECK, Atspi.Role.HEADING)


def see_slide(program, number):
    return program.find('Slide %d of %d' % (number, SLIDES), Atspi.Role.IMAGE)


def window_of(program, title):
    """The window with exactly this title."""
    return next(window for window in program.application.get_children() if window.get_name() == title)


def texts_of(window):
    """All that a screen reader could read out of a window."""
    texts = []
    for node in walk(window):
        texts += [node.name, node.get_description(), node.get_text() or '']
    return '\n'.join(texts)


def wait_for_share(color, least):
    wait_for('a screen of %r' % (color,), lambda: share(look(0, 0, 1366, 768), color) >= least)


def go_with_clicker(program):
    see_slide(program, 1)
    program.key('Page_Down')
    see_slide(program, 2)
    wait_for('the bar of the slide at the left edge', lambda: share(look(0, 0, 8, 760), BAR) > 0.9)
    program.key('period')
    program.find('The screen is black. Press B to go on.', Atspi.Role.IMAGE)
    wait_for_share(BLACK, 1)
    program.key('period')
    see_slide(program, 2)
    program.key('w')
    wait_for_share(WHITE, 1)
    # The next step shows the slide that was covered.
    program.key('Page_Down')
    see_slide(program, 2)
    wait_for('the bar again', lambda: share(look(0, 0, 8, 760), BAR) > 0.9)
    program.key('Page_Down')
    see_slide(program, 3)
    program.key('Page_Up')
    see_slide(program, 2)
    program.key('F5')
    see_slide(program, 2)


def jump(program):
    program.key('5', 'Return')
    see_slide(program, 5)
    program.key('End')
    see_slide(program, SLIDES)
    program.key('Home')
    see_slide(program, 1)
    program.key('space')
    see_slide(program, 2)


def look_at_notes(program):
    audience = window_of(program, DECK)
    expect(NOTES not in texts_of(audience), 'no notes on the wall')
    program.key('p')
    program.find('Planned minutes', Atspi.Role.SPIN_BUTTON)
    expect(NOTES in texts_of(window_of(program, SPEAKER)), 'the notes in the speaker’s view')
    expect(NOTES not in texts_of(audience), 'no notes on the wall beside the speaker’s view')
    program.press('Freeze')
    program.find(contains='Frozen: the audience sees slide 2')
    program.key('Page_Down')
    see_slide(program, 3)
    wait_for('the frozen slide on the wall', lambda: 'Slide 2 of %d' % SLIDES in texts_of(audience))
    program.key('f')
    wait_for('the wall to follow', lambda: 'Slide 3 of %d' % SLIDES in texts_of(audience))
    program.key('p')
    program.wait_gone('Planned minutes', Atspi.Role.SPIN_BUTTON)


def choose_in_overview(program):
    program.key('o')
    program.find('Find a slide: number or title', Atspi.Role.ENTRY)
    program.type('Ordnen')
    program.key('Return')
    see_slide(program, 4)


def present(home):
    program = Program(window_binary(), home)
    skip_first_run(program)
    open_deck(program)
    program.press('Present')
    go_with_clicker(program)
    jump(program)
    look_at_notes(program)
    choose_in_overview(program)
    program.key('Escape')
    program.wait_gone('Slide 4 of %d' % SLIDES, Atspi.Role.IMAGE)

    # The same deck again: at the same place.
    program.regain_keyboard()
    program.press('Present')
    see_slide(program, 4)
    program.key('Escape')
    program.wait_gone('Slide 4 of %d' % SLIDES, Atspi.Role.IMAGE)
    program.regain_keyboard()
    program.close()


if __name__ == '__main__':
    run(present)
