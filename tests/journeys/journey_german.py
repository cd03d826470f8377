#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The installed program in German: what a clerk reads on the first pages, and what the command line says."""

import locale
import os
import subprocess

from driver import Atspi, Program, expect, run, skip


def installed(name):
    return os.path.join(os.environ['WB_PREFIX'], 'bin', name)


def german(home):
    program = Program(installed('wegbereiter'), home)
    program.find('Für welche Kommune arbeiten Sie?')
    program.fill(program.find(role=Atspi.Role.ENTRY), 'Müllheim')
    program.press('Überspringen')
    program.press('Zur Startseite')
    for section in ('Start', 'Bibliothek', 'Lernen', 'Projekte', 'Standortbestimmung'):
        program.find(section, Atspi.Role.LIST_ITEM)
    program.close()
    result = subprocess.run([installed('wegbereiter-cli'), 'show', 'no-such-entry'], capture_output=True, text=True, check=False)
    expect(result.returncode == 1, 'exit code 1')
    expect('Bibliothek' in result.stderr, 'a German sentence, not %r' % result.stderr)


if __name__ == '__main__':
    try:
        locale.setlocale(locale.LC_ALL, '')
    except locale.Error:
        skip('there is no German locale')
    if not os.path.exists(installed('wegbereiter')):
        skip('the program is not installed')
    run(german)
