#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Questions for a group at the projector: hands are counted with the keys, hidden until the answer is revealed, and nothing of it is kept."""

import json
import os
import subprocess

from driver import Atspi, Program, expect, read_user_data, run, skip_first_run, wait_for, window_binary

LESSON = 'beteiligte-1-ueberblick'


def read_questions():
    path = os.path.join(os.environ['WB_SOURCE_ROOT'], 'data', 'content', 'lesson', LESSON + '.json')
    with open(path, encoding='utf-8') as stream:
        return json.load(stream)['lesson']['questions']


def focus_wall(program, title):
    """Without a window manager nobody gives the new window the keyboard."""
    def find():
        return subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(program.process.pid), '--name', title],
                              capture_output=True, text=True, check=False).stdout.split()
    window = wait_for('the window on the wall', find)[-1]
    subprocess.run(['xdotool', 'windowfocus', '--sync', window], check=True)


def find_board(program, question):
    return program.find(contains=question['text'], role=Atspi.Role.IMAGE)


def learning_group(home):
    questions = read_questions()
    first = next(question for question in questions if question['type'] in ('single', 'multiple', 'case'))
    number = questions.index(first)
    right = next(index for index, option in enumerate(first['answers']) if option['correct'])

    program = Program(window_binary(), home)
    skip_first_run(program)
    program.press('Begin: ')
    with open(os.path.join(os.environ['WB_SOURCE_ROOT'], 'data', 'content', 'lesson', LESSON + '.json'), encoding='utf-8') as stream:
        title = json.load(stream)['title']
    program.find(title, Atspi.Role.HEADING)
    program.press('Questions for the group')
    focus_wall(program, title)
    for _ in range(number):
        program.key('Next')
    board = find_board(program, first)
    program.key('1', '2', '2', 'KP_2')
    program.find('4 votes', Atspi.Role.STATUS_BAR)
    program.key('shift+2')
    program.find('3 votes', Atspi.Role.STATUS_BAR)
    expect('vote' not in board.get_description(), 'nothing told before it is revealed: ' + board.get_description())
    program.key('space')
    wait_for('the answer', lambda: '✓ Right' in board.get_description())
    line = board.get_description().split('\n')
    expect('1 vote' in line[0] and '2 votes' in line[1], 'the counts: %r' % line)
    expect('✓ Right' in line[right], 'the right answer: %r' % line)
    expect(first['explanation'] in board.get_description(), 'the explanation')
    program.key('space')
    find_board(program, questions[number + 1])
    program.key('Escape')
    program.wait_gone(contains=questions[number + 1]['text'], role=Atspi.Role.IMAGE)
    expect(read_user_data(home, 'SELECT count(*) FROM trial')[0][0] == 0, 'nothing kept of what the group said')
    program._focus_window()
    program.close()


if __name__ == '__main__':
    run(learning_group)
