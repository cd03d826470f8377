#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A letterhead: filled in by keyboard, a colour that cannot be read made darker, a coat of arms chosen; then it stands in the next PDF, in the
window and from the command line."""

import os
import shutil

from driver import (Atspi, Program, check_pdf, cli, expect, output_of, read_user_data, run, save_pdf_of, skip_first_run, wait_for,
                    window_binary)

NAME = 'Stadt Musterstadt'
PICTURES = os.path.join(os.environ['WB_SOURCE_ROOT'], 'tests', 'fixtures', 'pictures')


def stored(home, column):
    rows = read_user_data(home, 'SELECT %s FROM letterhead' % column)
    return rows[0][0] if rows else None


def choose_picture(program, dialog, path):
    """In the file chooser a slash opens the line for a path."""
    program.click(program.find('Choose…', Atspi.Role.PUSH_BUTTON, within=dialog))
    program.find('Choose a Picture')
    program.key('slash')
    program.type(path[1:])
    program.key('Return')


def fill_in(program, home, dialog):
    for label, text in (('Municipality or office', NAME), ('Street', 'Rathausplatz 1'), ('Postcode and place', '12345 Musterstadt'),
                        ('Line at the foot', 'Sprechzeiten nach Vereinbarung')):
        program.fill(program.find(contains=label, role=Atspi.Role.TEXT, within=dialog), text)
    colour = program.find(contains='#1a5fb4', role=Atspi.Role.TEXT, within=dialog)
    program.fill(colour, 'gelb')
    program.find(contains='“gelb” is no colour')
    program.fill(colour, '#ffcc00')
    program.find(contains='Contrast 1.5 : 1, far too little')
    program.press('Take the Darker Tone')
    program.find(contains='easy to read')
    wait_for('the darker tone to be kept', lambda: stored(home, 'accent') == 0x907300)
    expect(stored(home, 'address') == 'Rathausplatz 1\n12345 Musterstadt', 'the address in the user data')


def letterhead(home):
    os.environ['XDG_DATA_HOME'] = os.path.join(home, '.local', 'share')
    for folder, name in (('good', 'wappen.svg'), ('refused', 'script.svg')):
        shutil.copy(os.path.join(PICTURES, folder, name), os.path.join(home, name))
    program = Program(window_binary(), home)
    skip_first_run(program)
    program.key('F10', 'Down', 'Return')
    dialog = program.find('Letterhead', Atspi.Role.FRAME)
    fill_in(program, home, dialog)

    choose_picture(program, dialog, os.path.join(home, 'script.svg'))
    program.find(contains='The drawing holds “<script>”')
    program.key('Escape')
    choose_picture(program, dialog, os.path.join(home, 'wappen.svg'))
    with open(os.path.join(home, 'wappen.svg'), 'rb') as stream:
        wait_for('the picture to be kept', lambda: stored(home, 'picture') is not None)
        expect(stored(home, 'picture') == stream.read(), 'the picture as it was')
    program.find(contains='Remove the picture', role=Atspi.Role.PUSH_BUTTON)
    program.key('Escape')
    program.wait_gone('Letterhead', Atspi.Role.FRAME)

    path = os.path.join(home, 'Documents', 'Pruefung.pdf')
    cli('export', 'dsgvo-pruefung', '-o', path)
    check_pdf(path, [NAME, 'Rathausplatz 1', 'Sprechzeiten nach Vereinbarung'], False)
    expect('image' in output_of('pdfimages', '-list', path), 'the coat of arms in the PDF')
    cli('export', 'dsgvo-pruefung', '--plain', '-o', path)
    expect(NAME not in output_of('pdftotext', path, '-'), 'no letterhead where none is wanted')

    saved = save_from_window(program, home)
    check_pdf(saved, [NAME, '12345 Musterstadt'], False)
    expect('image' in output_of('pdfimages', '-list', saved), 'the coat of arms in the PDF from the window')
    program.close()


def save_from_window(program, home):
    """Two entries side by side, as PDF."""
    program.key('ctrl+k')
    program.find('Search the library', Atspi.Role.ENTRY)
    program.type('sozialatlas')
    program.find(role=Atspi.Role.STATUS_BAR, contains='hits for sozialatlas')
    for count in (1, 2):
        program.key('F3')
        program.find('More to do with this entry')
        program.key('ctrl+shift+c')
        wait_for('one more entry in the bar',
                 lambda wanted=count: len(program.find_all(role=Atspi.Role.PUSH_BUTTON, contains=', do not compare')) == wanted)
    program.key('ctrl+shift+v')
    program.find('At a Glance', Atspi.Role.HEADING)
    path = save_pdf_of(program, home, lambda: program.press('Save as PDF…'))
    program.click(program.find_all('Close', Atspi.Role.PUSH_BUTTON)[-1])
    program.wait_gone('At a Glance', Atspi.Role.HEADING)
    program.regain_keyboard()
    return path


if __name__ == '__main__':
    run(letterhead)
