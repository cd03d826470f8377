#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Give a project to others: a name that is typed is caught, all is reviewed, and the pack names nobody."""

import json
import os

from driver import Atspi, Program, cli, expect, is_enabled, run, wait_for, window_binary

GUIDE = 'leitfaden-allgemein'


def contribution(home):
    documents = os.path.join(home, 'Documents')
    path = os.path.join(documents, 'Pegel.wegbereiter')
    cli('project', 'new', '--guide', GUIDE, '--title', 'Pegel', '--town', '13076060', '-o', path)
    for field, value in (('projektleitung.name', 'Kunigunde Zwirnemann'), ('ziel', 'Frau Zwirnemann misst den Bach'),
                         ('anlass', 'Der Keller lief voll')):
        cli('project', 'set', path, field, value)
    program = Program(window_binary(), home, path)
    program.find(contains='Anlass und Ziel')
    program.press('Documents')
    program.press('Contribution…')
    program.find(contains='Was replaced or left out: Name “Frau Zwirnemann”')
    program.fill(program.find(role=Atspi.Role.TEXT, contains='Summary, piece'), 'Kunigunde misst')
    program.fill(program.find(role=Atspi.Role.TEXT, contains='Aufwand, piece'), 'Mittel')
    program.find(contains='Still says who somebody is: Name “Kunigunde”')
    program.focus(program.find('I have read all that goes out', Atspi.Role.CHECK_BOX))
    program.key('space')
    expect(not is_enabled(program.find('Save…', Atspi.Role.PUSH_BUTTON)), 'nothing is saved while somebody is named')
    program.press('Replace')
    program.find(contains='Nobody is named any more')
    expect(not is_enabled(program.find('Save…', Atspi.Role.PUSH_BUTTON)), 'what was rewritten is read again first')
    program.focus(program.find('I have read all that goes out', Atspi.Role.CHECK_BOX))
    program.key('space')
    wait_for('the way is free', lambda: is_enabled(program.find('Save…', Atspi.Role.PUSH_BUTTON)))
    program.press('Save…')
    program.press('_Save')
    program.find('The Contribution Is Written')
    program.key('Escape')
    program.wait_gone('The Contribution Is Written')
    program.close()

    packs = [name for name in os.listdir(documents) if name.endswith('.wbpaket.json')]
    expect(len(packs) == 1, 'one pack: %s' % os.listdir(documents))
    with open(os.path.join(documents, packs[0]), encoding='utf-8') as stream:
        text = stream.read()
    expect('Zwirnemann' not in text and 'Kunigunde' not in text, 'nobody is named')
    entry = json.loads(json.loads(text)['pack']['entries'][0]['json'])
    expect(entry['summary'] == 'Die Projektleitung misst', entry['summary'])
    expect('Keller' in text, 'the story is told')


if __name__ == '__main__':
    run(contribution)
