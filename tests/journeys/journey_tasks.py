#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tasks of two projects in one list: tick one, take it back, and write what is left for the calendar."""

import os

from driver import Atspi, Program, cli, expect, run, skip_first_run, wait_for, walk, window_binary

GUIDE = 'leitfaden-sozialraeume'


def make_project(home, name, task, who, until):
    path = os.path.join(home, 'Documents', name + '.wegbereiter')
    cli('project', 'new', '--guide', GUIDE, '-o', path, '--title', name)
    cli('project', 'set', path, 'aufgaben/+.task', task)
    cli('project', 'set', path, 'aufgaben/1.responsible', who)
    cli('project', 'set', path, 'aufgaben/1.bis-wann', until)
    return path


def is_done(path):
    """Read as the list does, which takes the file from nobody."""
    return any(line.split('\t')[1] == 'done' for line in cli('project', 'tasks', '--all', path).splitlines())


def show_tasks(program):
    program.key('alt+4')
    program.click(program.find('Tasks', role=Atspi.Role.PAGE_TAB))


def tasks(home):
    first = make_project(home, 'Kita', 'Belegung liefern', 'Toni', '2020-01-07')
    second = make_project(home, 'Netz', 'Sensor reinigen', 'Kim', '2035-03-15')
    program = Program(window_binary(), home)
    skip_first_run(program)
    program.close()
    program = Program(window_binary(), home, second)
    program.find(role=Atspi.Role.TEXT, contains='Der Anlass in einem Satz')
    program.close()
    program = Program(window_binary(), home, first)
    program.find(role=Atspi.Role.TEXT, contains='Der Anlass in einem Satz')

    show_tasks(program)
    program.find('Overdue')
    rows = wait_for('the tasks of both', lambda: [node for node in program.find_all(role=Atspi.Role.LIST_ITEM)
                                                  if 'Belegung' in node.get_name() or 'Sensor' in node.get_name()][1:] or None)
    expect('Sensor' in rows[0].get_name(), 'what is late first')

    # The one project is open in this very window, the other one nowhere.
    program.press('Done: Sensor reinigen')
    wait_for('it is ticked in the file', lambda: is_done(second))
    program.click(program.find(contains='Undo', role=Atspi.Role.PUSH_BUTTON))
    wait_for('it is no longer ticked', lambda: not is_done(second))
    expect('Done' in cli('project', 'history', second) or 'Erledigt' in cli('project', 'history', second), 'a place in the history')
    program.find(contains='Done: Sensor reinigen', role=Atspi.Role.PUSH_BUTTON)
    program.press('Done: Belegung liefern')
    wait_for('it is ticked in the open file', lambda: is_done(first))

    # For the calendar: what is listed.
    # The menu button is two: itself, and the button within that has the action.
    program.click(program.find_all('For the Calendar', Atspi.Role.PUSH_BUTTON)[-1])
    program.click(program.find(role=Atspi.Role.MENU_ITEM, contains='Thunderbird'))
    program.press('_Save')
    calendar = os.path.join(home, 'Documents', 'Tasks.ics')
    wait_for('the file', lambda: os.path.exists(calendar))
    with open(calendar, encoding='utf-8', newline='') as stream:
        text = stream.read()
    expect('SUMMARY:Sensor reinigen\r\n' in text and 'DUE;VALUE=DATE:20350315\r\n' in text and 'Belegung' not in text, 'the open task')

    program.find(contains='Calendar file saved')
    program.wait_gone('Save Calendar File')

    # Straight from there to the place of a task, by keyboard: under GTK 4.8 the rows of a list box have no action, and without a window
    # manager nobody gives the window the keyboard back.
    program.regain_keyboard()
    program.focus(program.find(role=Atspi.Role.LIST_ITEM, contains='Sensor reinigen, Kim'))
    program.key('Return')
    field = program.find(contains='Wer tut was', role=Atspi.Role.PANEL)
    wait_for('the focus in the question', lambda: any(node.had_state(Atspi.StateType.FOCUSED) for node in walk(field)))
    program.close()
    expect(not is_done(second) and is_done(first), 'what was done')
    expect(sorted(os.listdir(os.path.dirname(first))) == ['Kita.wegbereiter', 'Netz.wegbereiter', 'Tasks.ics'], 'nothing beside the projects')


if __name__ == '__main__':
    run(tasks)
