#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Project files that are none, or damaged, or of tomorrow: one sentence each, and the file stays as it was."""

import hashlib
import os
import sqlite3

from driver import Atspi, Program, cli, expect, run, window_binary

HEADING = 'The Project Could Not Be Opened'


def digest(path):
    with open(path, 'rb') as stream:
        return hashlib.sha256(stream.read()).hexdigest()


def make_truncated(sound, path):
    with open(sound, 'rb') as source, open(path, 'wb') as target:
        target.write(source.read()[:9000])


def make_foreign(path):
    with sqlite3.connect(path) as database:
        database.execute('CREATE TABLE address (name TEXT)')


def make_text(path):
    with open(path, 'w', encoding='utf-8') as stream:
        stream.write('{"this": "is no project"}')


def make_newer(sound, path):
    with open(sound, 'rb') as source, open(path, 'wb') as target:
        target.write(source.read())
    with sqlite3.connect(path) as database:
        database.execute('PRAGMA user_version = 99')


def expect_refusal(home, path):
    """Opening PATH shows the reason in a dialog, names the file, and leaves it alone."""
    before = digest(path)
    program = Program(window_binary(), home, path)
    program.find(HEADING)
    name = os.path.basename(path)
    program.find(contains=name, role=Atspi.Role.LABEL)
    program.kill()
    expect(digest(path) == before, '%s as it was' % name)


def expect_read_only(home, path):
    before = digest(path)
    program = Program(window_binary(), home, path)
    program.find(contains='newer', role=Atspi.Role.LABEL)
    program.close()
    expect(digest(path) == before, 'a newer file as it was')


def bad_files(home):
    documents = os.path.join(home, 'Documents')
    sound = os.path.join(documents, 'sound.wegbereiter')
    cli('project', 'new', '--guide', 'leitfaden-sozialraeume', '-o', sound)
    truncated = os.path.join(documents, 'truncated.wegbereiter')
    foreign = os.path.join(documents, 'foreign.wegbereiter')
    text = os.path.join(documents, 'text.wegbereiter')
    newer = os.path.join(documents, 'newer.wegbereiter')
    make_truncated(sound, truncated)
    make_foreign(foreign)
    make_text(text)
    make_newer(sound, newer)

    for path in (truncated, foreign, text):
        expect_refusal(home, path)
        sentence = cli('project', 'show', path, code=1)
        expect(len(sentence.strip().splitlines()) == 1, 'one sentence, not %r' % sentence)
    expect_read_only(home, newer)


if __name__ == '__main__':
    run(bad_files)
