#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Put a dossier together out of a project, without one of its documents, and look at what lies in the folder."""

import os

from driver import Atspi, Program, check_pdf, cli, expect, run, wait_for, window_binary

GUIDE = 'leitfaden-sozialraeume'


def files_below(folder):
    return sorted(os.path.relpath(os.path.join(path, name), folder) for path, _, names in os.walk(folder) for name in names)


def dossier(home):
    documents = os.path.join(home, 'Documents')
    path = os.path.join(documents, 'Kita.wegbereiter')
    cli('project', 'new', '--guide', GUIDE, '--title', 'Kita', '-o', path)
    cli('project', 'set', path, 'anlass', 'Es fehlen Plaetze im Norden')
    program = Program(window_binary(), home, path)
    program.find(role=Atspi.Role.TEXT, contains='Der Anlass in einem Satz')
    program.press('Documents')
    program.press('Dossier…')
    program.find(contains='required answers are missing')
    program.focus(program.find('Pressetext', Atspi.Role.CHECK_BOX))
    program.key('space')
    program.press('Put Together')
    program.find('The Dossier Is Ready')
    folder = os.path.join(documents, 'Dossier Kita')
    files = files_below(folder)
    expect('Dossier.pdf' in files, 'the PDF is there: %s' % files)
    expect(any(name.endswith('Projektdokumentation.odt') for name in files), 'documents to go on with: %s' % files)
    expect(not any('Pressetext' in name for name in files), 'what was left out is not there: %s' % files)
    check_pdf(os.path.join(folder, 'Dossier.pdf'), ('What is still missing', 'Cover sheet', 'Es fehlen Plaetze im Norden'), False)
    program.key('Escape')
    program.wait_gone('The Dossier Is Ready')
    program.close()
    expect(sorted(os.listdir(documents)) == ['Dossier Kita', 'Kita.wegbereiter'], 'nothing else was written: %s' % os.listdir(documents))


if __name__ == '__main__':
    run(dossier)
