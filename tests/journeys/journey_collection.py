#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A collection for the council meeting: gathered, ordered, annotated, exported as a document and as slides, deleted and back again."""

from driver import (Atspi, Program, check_pdf, expect, output_of, read_user_data, run, save_pdf_of, skip_first_run, wait_for,
                    window_binary)

TITLE = 'Für die Ratssitzung'


def collect(program, word):
    """Opens the first hit for WORD and chooses the first line of the menu "Collect"."""
    program.key('ctrl+k')
    program.fill(program.find('Search the library', Atspi.Role.ENTRY), word)
    program.find(role=Atspi.Role.STATUS_BAR, contains='for ' + word)
    program.key('F3')
    program.find(role=Atspi.Role.HEADING, contains=word)
    # The menu button is two: itself, and the button within that has the action.
    program.find('Collect', Atspi.Role.PUSH_BUTTON)
    program.click(program.find_all('Collect', Atspi.Role.PUSH_BUTTON)[-1])
    program.find(role=Atspi.Role.MENU_ITEM, contains='New Collection')
    program.key('Return')


def items(home):
    return [row[0] for row in read_user_data(home, 'SELECT item FROM collected ORDER BY collection, position')]


def collection(home):
    program = Program(window_binary(), home)
    skip_first_run(program)
    collect(program, 'Sozialatlas')
    program.fill(program.find('Title of the collection'), TITLE)
    program.key('Escape')
    program.find(TITLE + ' (1)', Atspi.Role.PUSH_BUTTON)
    collect(program, 'Winterdienst')
    before = wait_for('two entries in the file', lambda: items(home) if len(items(home)) == 2 else None)

    program.click(program.find(TITLE + ' (2)', Atspi.Role.PUSH_BUTTON))
    program.click(program.find(role=Atspi.Role.PUSH_BUTTON, contains='Move down (Alt+Down), '))
    wait_for('the other order in the file', lambda: items(home) == before[::-1])
    program.fill(program.find(role=Atspi.Role.TEXT, contains='Remark on '), 'Zuerst zeigen')
    pages = save_pdf_of(program, home, lambda: program.press('Save as PDF…'))
    check_pdf(pages, [TITLE, 'Contents', 'Zuerst zeigen', 'Sozialatlas', 'Winterdienst'], False)
    expect('Dest' in output_of('pdfinfo', '-dests', pages) or 'XYZ' in output_of('pdfinfo', '-dests', pages),
           'places to go to from the list of contents')
    deck = save_pdf_of(program, home, lambda: program.press('Save Slides…'))
    check_pdf(deck, [TITLE, 'Contents', 'Zuerst zeigen'], True)

    program.press('Delete')
    program.wait_gone(TITLE + ' (2)', Atspi.Role.PUSH_BUTTON)
    program.press('Undo')
    program.find(TITLE + ' (2)', Atspi.Role.PUSH_BUTTON)
    expect(items(home) == before[::-1], 'all entries in their order, not %r' % items(home))
    program.regain_keyboard()
    program.close()


if __name__ == '__main__':
    run(collection)
