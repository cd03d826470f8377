#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""First start, find Sozialräume, start the project, answer seven steps, take checklist and presentation away, lose power, go on."""

import json
import os
import sqlite3

from driver import Atspi, Program, check_pdf, cli, expect, go_through_first_run, run, wait_for, window_binary

GUIDE = 'leitfaden-sozialraeume'
TOWN = 'Schwielowsee'
STEPS = 7


def read_guide():
    path = os.path.join(os.environ['WB_SOURCE_ROOT'], 'data', 'content', 'guide', GUIDE + '.json')
    with open(path, encoding='utf-8') as stream:
        return json.load(stream)


def list_steps(guide):
    return [step for phase in guide['guide']['phases'] for step in phase['steps']]


def find_guide(program, title):
    program.press('Find a Use Case')
    program.fill(program.find('Search the library', Atspi.Role.ENTRY), 'Sozialräume')
    # The row as it reads aloud: kind, domain, title.
    program.point_and_click(program.find(role=Atspi.Role.PANEL, contains=title))
    program.find(title, Atspi.Role.HEADING)


def start_project(program, home):
    program.press('Start Project')
    program.press('Create')
    files = wait_for('the project file', lambda: [name for name in os.listdir(os.path.join(home, 'Documents'))
                                                  if name.endswith('.wegbereiter')])
    expect(len(files) == 1, 'one project file, not %r' % files)
    return os.path.join(home, 'Documents', files[0])


def list_texts(step):
    return [field for field in step['fields'] if field['type'] in ('text', 'long-text') and 'when' not in field]


def answer_steps(program, steps):
    """Types into the first text of each step; returns field → text."""
    answers = {}
    for number, step in enumerate(steps[:STEPS]):
        program.find(step['title'], Atspi.Role.HEADING)
        for field in list_texts(step)[:1]:
            text = 'Antwort %d für Ortsteil „Süd“ (Beispiel)' % (number + 1)
            program.fill(program.find(field['label'], Atspi.Role.TEXT), text)
            answers[field['id']] = text
        if number + 1 < STEPS:
            program.press('Next step')
    program.find(role=Atspi.Role.STATUS_BAR, contains='Saved')
    return answers


def on_disk(path):
    """field → value, as the command line reads it."""
    shown = dict(line.split('\t', 1) for line in cli('project', 'show', path).splitlines())
    return shown


def wait_until_saved(path, answers):
    def all_there():
        shown = on_disk(path)
        return all(shown.get(field) == text for field, text in answers.items())
    wait_for('%d answers in the file' % len(answers), all_there)


def save_pdf(program, home, title, incomplete):
    """Saves one of the project's documents where the dialog suggests; returns the path. INCOMPLETE: required answers are still
    missing, and the program says which before it goes on."""
    before = set(os.listdir(os.path.join(home, 'Documents')))
    program.press('Save as PDF: ' + title)
    if incomplete:
        program.find(contains='required answers are missing', role=Atspi.Role.LABEL)
        program.press('Export Anyway')
    program.press('_Save')

    def written():
        new = [name for name in set(os.listdir(os.path.join(home, 'Documents'))) - before if name.endswith('.pdf')]
        return new[0] if new else None
    return os.path.join(home, 'Documents', wait_for('the PDF of ' + title, written))


def check_file(path):
    expect(os.stat(path).st_mode & 0o777 == 0o600, 'a project file that nobody else can read')
    with sqlite3.connect(path) as database:
        expect(database.execute('PRAGMA integrity_check').fetchone()[0] == 'ok', 'a sound project file')
    side_files = [name for name in os.listdir(os.path.dirname(path)) if name.startswith(os.path.basename(path) + '-')]
    expect(not side_files, 'no side file, but %r' % side_files)


def whole_way(home):
    guide = read_guide()
    steps = list_steps(guide)
    documents = {document['name']: document['title'] for document in guide['guide']['documents']}
    program = Program(window_binary(), home)
    go_through_first_run(program, TOWN)
    find_guide(program, guide['title'])
    path = start_project(program, home)
    answers = answer_steps(program, steps)
    expect(len(answers) >= 4, 'texts in most of the steps')
    wait_until_saved(path, answers)

    program.press('Documents')
    deck = next(name for name in documents if 'praesentation' in name)
    check_pdf(save_pdf(program, home, documents['dsgvo-pruefung'], False), [TOWN, 'DSGVO'], False)
    check_pdf(save_pdf(program, home, documents[deck], True), [TOWN, 'Hannover'], True)

    # The battery dies.
    program.kill()
    program = Program(window_binary(), home)
    program.press('Continue: ')
    program.find(steps[STEPS - 1]['title'], Atspi.Role.HEADING)
    shown = on_disk(path)
    for field, text in answers.items():
        expect(shown[field] == text, '%s: %s' % (field, text))
    label = next((field['label'] for field in steps[STEPS - 1]['fields'] if field['id'] in answers), None)
    if label is not None:
        entry = program.find(label, Atspi.Role.TEXT)
        expect(program.text_of(entry) == answers[next(field['id'] for field in steps[STEPS - 1]['fields']
                                                      if field['label'] == label)], 'the answer in the form')
    program.close()
    check_file(path)
    cli('project', 'check', path)


if __name__ == '__main__':
    run(whole_way)
