#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The disk is full, cannot be written, or is gone while somebody works: the window says so in one sentence, what was typed stays in it, and
what was saved before is intact; once there is room again, all is saved."""

import contextlib
import os
import resource
import shutil
import sqlite3

from driver import Atspi, Program, cli, expect, run, wait_for, window_binary

GUIDE = 'leitfaden-sozialraeume'
FIELD = 'anlass-satz'
# The largest answer there may be, so that the limit on the size of files below meets the project and nothing else.
LONG = 'x' * 900_000


def answer(path):
    with contextlib.closing(sqlite3.connect('file:%s?mode=ro' % path, uri=True)) as database:
        expect(database.execute('PRAGMA integrity_check').fetchone()[0] == 'ok', 'a sound file')
        found = database.execute('SELECT value FROM answer WHERE field = ?', (FIELD,)).fetchone()
        return found[0] if found else ''


def entry(program):
    return program.find(role=Atspi.Role.TEXT, contains='Der Anlass in einem Satz')


def make_project(folder, name):
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, name)
    cli('project', 'new', '--guide', GUIDE, '-o', path)
    cli('project', 'set', path, FIELD, 'Am Anfang')
    return path


def full(home):
    """A limit on the size of files, as a quota is one; it is raised later."""
    path = make_project(os.path.join(home, 'voll'), 'Voll.wegbereiter')
    cli('project', 'set', path, 'ziel', 'Kita')
    with contextlib.closing(sqlite3.connect(path)) as database:
        database.execute("INSERT INTO answer (field, \"row\", \"column\", value) VALUES ('anlass', '', '', ?)", (LONG,))
        database.commit()
    size = os.path.getsize(path)
    program = Program('env', home, '--ignore-signal=XFSZ', 'prlimit', '--fsize=%d:unlimited' % size, window_binary(), path)
    text = 'Ein Satz, der nicht mehr passt. ' * 400
    program.fill(entry(program), text)
    program.find(contains='The disk is full', role=Atspi.Role.LABEL)
    program.find(contains='still here', role=Atspi.Role.LABEL)
    expect(answer(path) == 'Am Anfang', 'what was saved before is intact')
    expect(program.text_of(entry(program)) == text, 'what was typed is in the window')
    resource.prlimit(program.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    program.fill(entry(program), text + 'Jetzt.')
    wait_for('all is saved', lambda: answer(path) == text + 'Jetzt.')
    program.wait_gone(contains='The disk is full')
    program.close()
    expect(os.listdir(os.path.dirname(path)) == ['Voll.wegbereiter'], 'nothing lies beside it')


def read_only(home):
    """A folder that cannot be written, as on a medium with a lock; the rights of root are put aside."""
    path = make_project(os.path.join(home, 'gesperrt'), 'Gesperrt.wegbereiter')
    os.chmod(path, 0o400)
    os.chmod(os.path.dirname(path), 0o500)
    before = open(path, 'rb').read()
    call = [window_binary(), path]
    if os.geteuid() == 0:
        call = ['setpriv', '--bounding-set', '-dac_override', '--inh-caps', '-dac_override'] + call
    program = Program(call[0], home, *call[1:])
    program.find(contains='cannot be written', role=Atspi.Role.LABEL)
    wait_for('the answer is shown', lambda: program.text_of(entry(program)) == 'Am Anfang')
    program.find('Save a copy…')
    program.close()
    os.chmod(os.path.dirname(path), 0o700)
    expect(open(path, 'rb').read() == before, 'the file is as it was')


def pulled(home):
    """The stick is pulled: the folder is gone while somebody types."""
    path = make_project(os.path.join(home, 'stick'), 'Stick.wegbereiter')
    program = Program(window_binary(), home, path)
    entry(program)
    shutil.move(os.path.dirname(path), os.path.join(home, 'weg'))
    program.fill(entry(program), 'Zu spaet')
    program.find(contains='no longer where it was', role=Atspi.Role.LABEL)
    expect(program.text_of(entry(program)) == 'Zu spaet', 'what was typed is in the window')
    expect(answer(os.path.join(home, 'weg', 'Stick.wegbereiter')) == 'Am Anfang', 'what was saved is intact')
    # The stick is back.
    shutil.move(os.path.join(home, 'weg'), os.path.dirname(path))
    program.press('Try again')
    wait_for('it is saved', lambda: answer(path) == 'Zu spaet')
    program.wait_gone(contains='no longer where it was')
    program.close()
    expect(os.listdir(os.path.dirname(path)) == ['Stick.wegbereiter'], 'nothing lies beside it')


def disk(home):
    full(home)
    read_only(home)
    pulled(home)


if __name__ == '__main__':
    run(disk)
