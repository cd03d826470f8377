#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the list of projects: pause one, put one into the trash and back, start the next use case with its people, find words in a project."""

import os

from driver import Atspi, Program, cli, expect, insist, run, skip_first_run, wait_for, window_binary

GUIDE = 'leitfaden-sozialraeume'


def choose(program, title, what, probe):
    """A line of the menu behind the project TITLE, until PROBE sees what comes of it: the list may be read anew at any time. The menu
    button is two: itself, and the button within that has the action."""
    def act():
        items = program.find_all(role=Atspi.Role.MENU_ITEM, contains=what)
        if not items:
            program.click(program.find_all(contains='“%s”' % title, role=Atspi.Role.PUSH_BUTTON)[-1])
            items = [program.find(role=Atspi.Role.MENU_ITEM, contains=what)]
        program.click(items[0])
    return insist('%s of “%s”' % (what, title), act, probe)


def projects_list(home):
    folder = os.path.join(home, 'Documents')
    path = os.path.join(folder, 'Kita.wegbereiter')
    cli('project', 'new', '--guide', GUIDE, '-o', path, '--title', 'Kita')
    cli('project', 'set', path, 'projektleitung.name', 'Alex Muster')
    cli('project', 'set', path, 'anlass-satz', 'Es fehlen Plätze')
    cli('project', 'missing', '--meeting', '2036-01-12', '--hand-in', '2035-12-18', path)
    program = Program(window_binary(), home)
    skip_first_run(program)
    program.close()
    program = Program(window_binary(), home, path)
    program.find(role=Atspi.Role.TEXT, contains='Der Anlass in einem Satz')

    # Words, however they are spelled, lead to the question.
    program.key('ctrl+f')
    program.find('Find in the project', role=Atspi.Role.ENTRY)
    program.type('muster alex')
    program.find(contains='1 place')
    program.key('Return')
    program.find(contains='Wer leitet das Projekt?')

    # From the list to what is missing before the council meets, from there to the question, and back.
    program.key('alt+4')
    program.click(program.find(contains='Council meeting on 12.01.2036', role=Atspi.Role.PUSH_BUTTON))
    program.find('Missing in the papers')
    program.focus(program.find(contains='must: Welches Ziel', role=Atspi.Role.LIST_ITEM))
    program.key('Return')
    program.wait_gone('Missing in the papers')
    program.regain_keyboard()
    program.find(contains='Welches Ziel', role=Atspi.Role.TEXT)
    program.key('ctrl+r')
    program.find('Missing in the papers')
    program.key('Escape')
    program.wait_gone('Missing in the papers')
    program.regain_keyboard()

    program.key('alt+4')
    choose(program, 'Kita', 'Pause', lambda: program.sees('Paused'))

    # The project is open; it is closed, goes, and comes back as it was.
    choose(program, 'Kita', 'Trash', lambda: not os.path.exists(path))
    program.click(program.find(contains='Undo', role=Atspi.Role.PUSH_BUTTON))
    wait_for('the file is back', lambda: os.path.exists(path))
    expect('Alex Muster' in cli('project', 'show', path), 'what was in it')

    # The next use case, with the person who leads.
    choose(program, 'Kita', 'Next Use Case', lambda: program.sees('Narrow down the use cases', role=Atspi.Role.ENTRY))
    program.type('Sensor')
    program.key('Return')
    program.find('People and roles that go along')
    program.find(contains='Alex Muster')
    program.press('Create')
    new = wait_for('the new project', lambda: [name for name in os.listdir(folder) if name not in ('Kita.wegbereiter',)
                                               and name.endswith('.wegbereiter')] or None)[0]
    wait_for('the person is in it', lambda: 'projektleitung\tAlex Muster' in cli('project', 'show', os.path.join(folder, new)))
    expect('Es fehlen' not in cli('project', 'show', os.path.join(folder, new)), 'nothing but people and roles')
    program.close()


if __name__ == '__main__':
    run(projects_list)
