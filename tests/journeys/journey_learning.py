#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A lesson: a wrong answer is explained, a right one follows, and both are remembered when the program starts again."""

import json
import os

from driver import Atspi, Program, expect, read_user_data, run, skip_first_run, wait_for, window_binary

LESSON = 'beteiligte-1-ueberblick'


def read_question():
    path = os.path.join(os.environ['WB_SOURCE_ROOT'], 'data', 'content', 'lesson', LESSON + '.json')
    with open(path, encoding='utf-8') as stream:
        questions = json.load(stream)['lesson']['questions']
    number = next(index for index, question in enumerate(questions) if question['type'] == 'single')
    return number, questions[number]


def top_of(node):
    return node.get_extents()[1]


def choose(program, view, option):
    program.check(program.find(option['text'], Atspi.Role.CHECK_BOX, within=view))


def leaf(program, node):
    """As soon as the lesson is there, the keys for leafing work."""
    for key, back in (('space', 'shift+space'), ('Page_Down', 'Page_Up')):
        begin = top_of(node)
        program.key(key)
        wait_for('the lesson to go on with ' + key, lambda: top_of(node) < begin)
        program.key(back)
        wait_for('the lesson to go back with ' + back, lambda: top_of(node) == begin)


def learning(home):
    number, question = read_question()
    right = next(option for option in question['answers'] if option['correct'])
    wrong = next(option for option in question['answers'] if not option['correct'])
    title = 'Question %d: %s' % (number + 1, question['text'])

    program = Program(window_binary(), home)
    skip_first_run(program)
    program.press('Begin: ')
    view = program.find(title, Atspi.Role.PANEL)
    leaf(program, view)
    choose(program, view, wrong)
    program.click(program.find('Answer', Atspi.Role.PUSH_BUTTON, within=view))
    program.find(wrong['explanation'], Atspi.Role.LABEL, within=view)
    program.find(contains='Not right yet', within=view)
    program.click(program.find('Try Again', Atspi.Role.PUSH_BUTTON, within=view))
    choose(program, view, right)
    program.click(program.find('Answer', Atspi.Role.PUSH_BUTTON, within=view))
    program.find(right['explanation'], Atspi.Role.LABEL, within=view)
    program.close()

    program = Program(window_binary(), home)
    program.press('Begin: ')
    view = program.find(title, Atspi.Role.PANEL)
    program.find(right['explanation'], Atspi.Role.LABEL, within=view)
    program.close()
    rows = read_user_data(home, 'SELECT count(*) FROM trial')
    expect(rows[0][0] > 0, 'progress in the user data')


if __name__ == '__main__':
    run(learning)
