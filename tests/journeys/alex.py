# SPDX-License-Identifier: GPL-3.0-or-later
"""Alex, who takes a use case from the library all the way to the next one: what the journeys through the guides have in common.

Questions are found as users find them, with Ctrl+F, which also puts the focus into the answer. So an answer is given with keys, or as a screen reader gives
it, and each is looked for in the file, as the command line reads it from outside.
"""

import json
import os
import sqlite3

from accessible import Picture
from driver import (TABS, Atspi, JourneyError, Program, check_pdf, cli, expect, insist, is_enabled, is_on_screen, matches, prepare, skip_first_run,
                    wait_for, walk, window_binary)

ROLE = Atspi.Role
FOCUSED = Atspi.StateType.FOCUSED


def read_steps(guide):
    """The steps of a guide, phase by phase: id → title."""
    path = os.path.join(os.environ['WB_SOURCE_ROOT'], 'data', 'content', 'guide', guide + '.json')
    with open(path, encoding='utf-8') as stream:
        phases = json.load(stream)['guide']['phases']
    return [{step['id']: step['title'] for step in phase['steps']} for phase in phases]


def check_file(path):
    """Sound, private, and alone."""
    expect(os.stat(path).st_mode & 0o777 == 0o600, 'a project file that nobody else can read')
    with sqlite3.connect(path) as database:
        expect(database.execute('PRAGMA integrity_check').fetchone()[0] == 'ok', 'a sound project file')
    database.close()
    side_files = [name for name in os.listdir(os.path.dirname(path)) if name.startswith(os.path.basename(path) + '-')]
    expect(not side_files, 'no side file, but %r' % side_files)


class Alex:
    """One project in the window."""

    def __init__(self, home, guide):
        self.home = home
        self.documents = os.path.join(home, 'Documents')
        self.phases = read_steps(guide)
        self.program = None
        self.path = None
        self.page = None
        self.steps = None
        # What had the focus when somebody last looked.
        self.focus = None

    # The file, from outside

    def answers(self):
        """field → answer, a table in one line."""
        return dict(line.split('\t')[:2] for line in cli('project', 'show', self.path).splitlines())

    def parts(self):
        """field/row.column → value as it is stored."""
        return dict(line.split('\t')[:2] for line in cli('project', 'show', '--parts', self.path).splitlines())

    def wait_answer(self, field, value):
        """Waits until the answer to FIELD holds VALUE."""
        wait_for('%s: %s in the file' % (field, value), lambda: value in self.answers().get(field, ''))

    def fill_from_outside(self, answers):
        """Bulk, while no window has the file; the window has proved before that it can do the same."""
        expect(self.program is None, 'a closed window')
        for field, value in answers.items():
            cli('project', 'set', self.path, field, value)

    # The window

    def begin(self, words, use_case):
        """Finds USE_CASE with WORDS in the library and starts a project from it."""
        self.program = Program(window_binary(), self.home)
        skip_first_run(self.program)
        self.program.press('Find a Use Case')
        self.program.fill(self.program.find('Search the library', ROLE.ENTRY), words)
        self.program.point_and_click(self.program.find(role=ROLE.PANEL, contains=use_case))
        self.program.find(use_case, ROLE.HEADING)
        self.program.press('Start Project')
        self.program.press('Create')
        files = wait_for('the project file', lambda: [name for name in os.listdir(self.documents) if name.endswith('.wegbereiter')])
        self.path = os.path.join(self.documents, files[0])
        self._settle(next(iter(self.phases[0].values())))

    def open(self, step):
        """Opens the project again, which shows the step with the id STEP, where it was left."""
        self.program = Program(window_binary(), self.home, self.path)
        self._settle(self.title_of(step))

    def _settle(self, title):
        self.page = self.program.find('WbStepPage')
        self.steps = self.program.find('WbStepsPane')
        self.program.find(title, ROLE.HEADING, within=self.page)
        self.program.regain_keyboard()

    def close(self):
        self.program.close()
        self.program = self.page = self.steps = None
        check_file(self.path)

    def title_of(self, step):
        return next(phase[step] for phase in self.phases if step in phase)

    def progress(self):
        """How many steps are done, as the window says it."""
        status = self.program.find(role=ROLE.STATUS_BAR, within=self.steps)
        return int(status.get_name().split()[0])

    def wait_progress(self, at_least):
        wait_for('%d steps done' % at_least, lambda: self.progress() >= at_least)

    def go(self, question):
        """Goes to QUESTION; the box in which it is asked is returned, the focus is in its answer."""
        self.find_question(question)
        return wait_for('“%s”, with the focus in it' % question, lambda: self._panel(question, True))

    def find_question(self, question):
        program = self.program
        insist('the finder', lambda: program.key('ctrl+f'), lambda: program.application.get_child_count() > 1)
        program.fill(self.find_in_dialog('Find in the project', ROLE.ENTRY), question)
        self.find_in_dialog(question, ROLE.LABEL)
        program.key('Return')
        wait_for('the finder to close', lambda: program.application.get_child_count() == 1)

    def find_in_dialog(self, name=None, role=None, contains=None):
        """In the window in front, which may come a moment after another has gone."""
        def probe():
            return next((node for node in walk(self.dialog()) if matches(node, name, role, contains) and is_on_screen(node)), None)
        return wait_for('in the dialog: %r' % (name or contains), probe)

    def dialog(self):
        """The window that stands before the main one."""
        application = self.program.application
        wait_for('a dialog', lambda: application.get_child_count() > 1)
        return application.get_children()[-1]

    def _panel(self, question, with_focus=False):
        """The box in which QUESTION is asked, if it is on screen."""
        picture = Picture(self.page.bus)
        for panel in picture.walk(self.page.path):
            if matches(panel, question, ROLE.PANEL) and is_on_screen(panel):
                self.focus = focused(panel, picture)
                return panel if self.focus or not with_focus else None
        return None

    # Answers of each kind

    def say(self, question, text, part=None):
        """Types TEXT, or gives it as a screen reader does when a keyboard of the test has no keys for it; PART: of a person."""
        panel = self.go(question)
        entry = self.program.find(question if part is None else '%s: %s' % (question, part), ROLE.TEXT, within=panel)
        if text.isascii():
            self.move(panel, entry)
            self.program.type(text)
        else:
            self.program.fill(entry, text)

    def move(self, panel, node, key='Tab'):
        """Moves the focus to NODE with KEY."""
        for _ in range(TABS):
            if self.focus == node or node.has_state(FOCUSED):
                self.focus = node
                return
            if self.focus is None or not self.focus.has_state(FOCUSED):
                self.focus = focused(panel)
                # A part of it that has no name of its own.
                if self.focus is None or focused(node) is not None:
                    break
            self.program.key(key)
            wait_for('the focus to move on', lambda: not self.focus.has_state(FOCUSED))
        if focused(node) is None:
            raise JourneyError('%r cannot be reached' % node.get_name())

    def pick(self, question, option):
        """One of several."""
        panel = self.go(question)
        node = self.program.find(option, within=panel)
        if node.get_role() == ROLE.PUSH_BUTTON:
            self.program.click(node)
            return
        # In a group the arrow keys move, and choose what they come to.
        self.move(panel, node, 'Down')
        self._check(node)

    def tick(self, question, *options):
        """Some of several, in their order."""
        panel = self.go(question)
        for option in options:
            node = self.program.find(option, ROLE.CHECK_BOX, within=panel)
            self.move(panel, node)
            self._check(node)

    def _check(self, node):
        if not node.has_state(Atspi.StateType.CHECKED):
            self.program.key('space')
        wait_for('%r to be chosen' % node.get_name(), lambda: node.has_state(Atspi.StateType.CHECKED))

    def add_row(self, question, cells):
        """Adds a row to a table and writes CELLS into it, by their labels."""
        panel = self.go(question)
        seen = walk(panel)
        before = list_rows(seen)
        self.program.click(next(node for node in seen if matches(node, role=ROLE.PUSH_BUTTON, contains='Add')))
        row, seen = wait_for('the new row, with the focus in it', lambda: self._look_at_new_row(panel, before))
        for label, value in cells.items():
            node = next(node for node in seen if node.name == label and node.role in (ROLE.TEXT, ROLE.COMBO_BOX, ROLE.PANEL))
            self._write_cell(row, node, value)
        return panel

    def _look_at_new_row(self, panel, before):
        """The row that was not there BEFORE, and all that is in it."""
        picture = Picture(panel.bus)
        new = [row for row in list_rows(picture.walk(panel.path)) if row not in before]
        if not new:
            return None
        self.focus = focused(new[-1], picture)
        return (new[-1], list(picture.walk(new[-1].path))) if self.focus is not None else None

    def _write_cell(self, row, node, value):
        if node.role == ROLE.PANEL:
            self.program.click(self.program.find(value, ROLE.PUSH_BUTTON, within=node))
        elif node.role == ROLE.COMBO_BOX:
            self.move(row, node)
            self.program.key('space')
            item = wait_for('“%s” in the list' % value, lambda: next(
                (item for item in self.program.find_all(role=ROLE.LIST_ITEM, within=node)
                 if any(label.name == value for label in walk(item))), None))
            self.focus = None
            self.move(node, item, 'Down')
            self.program.key('Return')
            wait_for('the list to close', lambda: not self.program.find_all(role=ROLE.LIST_ITEM, within=node))
            self.focus = None
        elif value.isascii():
            self.move(row, node)
            self.program.type(value)
        else:
            self.program.fill(node, value)

    # What all guides ask

    def take_over_proposal(self, question):
        """Takes over what is proposed out of the use case for the first question of a step."""
        panel = wait_for('the question “%s”' % question, lambda: self._panel(question))
        self.program.find(contains='Proposed from what is known already', within=panel)
        self.program.click(self.program.find('Take over', ROLE.PUSH_BUTTON, within=panel))
        wait_for('the proposal to be an answer', lambda: not self.program.find_all('Take over', within=panel))

    def take_back_and_make_again(self, field, value):
        """Undoes the last answer and makes it once more."""
        self.program.key('ctrl+z')
        wait_for('%s to be taken back' % field, lambda: value not in self.answers()[field])
        self.program.key('ctrl+shift+z')
        self.wait_answer(field, value)

    def place(self, panel, name, keys, where):
        """Moves a point of a map with KEYS, until it says that it stands WHERE."""
        point = self.program.find(role=ROLE.LIST_ITEM, contains=name + ':', within=panel)
        self.move(panel, point, 'shift+Tab')
        self.program.key(*keys)
        wait_for('%s to stand at %s' % (name, where), lambda: where in point.get_name())

    def enter_who_is_missing(self, who):
        """Puts WHO, of whom the program says that they are missing, into the list of those involved, and moves them to influence 4 and interest 4."""
        panel = self.go('Wer ist beteiligt, mit welchem Einfluss und Interesse?')
        self.program.click(self.program.find('Enter: ' + who, ROLE.PUSH_BUTTON, within=panel))
        wait_for('nobody to miss %s' % who, lambda: not self.program.find_all('Missing: ' + who, within=panel))
        # The first key takes the point into the middle.
        self.place(panel, who, ('Up', 'Up', 'Right'), 'Influence 4 of 5, Interest 4 of 5')
        self.wait_answer('beteiligtenliste', who + ', 4, 4')

    def lead(self, name, conflict):
        """Says who leads the project, and whether that is somebody who may not."""
        self.say('Wer leitet das Projekt?', name, 'Name')
        self.wait_answer('projektleitung', name)
        panel = self.go('Wer gehört zum Team und trägt welche Rollen?')
        wait_for('a conflict of roles' if conflict else 'no conflict', lambda: conflict == bool(
            self.program.find_all(contains='Datenschutz und Projektleitung in einer Hand', role=ROLE.LABEL, within=panel)))

    def share_task(self, task, person, keys):
        """A task, and what PERSON has to do with it, with the keys of the matrix."""
        panel = self.add_row('Wer tut was? (Ergebnis des Workshops)', {'Task': task})
        self.program.find(contains='“%s”: nobody does it' % task, within=panel)
        cell = self.program.find(role=ROLE.PUSH_BUTTON, contains='%s, %s:' % (task, person), within=panel)
        self.move(panel, cell, 'shift+Tab')
        self.program.key(*keys)
        wait_for('the task to be shared', lambda: not self.program.find_all(contains='“%s”: nobody' % task, within=panel))
        self.wait_answer('aufgaben', task + ', ' + person)

    def add_risk(self, question, risk):
        """A risk, moved on its map with the keys."""
        panel = self.add_row(question, {'Risk': risk})
        self.place(panel, risk, ('Up', 'Right'), 'Likelihood 3 of 5, Damage 4 of 5')

    def date_the_check(self, typed, stored):
        """All that the last step needs is a day: then it is done, and the window says so."""
        done = self.progress()
        self.say('Wann prüfen Sie, ob noch alles stimmt?', typed)
        self.wait_answer('ueberpruefung', stored)
        self.wait_progress(done + 1)

    def wait_complaint(self, question, words, there):
        """Waits until the window says at QUESTION that something is wrong, or no longer says so."""
        def probe():
            panel = self._panel(question)
            return panel is not None and there == bool(self.program.find_all(contains=words, role=ROLE.LABEL, within=panel))
        wait_for('“%s” %s' % (words, 'there' if there else 'gone'), probe)

    def look_at_skipped(self, question, reason):
        """A step that does not apply says why."""
        self.find_question(question)
        self.program.find('Nothing to do here', within=self.page)
        self.program.find(contains=reason, role=ROLE.LABEL, within=self.page)

    def rate(self, question, number, words):
        """Chooses NUMBER of a scale with the keys; WORDS: what the scale calls it, if anything."""
        panel = self.go(question)
        node = self.program.find('%d on a scale from 1 to 5%s' % (number, words), within=panel)
        self.move(panel, node, 'Right')
        self.program.key('space')

    def wait_timeline(self, question, *words):
        """The milestones on their line, as a screen reader hears it."""
        def probe():
            panel = self._panel(question)
            return next((node for node in walk(panel) if node.role == ROLE.IMAGE
                         and all(word in node.name + node.get_description() for word in words)), None) if panel is not None else None
        wait_for('%s on the line' % ', '.join(words), probe)

    def look_before_the_council(self, day, question):
        """Says when the council meets, and goes from what is missing to QUESTION."""
        program = self.program
        program.key('ctrl+r')
        entry = self.find_in_dialog('Council meeting', ROLE.TEXT)
        program.fill(entry, day)
        program.key('Tab')
        self.find_in_dialog(contains='Still missing: ')
        row = self.find_in_dialog(contains='must: ' + question, role=ROLE.LIST_ITEM)
        program.focus(self.find_in_dialog(contains='must: ', role=ROLE.LIST_ITEM))
        self.focus = None
        self.move(self.dialog(), row, 'Down')
        program.key('Return')
        wait_for('the list to close', lambda: program.application.get_child_count() == 1)
        program.regain_keyboard()
        wait_for('“%s”, with the focus in it' % question, lambda: self._panel(question, True))

    def present(self, title, *words):
        """Shows the slides TITLE to an audience until it has seen all WORDS, which come from the answers."""
        program = self.program
        program.click(program.find('Present: ' + title, ROLE.PUSH_BUTTON, within=self.page))
        program.click(self.find_in_dialog(contains='Present Anyway', role=ROLE.PUSH_BUTTON))
        slide = program.find(contains='Slide 1 of ', role=ROLE.IMAGE)
        count = int(slide.name.split(' of ')[1].split()[0].rstrip(':.'))
        missing = set(words)
        for number in range(1, count + 1):
            slide = program.find(contains='Slide %d of %d' % (number, count), role=ROLE.IMAGE)
            seen = slide.name + slide.get_description()
            missing -= {word for word in missing if word in seen}
            if number < count:
                program.key('Page_Down')
        expect(not missing, 'the audience to see %r' % missing)
        program.key('Escape')
        wait_for('the end of the talk', lambda: program.application.get_child_count() == 1)
        program.regain_keyboard()

    # At the end

    def contribute(self, title, publisher, effort):
        """Makes an entry for other towns out of the project; the path of its pack. Alex has named no town, so that is asked for."""
        program = self.program
        program.press('Documents')
        program.press('Contribution…')
        program.fill(self.find_in_dialog(role=ROLE.TEXT, contains='Title, piece'), title)
        program.fill(self.find_in_dialog(role=ROLE.TEXT, contains='Aufwand, piece'), effort)
        program.fill(self.find_in_dialog(role=ROLE.TEXT, contains='Who publishes it, piece'), publisher)
        program.fill(self.find_in_dialog(role=ROLE.TEXT, contains='Größe im Ersteinsatz, piece'), 'Gemeinde, Kleinstadt')
        self.find_in_dialog(contains='Nobody is named any more')
        program.focus(self.find_in_dialog('I have read all that goes out', ROLE.CHECK_BOX))
        program.key('space')
        save = self.find_in_dialog('Save…', ROLE.PUSH_BUTTON)
        wait_for('the way to be free', lambda: is_enabled(save))
        program.click(save)
        program.press('_Save')
        program.find('The Contribution Is Written')
        program.key('Escape')
        wait_for('the contribution to close', lambda: program.application.get_child_count() == 1)
        program.regain_keyboard()
        return os.path.join(self.documents, next(name for name in os.listdir(self.documents) if name.endswith('.wbpaket.json')))

    def go_on(self, words, use_case, person):
        """Starts the next use case from the list of projects; PERSON goes along."""
        program = self.program
        before = set(os.listdir(self.documents))
        program.key('alt+4')
        line = program.find(contains='What can be done with “', role=ROLE.PUSH_BUTTON)

        def open_menu():
            items = program.find_all(role=ROLE.MENU_ITEM, contains='Next Use Case')
            if not items:
                program.click(program.find_all(line.name, ROLE.PUSH_BUTTON)[-1])
                items = [program.find(role=ROLE.MENU_ITEM, contains='Next Use Case')]
            program.click(items[0])
        insist('the next use cases', open_menu, lambda: program.sees('Narrow down the use cases', role=ROLE.ENTRY))
        program.type(words)
        wait_for('only one to be left', lambda: len(self.program.find_all(contains=use_case, within=self.dialog())) > 0)
        program.key('Return')
        program.find('People and roles that go along')
        program.find(contains=person, within=self.dialog())
        program.press('Create')
        name = wait_for('the next project', lambda: next((name for name in set(os.listdir(self.documents)) - before
                                                          if name.endswith('.wegbereiter')), None))
        self.path = os.path.join(self.documents, name)
        program.find('WbStepPage')
        wait_for('%s in it' % person, lambda: person in cli('project', 'show', self.path))

    def put_dossier_together(self, words):
        """All in one folder, from outside; WORDS stand in its PDF. A journey of its own does it in the window."""
        folder = os.path.join(self.documents, 'Dossier')
        cli('project', 'dossier', self.path, '-o', folder)
        check_pdf(os.path.join(folder, 'Dossier.pdf'), words, False)

    # Documents

    def save_pdf(self, title, words, landscape=False):
        """Saves the document TITLE of this step where the dialog suggests, and looks for WORDS in it."""
        before = set(os.listdir(self.documents))
        self.program.click(self.program.find('Save as PDF: ' + title, ROLE.PUSH_BUTTON, within=self.page))
        button = wait_for('what saves it', lambda: self._find_button(('Export Anyway', '_Save')))
        if 'Export' in button.name:
            self.program.click(button)
            button = wait_for('what saves it', lambda: self._find_button(('_Save',)))
        self.program.click(button)
        name = wait_for('the PDF of ' + title, lambda: next((name for name in set(os.listdir(self.documents)) - before
                                                            if name.endswith('.pdf')), None))
        check_pdf(os.path.join(self.documents, name), words, landscape)
        wait_for('the dialog to close', lambda: self.program.application.get_child_count() == 1)

    def _find_button(self, names):
        """The first of NAMES in the window in front."""
        dialog = self.dialog()
        seen = walk(dialog)
        return next((node for name in names for node in seen if matches(node, role=ROLE.PUSH_BUTTON, contains=name) and is_on_screen(node)),
                    None)


def focused(within, picture=None):
    """What has the focus in WITHIN."""
    picture = picture or Picture(within.bus)
    return next((node for node in picture.walk(within.path) if node.had_state(FOCUSED)), None)


def list_rows(nodes):
    """The rows of a table among NODES: what has a name and holds what removes it."""
    named = {}
    rows = []
    for node in nodes:
        # The nearest box with a name.
        named[node.path] = node if node.role == ROLE.PANEL and node.name else named.get(node.parent)
        if node.role == ROLE.PUSH_BUTTON and node.name.startswith('Remove ') and named[node.path] is not None:
            rows.append(named[node.path])
    return rows


def import_elsewhere(home, pack, words, title, secrets):
    """Another town takes PACK into its library, finds TITLE with WORDS, and begins a project with it; none of SECRETS has come with it."""
    with open(pack, 'rb') as stream:
        data = stream.read()
    expect(not [secret for secret in secrets if secret.encode() in data], 'a pack that names nobody')
    there = os.path.join(home, 'elsewhere')
    os.mkdir(there)
    prepare(there)
    program = Program(window_binary(), there)
    skip_first_run(program)
    program.close()

    program = Program(window_binary(), there, pack)
    import_button = program.find(contains='_Import', role=ROLE.PUSH_BUTTON)
    expect(not is_enabled(import_button), 'nothing is imported before the question is answered')
    program.point_and_click(program.find('I know where this pack comes from and take it without a signature', ROLE.CHECK_BOX))
    wait_for('the import to be allowed', lambda: is_enabled(import_button))
    program.click(import_button)
    program.find('Remove “%s”' % title, ROLE.PUSH_BUTTON)
    dialog = program.find('Content Packs', ROLE.FRAME)
    wait_for('the work to end', lambda: is_enabled(program.find('Import…', ROLE.PUSH_BUTTON)))
    program.click(program.find('Close', ROLE.PUSH_BUTTON, within=dialog))
    wait_for('one window', lambda: program.application.get_child_count() == 1)
    program.find('Go On')
    program.regain_keyboard()

    program.press('Find a Use Case')
    program.fill(program.find('Search the library', ROLE.ENTRY), words)
    program.point_and_click(program.find(role=ROLE.PANEL, contains=title))
    program.find(title, ROLE.HEADING)
    program.find(contains='Source: pack “' + title)
    program.press('Start Project')
    program.press('Create')
    documents = os.path.join(there, 'Documents')
    wait_for('the project of the other town', lambda: [name for name in os.listdir(documents) if name.endswith('.wegbereiter')])
    program.find('WbStepPage')
    program.regain_keyboard()
    program.close()
