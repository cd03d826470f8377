#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files in a project: one that the command line attached is seen, annotated, removed and brought back; another one is chosen in the window. Afterwards the
project file is looked at from outside."""

import os
import sqlite3

from driver import Atspi, Program, cli, expect, run, wait_for, window_binary

GUIDE = 'leitfaden-allgemein'
FIELD = 'ergebnis-anlagen'


def attached(path):
    """What the project holds: name to bytes."""
    database = sqlite3.connect('file:%s?mode=ro' % path, uri=True)
    rows = database.execute("SELECT name.value, attachment.bytes FROM answer AS name"
                            " JOIN answer AS hash ON hash.field = name.field AND hash.row = name.row AND hash.\"column\" = 'hash'"
                            " JOIN attachment ON attachment.hash = hash.value WHERE name.\"column\" = 'name'").fetchall()
    database.close()
    return dict(rows)


def note(path):
    database = sqlite3.connect('file:%s?mode=ro' % path, uri=True)
    row = database.execute("SELECT value FROM answer WHERE field = ? AND \"column\" = 'note'", (FIELD,)).fetchone()
    database.close()
    return row[0] if row else ''


def attachments(home):
    documents = os.path.join(home, 'Documents')
    path = os.path.join(documents, 'Laternen.wegbereiter')
    first, second = os.path.join(home, 'Plan.txt'), os.path.join(home, 'Bericht.txt')
    for name, text in ((first, 'der Plan'), (second, 'der Bericht ' * 5000)):
        with open(name, 'w', encoding='utf-8') as file:
            file.write(text)
    cli('project', 'new', '--guide', GUIDE, '--title', 'Laternen', '-o', path)
    cli('project', 'attach', path, FIELD, first)
    database = sqlite3.connect(path)
    database.execute("INSERT OR REPLACE INTO meta (key, value) VALUES ('current-step', 'dokumentation')")
    database.commit()
    database.close()

    program = Program(window_binary(), home, path)
    program.fill(program.find('Note on “Plan.txt”', Atspi.Role.TEXT), 'vom Bauamt')
    wait_for('the note is in the file', lambda: note(path) == 'vom Bauamt')
    program.press('Remove “Plan.txt” from the project')
    wait_for('it is gone from the answers', lambda: attached(path) == {})
    program.press('Bring Back')
    wait_for('it is back, with its note', lambda: attached(path) == {'Plan.txt': b'der Plan'} and note(path) == 'vom Bauamt')

    program.click(program.find(contains='Attach files: ', role=Atspi.Role.PUSH_BUTTON))
    program.find('Attach Files')
    program.key('slash')
    program.type(second[1:])
    program.key('Return')
    program.find('Remove “Bericht.txt” from the project')
    wait_for('both are in the file', lambda: sorted(attached(path)) == ['Bericht.txt', 'Plan.txt'])
    program.press('Undo')
    program.wait_gone('Remove “Bericht.txt” from the project')
    program.press('Redo')
    program.find('Remove “Bericht.txt” from the project')
    program.close()

    expect(os.listdir(documents) == ['Laternen.wegbereiter'], 'one file is the project: %s' % os.listdir(documents))
    expect(attached(path)['Bericht.txt'] == ('der Bericht ' * 5000).encode(), 'byte by byte')
    cli('project', 'check', path)
    out = os.path.join(home, 'heraus.txt')
    cli('project', 'attachment', '-o', out, path, FIELD + '/2')
    with open(out, encoding='utf-8') as file:
        expect(file.read() == 'der Bericht ' * 5000, 'and it comes out')


if __name__ == '__main__':
    run(attachments)
