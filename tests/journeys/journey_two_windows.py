#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program is started a second time on a project that is open: in the same session the window that shows it stays the only one; from
another session the project can be read, and it is said when it was changed meanwhile."""

import contextlib
import os
import subprocess
from unittest import mock

from gi.repository import Gio

from driver import Atspi, Program, cli, expect, insist, run, wait_for, window_binary

GUIDE = 'leitfaden-sozialraeume'
FIELD = 'anlass-satz'


def answer(path):
    lines = cli('project', 'show', path).splitlines()
    return next(line.split('\t')[1] for line in lines if line.startswith(FIELD + '\t'))


def entry(program):
    return program.find(role=Atspi.Role.TEXT, contains='Der Anlass in einem Satz')


def start_again(program, home, path):
    """A second start hands the file to the program that runs, and ends."""
    environment = dict(os.environ, HOME=home, XDG_DATA_HOME=os.path.join(home, '.local', 'share'), GTK_USE_PORTAL='0')
    done = subprocess.run([window_binary(), path], env=environment, timeout=90, capture_output=True, check=False)
    expect(done.returncode == 0, 'the second start ends: %r' % done.stderr)
    expect(program.application.get_child_count() == 1, 'one window shows it')
    insist('it can still be written', lambda: program.fill(entry(program), 'Weiter'), lambda: answer(path) == 'Weiter')


@contextlib.contextmanager
def other_session():
    """A session of its own, as on another computer: its programs know nothing of ours."""
    daemon = subprocess.Popen(['dbus-daemon', '--session', '--nofork', '--print-address'], stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, text=True)
    try:
        yield daemon.stdout.readline().strip()
    finally:
        daemon.kill()
        daemon.wait()


def find_screen_readers_bus():
    """Where this journey looks and listens."""
    answer_of = Gio.bus_get_sync(Gio.BusType.SESSION).call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None,
                                                               Gio.DBusCallFlags.NONE, -1, None)
    return answer_of.unpack()[0]


def start_elsewhere(home, path, bus):
    other = os.path.join(home, 'elsewhere')
    os.makedirs(other)
    with mock.patch.dict(os.environ, DBUS_SESSION_BUS_ADDRESS=bus, AT_SPI_BUS_ADDRESS=find_screen_readers_bus()):
        return Program(window_binary(), other, path)


def two_windows(home):
    path = os.path.join(home, 'Documents', 'Kita.wegbereiter')
    cli('project', 'new', '--guide', GUIDE, '-o', path)
    first = Program(window_binary(), home, path)
    entry(first)
    start_again(first, home, path)
    with other_session() as bus:
        go_on_elsewhere(first, start_elsewhere(home, path, bus), path)
    expect(os.listdir(os.path.dirname(path)) == ['Kita.wegbereiter'], 'nothing lies beside it')


def go_on_elsewhere(first, second, path):
    second.find(contains='so the project can be read but not changed here', role=Atspi.Role.LABEL)
    expect(second.text_of(entry(second)) == 'Weiter', 'the second window shows what the file holds')
    # In between another question is answered: what is typed into one without a pause is one step.
    insist('another answer', lambda: first.fill(first.find(role=Atspi.Role.TEXT, contains='Was gehört nicht dazu'), 'Nichts'),
           lambda: 'Nichts' in cli('project', 'show', path))
    insist('the first window goes on writing', lambda: first.fill(entry(first), 'Inzwischen'), lambda: answer(path) == 'Inzwischen')
    second.find(contains='has been changed since you opened it')
    second.press('Show the New State')
    wait_for('the second window shows the new state', lambda: second.text_of(entry(second)) == 'Inzwischen')
    second.find(contains='so the project can be read but not changed here', role=Atspi.Role.LABEL)

    first.press('Undo')
    wait_for('it is taken back', lambda: answer(path) == 'Weiter')
    second.find(contains='has been changed since you opened it')
    first.regain_keyboard()
    first.close()
    # Nobody holds it any more, so whoever opens it anew may write.
    second.press('Show the New State')
    second.wait_gone(contains='so the project can be read but not changed here')
    insist('the second window writes', lambda: second.fill(entry(second), 'Jetzt ich'), lambda: answer(path) == 'Jetzt ich')
    second.regain_keyboard()
    second.close()


if __name__ == '__main__':
    run(two_windows)
