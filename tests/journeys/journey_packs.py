#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A content pack: what it would change and who signed it is shown first, then its entry is in the library; taken back, it is gone."""

import json
import os

from driver import Atspi, Program, cli, expect, is_enabled, run, skip_first_run, wait_for, window_binary

TITLE = 'Sternwarte Musterkreis'


def make_pack(home):
    """A signed pack with one term, out of a sound entry of the fixtures."""
    source = os.path.join(home, 'pack')
    fixture = os.path.join(os.environ['WB_SOURCE_ROOT'], 'tests', 'fixtures', 'content', 'good', 'term', 'begriff-licht.json')
    os.makedirs(os.path.join(source, 'term'))
    with open(fixture, encoding='utf-8') as stream:
        entry = json.load(stream)
    entry.update({'id': 'begriff-sternwarte', 'title': TITLE})
    head = {'id': 'musterkreis', 'title': 'Neues aus dem Musterkreis', 'publisher': 'Musterkreis', 'version': 1, 'date': '2026-11-22',
            'licence': 'CC-BY-4.0'}
    for name, content in (('pack.json', json.dumps(head)), ('term/begriff-sternwarte.json', json.dumps(entry)),
                          ('term/begriff-sternwarte.md', 'Ein Beispiel (Beispiel).\n')):
        with open(os.path.join(source, name), 'w', encoding='utf-8') as stream:
            stream.write(content)
    path = os.path.join(home, 'Musterkreis.json')
    key = os.path.join(home, 'key.json')
    fingerprint = cli('content', 'keygen', '-o', key).strip()
    cli('content', 'pack', source, '--key', key, '-o', path)
    return path, fingerprint


def found(word):
    """What is found of the pack; the library may know words that are near to it."""
    ids = [line.split('\t')[0] for line in cli('search', word).splitlines()]
    return [name for name in ids if name.startswith('begriff-sternwarte')]


def close_packs(program):
    """The library is opened anew, in a new window."""
    dialog = program.find('Content Packs', Atspi.Role.FRAME)
    wait_for('the work to end', lambda: is_enabled(program.find('Import…', Atspi.Role.PUSH_BUTTON)))
    program.click(program.find('Close', Atspi.Role.PUSH_BUTTON, within=dialog))
    program.wait_gone('Content Packs', Atspi.Role.FRAME)
    wait_for('one window', lambda: program.application.get_child_count() == 1)
    program.find('Go On')
    program._focus_window()


def packs(home):
    os.environ['XDG_DATA_HOME'] = os.path.join(home, '.local', 'share')
    path, fingerprint = make_pack(home)

    program = Program(window_binary(), home)
    skip_first_run(program)
    program.close()

    program = Program(window_binary(), home, path)
    program.find(contains=fingerprint, role=Atspi.Role.LABEL)
    program.find(contains=TITLE, role=Atspi.Role.LABEL)
    button = program.find(contains='_Import', role=Atspi.Role.PUSH_BUTTON)
    expect(not is_enabled(button), 'nothing imported before the question is answered')
    expect(not found('Sternwarte'), 'nothing imported before the answer')
    program.point_and_click(program.find('I have compared the fingerprint with the one that the publisher told me', Atspi.Role.CHECK_BOX))
    wait_for('the button', lambda: is_enabled(button))
    program.click(button)
    wait_for('the entry in the library', lambda: found('Sternwarte') == ['begriff-sternwarte'])
    program.find('Remove “Neues aus dem Musterkreis”', Atspi.Role.PUSH_BUTTON)
    close_packs(program)
    program.key('ctrl+k')
    program.find('Search the library', Atspi.Role.ENTRY)
    program.type('sternwarte')
    program.find(role=Atspi.Role.STATUS_BAR, contains='1 hit for sternwarte')
    program.key('F3')
    program.find('Pack: Neues aus dem Musterkreis')
    program.find(contains='Source: pack “Neues aus dem Musterkreis” (Musterkreis)')
    program.close()

    program = Program(window_binary(), home, path)
    program.find('This very pack is in the library already.')
    program.click(program.find(contains='_Cancel', role=Atspi.Role.PUSH_BUTTON))
    program.press('Take Back the Last Change')
    wait_for('the entry to go', lambda: not found('Sternwarte'))
    close_packs(program)
    program.close()


if __name__ == '__main__':
    run(packs)
