# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program from outside, as a screen reader sees it (AT-SPI), and looks at what it leaves on disk.

Under GTK 4.8 the state SHOWING is set on windows only, so what is on screen is what is VISIBLE and has an extent; list
items often have no name of their own, only labels inside; and a click goes to the nearest ancestor with an action.
"""

import contextlib
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import time

import gi

from accessible import Bus, Picture

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi  # noqa: E402

# Seconds after which nobody waits any longer: only so that a journey that has lost its way ends; no journey depends on it.
PATIENCE = 90
# How often an act is tried within that time.
ATTEMPTS = 6


# More presses of Tab than any page has stops.
TABS = 120


class JourneyError(Exception):
    """What the journey expected did not come."""


def wait_for(what, probe):
    """Asks PROBE until it answers; raises when it never does, with what PROBE complained of last."""
    end = time.monotonic() + PATIENCE
    complaint = ''
    while time.monotonic() < end:
        began = time.monotonic()
        answer = None
        try:
            answer = probe()
        except gi.repository.GLib.Error:
            pass  # A widget went away while it was looked at.
        except JourneyError as error:
            complaint = '; %s' % error  # A file that is being made is none yet.
        if answer:
            return answer
        # Who asks all the time keeps the program from its work.
        time.sleep(max(0.05, time.monotonic() - began))
    raise JourneyError('never came: ' + what + complaint)


def insist(what, act, probe):
    """Does ACT until PROBE answers, for what a list or a page that is just being filled anew may swallow."""
    for _ in range(ATTEMPTS):
        try:
            act()
        except (JourneyError, IndexError, gi.repository.GLib.Error):
            pass  # What was to be acted on went away; the next attempt finds what came in its place.
        end = time.monotonic() + PATIENCE / ATTEMPTS
        while time.monotonic() < end:
            try:
                answer = probe()
            except gi.repository.GLib.Error:
                answer = None
            if answer:
                return answer
            time.sleep(0.05)
    raise JourneyError('never came: ' + what)


def walk(node):
    """All that lies below NODE, itself first, in reading order; what is hidden is passed over with all below it."""
    return list(Picture(node.bus).walk(node.path))


def matches(node, name=None, role=None, contains=None):
    return (role is None or node.role == role) and (name is None or node.name == name) and (contains is None or contains in node.name)


def is_on_screen(node):
    """Whether NODE, which was visible in a picture, has a place on the screen."""
    try:
        _, _, width, height = node.get_extents()
    except gi.repository.GLib.Error:
        return is_there(node)  # What has no place of its own counts as seen, unless it has gone.
    return width > 0 and height > 0


def is_there(node):
    try:
        node.get_role()
    except gi.repository.GLib.Error:
        return False
    return True


def is_enabled(node):
    return node.has_state(Atspi.StateType.SENSITIVE)


class Program:
    """One run of the program in a home of its own."""

    # The latest, for the report.
    current = None

    def __init__(self, binary, home, *arguments):
        Program.current = self
        self.home = home
        env = dict(os.environ)
        env.update(
            HOME=home,
            XDG_DATA_HOME=os.path.join(home, '.local', 'share'),
            XDG_CONFIG_HOME=os.path.join(home, '.config'),
            XDG_CACHE_HOME=os.path.join(home, '.cache'),
            GTK_A11Y='atspi',
            GSK_RENDERER='cairo',
            GTK_USE_PORTAL='0',
        )
        self.log = open(os.path.join(home, 'program.log'), 'ab')
        self.process = subprocess.Popen([binary, *arguments], env=env, stdout=self.log, stderr=self.log)
        self.bus = Bus()
        self.application = wait_for('the program on the accessibility bus', self._find_application)
        wait_for('a window', lambda: self.application.get_child_count() > 0)
        self._focus_window()

    def _find_application(self):
        if self.process.poll() is not None:
            raise JourneyError('the program ended with %d; see its log' % self.process.returncode)
        return self.bus.find_program(self.process.pid)

    def _focus_window(self):
        """Without a window manager nobody gives the window the keyboard."""
        found = wait_for('the window on the screen', lambda: subprocess.run(
            ['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)],
            capture_output=True, text=True, check=False).stdout.split())
        for arguments in (['windowmove', found[0], '0', '0'], ['windowsize', found[0], '1366', '768'],
                          ['windowfocus', '--sync', found[0]]):
            subprocess.run(['xdotool', *arguments], check=True)

    def regain_keyboard(self):
        """Gives the window the keyboard again after one of its dialogs has had it."""
        self._focus_window()

    # Looking

    def find_all(self, name=None, role=None, contains=None, within=None):
        return [node for node in walk(within or self.application) if matches(node, name, role, contains) and is_on_screen(node)]

    def find(self, name=None, role=None, contains=None, within=None):
        """Waits for the first widget on screen that matches."""
        def probe():
            return next((node for node in walk(within or self.application) if matches(node, name, role, contains) and is_on_screen(node)), None)
        return wait_for('name=%r role=%r contains=%r' % (name, role, contains), probe)

    def sees(self, name=None, role=None, contains=None):
        return bool(self.find_all(name, role, contains))

    def wait_gone(self, name=None, role=None, contains=None):
        wait_for('%r to go' % (name or contains), lambda: not self.find_all(name, role, contains))

    def text_of(self, node):
        return node.get_text()

    def dump(self, stream=sys.stdout):
        """What a screen reader sees now: for the report of a journey that failed. Nameless boxes are left out."""
        try:
            for node in walk(self.application):
                if node.name and not node.name.startswith(('Gtk', 'Adw')) and is_on_screen(node):
                    print('# %s “%s”' % (Atspi.Role(node.role).value_nick, node.name), file=stream)
        except gi.repository.GLib.Error:
            print('(the program is gone)', file=stream)

    # Doing

    def click(self, node):
        """Does the first action of NODE or of the nearest ancestor that has one."""
        wait_for('%r to be enabled' % node.get_name(), lambda: is_enabled(node))
        current = node
        while current.path != self.application.path:
            if current.has_action():
                try:
                    done = current.do_action()
                except gi.repository.GLib.Error:
                    done = True  # The click closed the window, and with it the one who would have answered.
                if not done:
                    raise JourneyError('%r refused its action' % node.get_name())
                return
            current = current.get_parent()
        raise JourneyError('%r has no action' % node.get_name())

    def point_and_click(self, node):
        """A real click of the mouse in the middle of NODE: rows of a list view have no action of their own. There is no window manager
        on the test's screen, so every window begins in its upper left corner."""
        x, y, width, height = node.get_extents()
        subprocess.run(['xdotool', 'mousemove', str(x + width // 2), str(y + height // 2), 'click', '1'], check=True)

    def focus(self, node):
        """Goes there as a keyboard does, Tab by Tab, each when the last one has been heard."""
        for _ in range(TABS):
            if node.has_state(Atspi.StateType.FOCUSED):
                return
            before = self._find_focus()
            self.key('Tab')
            end = time.monotonic() + PATIENCE / TABS
            while self._find_focus() == before and time.monotonic() < end:
                time.sleep(0.02)
        raise JourneyError('%r cannot be reached' % node.get_name())

    def _find_focus(self):
        return [node.path for node in walk(self.application) if node.had_state(Atspi.StateType.FOCUSED)]

    def check(self, node):
        """Ticks a check button as a keyboard does: under GTK 4.8 it has neither an action nor takes the focus."""
        self.focus(node)
        self.key('space')
        wait_for('%r to be ticked' % node.get_name(), lambda: node.has_state(Atspi.StateType.CHECKED))

    def press(self, text):
        """Presses the button that reads as TEXT, whatever else its name says."""
        self.click(self.find(contains=text, role=Atspi.Role.PUSH_BUTTON))

    def fill(self, node, text):
        """Replaces what stands in an entry."""
        target = node if node.is_editable() else next((child for child in walk(node) if child.is_editable()), None)
        if target is None:
            raise JourneyError('%r cannot be typed into' % node.get_name())
        if not target.set_text(text):
            raise JourneyError('%r took no text' % node.get_name())

    def type(self, text):
        """Real typing into whatever has the focus."""
        subprocess.run(['xdotool', 'type', '--delay', '30', text], check=True)

    def key(self, *names):
        """Real keys, through the X server: 'ctrl+k', 'Escape'."""
        subprocess.run(['xdotool', 'key', *names], check=True)

    # Ending

    def close(self):
        """Ends the program the way a user does, and waits for it."""
        insist('the end of the program', self._quit, lambda: self.process.poll() is not None)
        code = self.process.returncode
        self.log.close()
        if code != 0:
            raise JourneyError('the program ended with %d' % code)

    def _quit(self):
        """A dialog that is just closing may still have the keyboard, or have left it to nobody."""
        if self.process.poll() is None:
            with contextlib.suppress(subprocess.CalledProcessError):
                self._focus_window()
            self.key('ctrl+q')

    def kill(self):
        """As when the battery dies."""
        self.process.kill()
        self.process.wait(timeout=120)
        self.log.close()


def build_path(*parts):
    return os.path.join(os.environ['WB_BUILD_ROOT'], *parts)


def window_binary():
    return build_path('src', 'app', 'wegbereiter')


def cli(*arguments, code=0):
    """What the command line prints; raises when it does not end with CODE."""
    result = subprocess.run([build_path('src', 'cli', 'wegbereiter-cli'), *arguments],
                            capture_output=True, text=True, check=False)
    if result.returncode != code:
        raise JourneyError('wegbereiter-cli %s ended with %d: %s' % (' '.join(arguments), result.returncode, result.stderr))
    return result.stdout if code == 0 else result.stderr


def output_of(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def expect(condition, what):
    if not condition:
        raise JourneyError('expected: ' + what)


def prepare(home):
    """A home as a fresh installation has it: with a folder for documents, and GNOME's typeface."""
    os.makedirs(os.path.join(home, '.config', 'gtk-4.0'))
    os.makedirs(os.path.join(home, 'Documents'))
    with open(os.path.join(home, '.config', 'gtk-4.0', 'settings.ini'), 'w', encoding='utf-8') as stream:
        stream.write('[Settings]\ngtk-font-name=Cantarell 11\ngtk-enable-animations=false\n')
    with open(os.path.join(home, '.config', 'user-dirs.dirs'), 'w', encoding='utf-8') as stream:
        stream.write('XDG_DOCUMENTS_DIR="$HOME/Documents"\n')


def go_through_first_run(program, town):
    """The first start: type the name, see that it is chosen, go on to the start page."""
    program.fill(program.find(role=Atspi.Role.ENTRY, contains='postcode'), town)
    program.find(role=Atspi.Role.STATUS_BAR, contains=town + ',')
    program.press('Continue')
    program.press('To the Start Page')
    program.find('Go On')
    program.find(town)


def skip_first_run(program):
    program.press('Skip')
    program.press('To the Start Page')
    program.find('Go On')
    program.find('Welcome')


def read_user_data(home, query):
    """Rows of the user's own data, with a look at whether they are sound and private."""
    path = os.path.join(home, '.local', 'share', 'wegbereiter', 'user.db')
    expect(os.stat(path).st_mode & 0o777 == 0o600, 'user data that nobody else can read')
    with sqlite3.connect(path) as database:
        expect(database.execute('PRAGMA integrity_check').fetchone()[0] == 'ok', 'sound user data')
        return database.execute(query).fetchall()


def check_pdf(path, words, landscape):
    """A sound, tagged PDF with WORDS in it and all fonts."""
    info = output_of('pdfinfo', path)
    expect('Tagged:          yes' in info, 'a tagged PDF: ' + path)
    size = next(line for line in info.splitlines() if line.startswith('Page size:')).split()
    expect((float(size[2]) > float(size[4])) == landscape, 'the shape of the page: %r' % size)
    text = ' '.join(re.sub('\u00ad\\s*', '', output_of('pdftotext', path, '-')).split())
    for word in words:
        expect(word in text, '“%s” in %s' % (word, path))
    fonts = output_of('pdffonts', path).splitlines()[2:]
    # Columns from the right: object, number, Unicode, subset, embedded.
    expect(fonts and all(line.split()[-5] == 'yes' for line in fonts), 'embedded fonts in ' + path)
    output_of('qpdf', '--check', path)
    checker = os.path.join(os.environ['WB_SOURCE_ROOT'], 'tests', 'pdfua', 'check-pdfua.py')
    findings = subprocess.run([checker, path], capture_output=True, timeout=120, check=False)
    expect(findings.returncode in (0, 77), 'a PDF that our checker finds nothing in: %s' % findings.stdout.decode())


def save_pdf_of(program, home, press):
    """Calls PRESS, saves where the dialog suggests, and returns the path of the PDF that has come."""
    folder = os.path.join(home, 'Documents')
    before = set(os.listdir(folder))
    press()
    program.press('_Save')

    def written():
        new = [name for name in set(os.listdir(folder)) - before if name.endswith('.pdf')]
        return new[0] if new else None
    return os.path.join(folder, wait_for('a new PDF', written))


def skip(reason):
    print('1..0 # SKIP ' + reason)
    raise SystemExit(0)


def run(journey):
    """Runs JOURNEY (home) as one TAP test with a report when it fails."""
    name = journey.__name__.replace('_', ' ')
    print('1..1', flush=True)
    with tempfile.TemporaryDirectory(prefix='wegbereiter-') as home:
        try:
            prepare(home)
            journey(home)
        except Exception as error:  # noqa: B902 whatever it was, the report says it
            print('not ok 1 - %s' % name, flush=True)
            print('# %s: %s' % (type(error).__name__, error), flush=True)
            if Program.current is not None and Program.current.process.poll() is None:
                Program.current.dump()
                Program.current.kill()
            log = os.path.join(home, 'program.log')
            if os.path.exists(log):
                with open(log, encoding='utf-8', errors='replace') as stream:
                    for line in stream:
                        print('# | ' + line.rstrip(), flush=True)
            raise SystemExit(1)
    print('ok 1 - %s' % name, flush=True)
