#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies are kept while a project is worked on; one is looked at and restored, and what was there before is a copy, too. What can be
read of a damaged file is saved."""

import hashlib
import os

from driver import Atspi, Program, cli, expect, run, wait_for, window_binary

GUIDE = 'leitfaden-sozialraeume'
FIELD = 'anlass-satz'


def answer(path):
    """What the file holds, as the command line sees it from outside."""
    lines = cli('project', 'show', path).splitlines()
    return next(line.split('\t')[1] for line in lines if line.startswith(FIELD + '\t'))


def entry(program):
    return program.find(role=Atspi.Role.TEXT, contains='Der Anlass in einem Satz')


def copies(home, path):
    """The lines of the command line's list."""
    folder = os.path.join(home, '.local', 'share', 'wegbereiter', 'copies')
    return cli('project', 'copies', '--copies', folder, path).splitlines()


def restore_oldest(program):
    program.key('ctrl+shift+h')
    wait_for('the copies are listed', lambda: len(program.find_all(role=Atspi.Role.LIST_ITEM, contains=':')) == 2)
    program.point_and_click(program.find_all(role=Atspi.Role.LIST_ITEM, contains=':')[-1])
    program.find(contains='The project as it was on')
    program.find(contains='Am Anfang')
    program.press('Restore…')
    program.find('Restore This Copy?')
    program.press('_Restore')


def kept_copies(home):
    path = os.path.join(home, 'Documents', 'Kita.wegbereiter')
    cli('project', 'new', '--guide', GUIDE, '-o', path)
    cli('project', 'set', path, FIELD, 'Am Anfang')
    program = Program(window_binary(), home, path)
    program.fill(entry(program), 'Es fehlen Plaetze')
    wait_for('what was typed is in the file', lambda: answer(path) == 'Es fehlen Plaetze')
    program.close()
    wait_for('one copy of opening it and one of closing it', lambda: len(copies(home, path)) == 2)
    expect(copies(home, path)[0].split('\t')[3] == 'The same as now', 'the newest is as the file')
    expect(copies(home, path)[1].split('\t')[3] == '1 change since then', 'the other one is from before')

    program = Program(window_binary(), home, path)
    entry(program)
    restore_oldest(program)
    # Nobody else may look into the file meanwhile: it would be open elsewhere.
    wait_for('the window shows what it was', lambda: program.text_of(entry(program)) == 'Am Anfang')
    program.close()
    expect(answer(path) == 'Am Anfang', 'the project is what it was')
    expect(sorted(os.listdir(os.path.dirname(path))) == ['Kita.wegbereiter'], 'nothing lies beside the project')

    listed = copies(home, path)
    expect([line.split('\t')[3] for line in listed] == ['1 change only here', 'The same as now'], 'nothing is lost: %r' % listed)
    again = os.path.join(home, 'Documents', 'Wieder.wegbereiter')
    folder = os.path.join(home, '.local', 'share', 'wegbereiter', 'copies')
    cli('project', 'copies', '--copies', folder, '--copy', '1', '-o', again, path)
    expect(answer(again) == 'Es fehlen Plaetze', 'the command line takes a copy out')


def digest(path):
    with open(path, 'rb') as stream:
        return hashlib.sha256(stream.read()).hexdigest()


def spoil(path):
    """Zeros over the page with the answers, and over one with the questions."""
    with open(path, 'rb') as stream:
        data = bytearray(stream.read())
    for place in (data.index(b'Es fehlen Plaetze'), data.rindex(b'"label"')):
        start = place // 4096 * 4096
        data[start:start + 4096] = bytes(4096)
    with open(path, 'wb') as stream:
        stream.write(data)


def rescued(home):
    path = os.path.join(home, 'Documents', 'Wieder.wegbereiter')
    saved = os.path.join(home, 'Documents', 'Wieder-saved.wegbereiter')
    spoil(path)
    before = digest(path)
    program = Program(window_binary(), home, path)
    program.find('The Project Could Not Be Opened')
    program.press('_Save What Can Be Read')
    program.wait_gone('The Project Could Not Be Opened')
    program.press('_Save')
    program.find(contains='Wieder-saved.wegbereiter')
    program.find(contains='was taken from the history')
    program.find(contains='was taken from the library')
    program.press('_Open')
    wait_for('what was saved is open', lambda: program.text_of(entry(program)) == 'Es fehlen Plaetze')
    program.close()
    expect(digest(path) == before, 'the damaged file is as it was')
    expect(answer(saved) == 'Es fehlen Plaetze', 'the answer is in the new file')


def copies_and_rescue(home):
    kept_copies(home)
    rescued(home)


if __name__ == '__main__':
    run(copies_and_rescue)
