#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program is killed while somebody types, adds rows and exports, again and again: at most what was being done is lost, the file is
sound, nothing lies beside it, and the program shows what the file holds. The command line is killed while it exports and merges: the
old file is there or the new one, each as a whole.

What is done when is chosen by a seed, which is printed; WB_KILLS is how often the window is killed, WB_KILL_SEED another seed."""

import contextlib
import os
import random
import shutil
import sqlite3
import subprocess
import time
import urllib.parse

from driver import Atspi, Program, build_path, cli, expect, output_of, run, wait_for, window_binary

GUIDE = 'leitfaden-sozialraeume'
FIELD = 'anlass-satz'
TABLE = 'sozialraeume'
ROUNDS = int(os.environ.get('WB_KILLS', '6'))
SEED = int(os.environ.get('WB_KILL_SEED', '20261122'))
# What a writer may leave for the next one to clear up.
TEMPORARY = '.wegbereiter'


class Killer:
    """Chooses what to do and when to kill."""

    def __init__(self, path):
        self.random = random.Random(SEED)
        self.path = path
        self.number = 0
        self.state = read_state(path)

    def entry(self, program):
        return program.find(role=Atspi.Role.TEXT, contains='Der Anlass in einem Satz')

    def type(self, program):
        self.number += 1
        text = 'Satz %d' % self.number
        program.fill(self.entry(program), text)
        return (text, self.state[1])

    def add_row(self, program):
        program.press('Add row: Welche')
        return (self.state[0], self.state[1] + 1)

    def export(self, program):
        program.press('Documents')
        program.press('Save as PDF: ')
        program.find(contains='required answers are missing', role=Atspi.Role.LABEL)
        program.press('Export Anyway')
        program.press('_Save')
        return self.state

    def work(self, program):
        """Some things that are waited for, and one that is not."""
        wait_for('the form shows what the file holds', lambda: program.text_of(self.entry(program)) == self.state[0])
        for _ in range(self.random.randrange(3)):
            self.state = self.random.choice((self.type, self.add_row))(program)
            wait_for('it is in the file', lambda: read_state(self.path) == self.state)
        after = self.random.choice((self.type, self.type, self.add_row, self.add_row, self.export))(program)
        time.sleep(self.random.choice((0, self.random.uniform(0, 0.02), self.random.uniform(0, 0.5))))
        program.kill()
        return after


def read_state(path):
    """The answer and the number of rows; None while the program writes."""
    uri = 'file:%s?mode=ro' % urllib.parse.quote(path)
    try:
        with contextlib.closing(sqlite3.connect(uri, uri=True, timeout=0.1)) as database:
            answer = database.execute('SELECT value FROM answer WHERE field = ?', (FIELD,)).fetchone()
            rows = database.execute('SELECT count(*) FROM "row" WHERE field = ?', (TABLE,)).fetchone()
    except sqlite3.OperationalError:
        return None
    return (answer[0] if answer else '', rows[0])


def visible(folder):
    return sorted(name for name in os.listdir(folder) if not name.startswith(TEMPORARY))


def check_sound(path):
    """The program itself puts right what a write that was cut off left."""
    cli('project', 'show', path)
    cli('project', 'check', path)
    with contextlib.closing(sqlite3.connect(path)) as database:
        expect(database.execute('PRAGMA integrity_check').fetchone()[0] == 'ok', 'a sound file')
    expect(not os.path.exists(path + '-journal'), 'no journal')


def kill_window(home, path):
    documents = os.path.dirname(path)
    killer = Killer(path)
    for number in range(ROUNDS):
        after = killer.work(Program(window_binary(), home, path))
        check_sound(path)
        found = read_state(path)
        expect(found in (killer.state, after), 'round %d: %r or %r, not %r' % (number, killer.state, after, found))
        print('# round %d: %s' % (number, 'kept' if found == after else 'the last change is lost'), flush=True)
        killer.state = found
        for name in visible(documents):
            if name.endswith('.pdf'):
                output_of('pdfinfo', os.path.join(documents, name))
                os.remove(os.path.join(documents, name))
        expect(visible(documents) == [os.path.basename(path)], 'nothing lies beside it: %r' % os.listdir(documents))


def kill_cli(chance, longest, *arguments):
    """Starts the command line, and kills it within LONGEST seconds; whether it was quicker."""
    process = subprocess.Popen([build_path('src', 'cli', 'wegbereiter-cli'), *arguments],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(chance.uniform(0, longest))
    process.kill()
    return process.wait() == 0


def measure(*arguments):
    begin = time.monotonic()
    cli(*arguments)
    return time.monotonic() - begin


def read(path):
    with open(path, 'rb') as stream:
        return stream.read()


def list_below(folder):
    return sorted(os.path.relpath(os.path.join(place, name), folder) for place, _, names in os.walk(folder) for name in names)


def kill_exports(folder, path, chance):
    for suffix in ('pdf', 'odt'):
        out, new = os.path.join(folder, 'Aus.' + suffix), os.path.join(folder, 'Neu.' + suffix)
        call = ['export', path, '-d', 'answers', '--format', suffix, '-o']
        longest = measure(*call, new)
        with open(out, 'wb') as stream:
            stream.write(b'what was there before')
        for _ in range(3):
            kill_cli(chance, longest, *call, out)
            expect(read(out) in (b'what was there before', read(new)), 'the old %s or the new one, as a whole' % suffix)
        cli(*call, out)
        expect(read(out) == read(new), 'and then the new one')
        expect(visible(folder) == sorted(os.listdir(folder)), 'what was left is cleared up: %r' % os.listdir(folder))


def kill_dossier(folder, path, chance):
    out, whole = os.path.join(folder, 'Mappe'), os.path.join(folder, 'Ganz')
    longest = measure('project', 'dossier', path, '-o', whole)
    for _ in range(2):
        kill_cli(chance, longest, 'project', 'dossier', path, '-o', out)
        expect(not os.path.exists(out) or list_below(out) == list_below(whole), 'no dossier, or all of it')
        if os.path.exists(out):
            shutil.rmtree(out)
    cli('project', 'dossier', path, '-o', out)
    expect(visible(folder) == sorted(os.listdir(folder)), 'what was left is cleared up: %r' % os.listdir(folder))


def kill_merges(folder, path, chance):
    other, both = os.path.join(folder, 'Andere.wegbereiter'), os.path.join(folder, 'Beide.wegbereiter')
    shutil.copy(path, other)
    for number in range(20):
        cli('project', 'set', other, TABLE + '/+.raum', 'Raum %d' % number)
    call = ['project', 'merge', path, other, '-o', both]
    longest = measure(*call)
    merged = cli('project', 'show', both)
    before = (read(path), read(other))
    for _ in range(4):
        os.remove(both)
        kill_cli(chance, longest, *call)
        expect((read(path), read(other)) == before, 'both copies are as they were')
        if not os.path.exists(both):
            cli(*call)
            continue
        check_sound(both)
        expect(cli('project', 'show', both) == merged, 'all of the merge, or nothing')
    expect(visible(folder) == ['Andere.wegbereiter', 'Beide.wegbereiter'], 'nothing else is left: %r' % visible(folder))


def kill(home):
    print('# seed %d, %d rounds' % (SEED, ROUNDS), flush=True)
    # So that the same document is the same bytes.
    os.environ['SOURCE_DATE_EPOCH'] = '1795348800'
    path = os.path.join(home, 'Documents', 'Kita.wegbereiter')
    cli('project', 'new', '--guide', GUIDE, '-o', path)
    kill_window(home, path)
    for name, journey in (('exports', kill_exports), ('dossier', kill_dossier), ('merges', kill_merges)):
        folder = os.path.join(home, name)
        os.makedirs(folder)
        journey(folder, path, random.Random(SEED))
        expect(read_state(path) is not None, 'the project can be read')


if __name__ == '__main__':
    run(kill)
