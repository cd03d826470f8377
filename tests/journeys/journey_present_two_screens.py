#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two screens: the slides on the projector, the notes on the laptop; swapped; the projector unplugged and plugged in again."""

import subprocess

from driver import Atspi, Program, expect, run, skip, skip_first_run, wait_for, window_binary
from journey_present import BAR, BLACK, DECK, NOTES, SPEAKER, open_deck, see_slide, texts_of, window_of
from screens import Screens, look, share

LAPTOP = (0, 0, 1366, 768)
PROJECTOR = (1366, 0, 1280, 720)
DARK = (28, 28, 31)


def has_slide(screen):
    """The blue bar of a slide stands at the left edge of this screen, all the way down."""
    return share(look(screen[0], screen[1], 8, screen[3] - 10), BAR) > 0.9


def has_speaker(screen):
    return share(look(screen[0] + 20, screen[1] + 60, screen[2] - 40, screen[3] - 80), DARK) > 0.1


def give_keyboard(program, title):
    """Without a window manager nobody else does."""
    found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(program.process.pid), '--name', '^%s$' % title],
                           capture_output=True, text=True, check=True).stdout.split()
    subprocess.run(['xdotool', 'windowfocus', '--sync', found[-1]], check=True)


def two_screens(home):
    screens = Screens(home, [LAPTOP, PROJECTOR])
    try:
        present(home, screens)
    finally:
        screens.close()


def present(home, screens):
    program = Program(window_binary(), home)
    skip_first_run(program)
    open_deck(program)
    program.press('Present')
    see_slide(program, 1)
    wait_for('the slide on the projector', lambda: has_slide(PROJECTOR))
    wait_for('the speaker’s view on the laptop', lambda: has_speaker(LAPTOP))
    program.find(contains='Audience: VNC-1 · 1280 × 720')

    give_keyboard(program, SPEAKER)
    program.key('Page_Down')
    see_slide(program, 2)
    wait_for('the notes on the laptop', lambda: NOTES in texts_of(window_of(program, SPEAKER)))
    expect(NOTES not in texts_of(window_of(program, DECK)), 'no notes on the projector')
    program.key('b')
    wait_for('a black projector', lambda: share(look(*PROJECTOR), BLACK) == 1)
    expect(has_speaker(LAPTOP), 'the speaker’s view while the projector is black')
    program.key('b')
    wait_for('the slide again', lambda: has_slide(PROJECTOR))

    program.key('s')
    wait_for('the slide on the laptop', lambda: has_slide(LAPTOP))
    wait_for('the speaker’s view on the projector', lambda: has_speaker(PROJECTOR))
    program.key('s')
    wait_for('the slide on the projector again', lambda: has_slide(PROJECTOR))

    # Somebody stumbles over the cable.
    screens.set([LAPTOP])
    program.find(contains='The projector is not connected.')
    wait_for('the speaker’s view, not the slide', lambda: has_speaker(LAPTOP) and not has_slide(LAPTOP))
    give_keyboard(program, SPEAKER)
    program.key('Page_Down')
    program.find(contains='3 / 9')
    screens.set([LAPTOP, PROJECTOR])
    wait_for('the slide on the projector as soon as it is back', lambda: has_slide(PROJECTOR))
    see_slide(program, 3)

    # Two windows, as a video call needs them.
    give_keyboard(program, SPEAKER)
    program.key('v')
    program.find(contains='Two windows')
    expect('Slide 3 of 9' in texts_of(window_of(program, DECK)), 'the slide in its window')
    expect(NOTES not in texts_of(window_of(program, DECK)), 'no notes in the window that is shared')
    give_keyboard(program, SPEAKER)
    program.key('Escape')
    program.wait_gone(contains='Two windows')
    program.kill()


if __name__ == '__main__':
    if not Screens.available():
        skip('Xtigervnc, an X server with several screens, is not installed')
    run(two_screens)
