#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole learning path to its confirmation: before, it says what is missing; every question answered, every lesson finished; the PDF names
them all. Days later the questions come back to be repeated."""

import json
import os
import sqlite3

from driver import Atspi, Program, expect, output_of, read_user_data, run, skip_first_run, wait_for, walk, window_binary

COURSE = 'kurs-beteiligte'
NAME = 'Kim Muster (Beispiel)'
DAYS = 3


def read_entry(kind, name):
    path = os.path.join(os.environ['WB_SOURCE_ROOT'], 'data', 'content', kind, name + '.json')
    with open(path, encoding='utf-8') as stream:
        return json.load(stream)


def match_pairs(program, view):
    """Takes for each left side the first right side that is free."""
    lists = [node for node in walk(view) if node.role == Atspi.Role.COMBO_BOX]
    for number, node in enumerate(lists):
        # The focus is on the button inside.
        program.focus(next(part for part in walk(node) if part.role in (Atspi.Role.TOGGLE_BUTTON, Atspi.Role.PUSH_BUTTON)))
        program.key('space', *(['Down'] * (number + 1)), 'Return')


def answer(program, number, question):
    title = 'Question %d: %s' % (number, question['text'])
    view = program.find(title, Atspi.Role.PANEL)
    if 'answers' in question:
        options = [option for option in question['answers'] if option['correct']]
        for option in options if question['type'] == 'multiple' else options[:1]:
            program.check(program.find(option['text'], Atspi.Role.CHECK_BOX, within=view))
    elif question['type'] == 'match':
        match_pairs(program, view)
    elif question['type'] in ('number', 'text'):
        text = str(question['value']) if question['type'] == 'number' else question['accepted'][0]
        program.fill(program.find(contains='Your answer', within=view), text)
    program.click(program.find('Answer', Atspi.Role.PUSH_BUTTON, within=view))
    program.find(question['explanation'], Atspi.Role.LABEL, within=view)


def open_confirmation(program, course):
    program.press('Confirmation of attendance')
    program.find(course['title'], within=program.find('Confirmation of Attendance', Atspi.Role.FRAME))


def save_confirmation(program, home):
    documents = os.path.join(home, 'Documents')
    program.fill(program.find('Name on the confirmation', Atspi.Role.TEXT), NAME)
    program.press('Save as PDF')
    program.press('_Save')
    name = wait_for('the confirmation', lambda: [name for name in os.listdir(documents) if name.endswith('.pdf')])[0]
    return os.path.join(documents, name)


def check_confirmation(path, course, lessons):
    text = ' '.join(output_of('pdftotext', '-layout', path, '-').replace('\u00ad', '').split())
    minutes = sum(lesson['lesson']['minutes'] for lesson in lessons)
    n_questions = sum(len(lesson['lesson']['questions']) for lesson in lessons)
    for words in [NAME, course['title'], 'no accreditation', 'Sum %d' % minutes,
                  '%d of %d answered' % (n_questions, n_questions)] + [lesson['title'] for lesson in lessons]:
        expect(words in text, '“%s” in the confirmation: %s' % (words, text))
    expect('Tagged:          yes' in output_of('pdfinfo', path), 'a tagged PDF')


def let_days_pass(home):
    path = os.path.join(home, '.local', 'share', 'wegbereiter', 'user.db')
    with sqlite3.connect(path) as database:
        database.execute('UPDATE trial SET time = time - ?', (DAYS * 86400,))


def learning_path(home):
    course = read_entry('course', COURSE)
    lessons = [read_entry('lesson', name) for name in course['course']['lessons']]
    program = Program(window_binary(), home)
    skip_first_run(program)
    program.press('All Learning Paths')
    program.find('Repeat Today (0)')
    open_confirmation(program, course)
    program.find(contains='%d lessons are missing' % len(lessons), role=Atspi.Role.LABEL)
    expect(not program.sees(contains='Save as PDF', role=Atspi.Role.PUSH_BUTTON), 'no confirmation yet')
    program.press('Go to the lesson: ' + lessons[0]['title'])

    for lesson in lessons:
        program.find(lesson['title'], Atspi.Role.HEADING)
        for number, question in enumerate(lesson['lesson']['questions'], 1):
            answer(program, number, question)
        program.press('Finish' if lesson is lessons[-1] else 'Next Lesson')

    program.find('%d of %d lessons' % (len(lessons), len(lessons)))
    open_confirmation(program, course)
    check_confirmation(save_confirmation(program, home), course, lessons)
    program.close()

    n_questions = sum(len(lesson['lesson']['questions']) for lesson in lessons)
    expect(read_user_data(home, 'SELECT count(*) FROM trial')[0][0] == n_questions, 'every answer in the user data')
    let_days_pass(home)
    program = Program(window_binary(), home)
    program.press('All Learning Paths')
    program.find('Repeat Today (%d)' % n_questions)
    program.press('Repeat')
    program.find('Next Question', Atspi.Role.PUSH_BUTTON)
    program.find(contains='From the lesson: ', role=Atspi.Role.LABEL)
    program.close()


if __name__ == '__main__':
    run(learning_path)
