# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program shows on the accessibility bus, asked for directly and many at a time.

Asking for each widget on its own takes a second for a page. GTK tells in one answer of all widgets that somebody has come across once
(org.a11y.atspi.Cache), and how many children each has; so what is new is found by asking only where children are missing.
"""

import ast
import re

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

ACCESSIBLE = 'org.a11y.atspi.Accessible'
ACTION = 'org.a11y.atspi.Action'
CACHE = 'org.a11y.atspi.Cache'
COMPONENT = 'org.a11y.atspi.Component'
EDITABLE = 'org.a11y.atspi.EditableText'
PROPERTIES = 'org.freedesktop.DBus.Properties'
TEXT = 'org.a11y.atspi.Text'
ROOT = '/org/a11y/atspi/accessible/root'

# One widget in the answer of the cache as GLib writes it down: taken apart as text, since value by value takes seven times as long.
STRING = r"""('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
WIDGET = re.compile(r"\(\('[^']*', '([^']*)'\), \('[^']*', '[^']*'\), \('[^']*', '([^']*)'\), (-?\d+), (-?\d+), \[[^]]*\], " + STRING
                    + r', (\d+), ' + STRING + r', \[(\d+), (\d+)\]\)')

# An answer may take long on a busy machine, in milliseconds.
PATIENCE = 90000


class Bus:
    """The accessibility bus, with one program at its other end."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None, Gio.DBusCallFlags.NONE, PATIENCE,
                                    None).unpack()[0]
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        self.name = None

    def ask(self, path, interface, method, signature=None, *arguments, name=None):
        parameters = GLib.Variant(signature, arguments) if signature is not None else None
        return self.connection.call_sync(name or self.name, path, interface, method, parameters, None, Gio.DBusCallFlags.NONE, PATIENCE, None)

    def call(self, *arguments, **keywords):
        return self.ask(*arguments, **keywords).unpack()

    def read(self, path, interface, name):
        return self.call(path, PROPERTIES, 'Get', '(ss)', interface, name)[0]

    def find_program(self, pid):
        """Its root, or None as long as it is not there."""
        for name, _ in self.call(ROOT, ACCESSIBLE, 'GetChildren', name='org.a11y.atspi.Registry')[0]:
            owner = self.call('/org/freedesktop/DBus', 'org.freedesktop.DBus', 'GetConnectionUnixProcessID', '(s)', name,
                              name='org.freedesktop.DBus')[0]
            if owner == pid:
                self.name = name
                return Node(self, ROOT)
        return None

    def children_of_many(self, paths):
        """path → the paths of its children, asked for all at once; who has gone away has none."""
        paths = set(paths)
        answers = {}

        def on_answer(connection, result, path):
            try:
                answers[path] = [child for _, child in connection.call_finish(result).unpack()[0]]
            except GLib.Error:
                answers[path] = []

        for path in paths:
            self.connection.call(self.name, path, ACCESSIBLE, 'GetChildren', None, None, Gio.DBusCallFlags.NONE, PATIENCE, None, on_answer, path)
        context = GLib.MainContext.default()
        while len(answers) < len(paths):
            context.iteration(True)
        return answers


class Node:
    """One widget. Each question goes to the program."""

    def __init__(self, bus, path):
        self.bus = bus
        self.path = path

    def __eq__(self, other):
        return isinstance(other, Node) and other.path == self.path

    def __hash__(self):
        return hash(self.path)

    def get_name(self):
        return self.bus.read(self.path, ACCESSIBLE, 'Name')

    def get_description(self):
        return self.bus.read(self.path, ACCESSIBLE, 'Description')

    def get_role(self):
        return Atspi.Role(self.bus.call(self.path, ACCESSIBLE, 'GetRole')[0])

    def has_state(self, state):
        states = self.bus.call(self.path, ACCESSIBLE, 'GetState')[0]
        return bool(states[int(state) // 32] >> (int(state) % 32) & 1)

    def get_parent(self):
        return Node(self.bus, self.bus.read(self.path, ACCESSIBLE, 'Parent')[1])

    def get_child_count(self):
        return len(self.get_children())

    def get_children(self):
        return [Node(self.bus, path) for _, path in self.bus.call(self.path, ACCESSIBLE, 'GetChildren')[0]]

    def get_extents(self):
        """x, y, width, height in its window."""
        return self.bus.call(self.path, COMPONENT, 'GetExtents', '(u)', int(Atspi.CoordType.WINDOW))[0]

    def has_interface(self, interface):
        return interface in self.bus.call(self.path, ACCESSIBLE, 'GetInterfaces')[0]

    def has_action(self):
        return self.has_interface(ACTION) and self.bus.read(self.path, ACTION, 'NActions') > 0

    def do_action(self):
        return self.bus.call(self.path, ACTION, 'DoAction', '(i)', 0)[0]

    def is_editable(self):
        return self.has_interface(EDITABLE)

    def set_text(self, text):
        return self.bus.call(self.path, EDITABLE, 'SetTextContents', '(s)', text)[0]

    def get_text(self):
        """None when it holds no text."""
        if not self.has_interface(TEXT):
            return None
        return self.bus.call(self.path, TEXT, 'GetText', '(ii)', 0, self.bus.read(self.path, TEXT, 'CharacterCount'))[0]


class Item(Node):
    """One widget, with what was told of it when the picture was taken."""

    def __init__(self, bus, path, parent, index, child_count, name, role, _description, *states):
        super().__init__(bus, path)
        self.parent = parent
        self.index = int(index)
        self.child_count = int(child_count)
        self.name = ast.literal_eval(name) if '\\' in name else name[1:-1]
        self.role = int(role)
        self.states = [int(word) for word in states]

    def had_state(self, state):
        return bool(self.states[int(state) // 32] >> (int(state) % 32) & 1)


class Picture:
    """All widgets at one moment."""

    def __init__(self, bus):
        self.bus = bus
        self.children = {}
        self._read()
        if self._meet_strangers():
            self._read()

    def _read(self):
        told = self.bus.ask('/org/a11y/atspi/cache', CACHE, 'GetItems').print_(False)
        self.items = {item.path: item for item in (Item(self.bus, *widget) for widget in WIDGET.findall(told))}
        by_parent = {}
        for item in self.items.values():
            by_parent.setdefault(item.parent, []).append(item)
        asked = self.children
        self.children = {}
        for path, item in self.items.items():
            below = sorted((child for child in by_parent.get(path, []) if child.index >= 0), key=lambda child: child.index)
            if [child.index for child in below] == list(range(item.child_count)):
                self.children[path] = [child.path for child in below]
            elif path in asked:
                self.children[path] = asked[path]
        # The program itself does not tell how many windows it has.
        self.children.update(self.bus.children_of_many([ROOT]))

    def _meet_strangers(self):
        """Asks for the children of whoever has others than are known, and for theirs; whether there was somebody new."""
        ask = self._find_unasked()
        while ask:
            self.children.update(self.bus.children_of_many(ask))
            ask = self._find_unasked()
        return any(child not in self.items for children in self.children.values() for child in children)

    def _find_unasked(self):
        unasked = []
        seen = set()
        stack = [ROOT]
        while stack:
            path = stack.pop()
            if path in seen:
                continue  # Told of at different moments, it may seem to be in two places.
            seen.add(path)
            item = self.items.get(path)
            if path not in self.children:
                unasked.append(path)
            elif path == ROOT or item is None or item.had_state(Atspi.StateType.VISIBLE):
                stack.extend(self.children[path])
        return unasked

    def walk(self, path):
        """The items below PATH, itself first, in reading order; what is hidden is passed over with all below it."""
        seen = set()
        stack = [path]
        while stack:
            item = self.items.get(stack.pop())
            if item is None or item.path in seen:
                continue
            seen.add(item.path)
            yield item
            for child in reversed(self.children.get(item.path, [])):
                below = self.items.get(child)
                if below is not None and below.had_state(Atspi.StateType.VISIBLE):
                    stack.append(child)
