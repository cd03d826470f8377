# SPDX-License-Identifier: GPL-3.0-or-later
"""The structure tree: read once into plain Python, then judged element by element."""
import re

from .objects import (Unreadable, get, get_array, get_dict, get_int, get_name, get_text, identity, is_array, is_dict, is_name,
                      is_stream, name_of, number_of, text_of, walk_tree)
from .tables import check_table

STANDARD = set(
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR '
    'TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'
    .split())
PASS_THROUGH = ('NonStruct', 'Div', 'Part')
LANGUAGE = re.compile(r'[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*\Z')

MAX_ELEMENTS = 500000
MAX_DEPTH = 300

# Which standard types an element may hold; and where it must be.
_KIDS = {
    'Table': ('7.2-3', {'TR', 'THead', 'TBody', 'TFoot', 'Caption'}),
    'TR': ('7.2-10', {'TH', 'TD'}),
    'THead': ('7.2-36', {'TR'}),
    'TBody': ('7.2-37', {'TR'}),
    'TFoot': ('7.2-38', {'TR'}),
    'L': ('7.2-19', {'L', 'LI', 'Caption'}),
    'LI': ('7.2-20', {'Lbl', 'LBody'}),
    'TOC': ('7.2-27', {'TOC', 'TOCI', 'Caption'}),
}
_PARENTS = {
    'TR': ('7.2-4', {'Table', 'THead', 'TBody', 'TFoot'}),
    'THead': ('7.2-5', {'Table'}),
    'TBody': ('7.2-6', {'Table'}),
    'TFoot': ('7.2-7', {'Table'}),
    'TH': ('7.2-8', {'TR'}),
    'TD': ('7.2-9', {'TR'}),
    'LI': ('7.2-17', {'L'}),
    'LBody': ('7.2-18', {'LI'}),
    'TOCI': ('7.2-26', {'TOC'}),
}
_NEVER_EMPTY = {'H', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'Link', 'L', 'LI', 'Table', 'TR', 'TOC', 'TOCI', 'Figure'}


class Element:
    """A structure element."""
    __slots__ = ('dictionary', 'key', 'type', 'standard', 'parent', 'kids', 'items', 'language', 'where', 'order')

    def __init__(self, dictionary, parent, order):
        self.dictionary = dictionary
        self.key = identity(dictionary)
        self.parent = parent        # None at the root
        self.type = get_name(dictionary, '/S') or ''
        self.standard = None        # None when the type leads to no standard one
        self.kids = []              # Elements
        self.items = []             # in order: Element, (owner, MCID), or an annotation or other object
        self.language = get_text(dictionary, '/Lang')
        self.order = order
        self.where = 'element %d, %s' % (order, self.type or 'without type')

    def inherited_language(self):
        element = self
        while element is not None:
            if element.language is not None:
                return element.language
            element = element.parent
        return None

    def children(self):
        """The kids that mean something: groups without meaning are seen through."""
        found = []
        for kid in self.kids:
            if kid.standard in PASS_THROUGH:
                found.extend(kid.children())
            else:
                found.append(kid)
        return found

    def parent_type(self):
        element = self.parent
        while element is not None and element.standard in PASS_THROUGH:
            element = element.parent
        return 'root' if element is None else element.standard


class Structure:
    """The tree, the way from pages into it, and what is wrong with them."""

    def __init__(self, catalog, report):
        self.report = report
        self.root = get_dict(catalog, '/StructTreeRoot')
        self.has_language = get(catalog, '/Lang') is not None
        self.elements = []                  # in reading order
        self.by_key = {}
        self.references = {}                # (owner, MCID) to the elements that hold it
        self.roles = {}
        self.top = []
        self.parents = {}                   # key of the parent tree to its value
        if self.root is None:
            return
        self._read_roles()
        self._read()
        for key, value in walk_tree(get_dict(self.root, '/ParentTree'), '/Nums'):
            if isinstance(key, int):
                self.parents[key] = value
        self._lists = {}

    def _read_roles(self):
        roles = get_dict(self.root, '/RoleMap')
        for key in list(roles.keys())[:10000] if roles is not None else []:
            target = get_name(roles, key)
            if target is not None:
                self.roles[key[1:]] = target

    def standard_type(self, type_):
        """(standard type or None, does the role map lead in a circle from there?)"""
        seen = []
        while type_ in self.roles and type_ not in seen:
            seen.append(type_)
            type_ = self.roles[type_]
        found = next((name for name in seen + [type_] if name in STANDARD), None)
        return found, type_ in seen

    def _read(self):
        seen = set()
        start = get(self.root, '/K')
        stack = [(start, None, 0)] if start is not None else []
        while stack:
            value, parent, depth = stack.pop()
            if depth > MAX_DEPTH or len(self.elements) > MAX_ELEMENTS:
                raise Unreadable('The structure tree is too deep or too large.')
            if is_array(value):
                stack.extend((kid, parent, depth + 1) for kid in reversed(list(value)))
            elif isinstance(value, int) and not isinstance(value, bool):
                self._add_content(parent, identity(get(parent.dictionary, '/Pg')) if parent is not None else None, value)
            elif is_dict(value):
                self._read_dictionary(value, parent, depth, stack, seen)

    def _read_dictionary(self, value, parent, depth, stack, seen):
        kind = get_name(value, '/Type')
        if kind == 'MCR' or (kind is None and get(value, '/MCID') is not None and get(value, '/S') is None):
            page = get(value, '/Pg')
            if page is None and parent is not None:
                page = get(parent.dictionary, '/Pg')
            owner = get(value, '/Stm')
            self._add_content(parent, identity(owner if owner is not None else page), get_int(value, '/MCID'))
        elif kind == 'OBJR' or (kind is None and get(value, '/Obj') is not None and get(value, '/S') is None):
            if parent is not None:
                parent.items.append(get(value, '/Obj'))
        else:
            key = identity(value)
            if key is not None and key in seen:
                self.report('WB-0', 'structure tree', 'an element is in it twice')
                return
            seen.add(key)
            self._add_element(value, parent, depth, stack)

    def _add_element(self, value, parent, depth, stack):
        element = Element(value, parent, len(self.elements) + 1)
        element.standard, circle = self.standard_type(element.type)
        self.elements.append(element)
        if element.key is not None:
            self.by_key[element.key] = element
        if parent is None:
            self.top.append(element)
        else:
            parent.kids.append(element)
            parent.items.append(element)
        if circle:
            self.report('7.1-6', element.where)
        if element.standard is None:
            self.report('7.1-5', element.where)
        if element.standard is not None and self.roles.get(element.standard, element.standard) != element.standard:
            self.report('7.1-7', element.where, element.standard)
        kids = get(value, '/K')
        if kids is not None:
            stack.append((kids, element, depth + 1))

    def _add_content(self, parent, owner, number):
        if parent is None or owner is None or number is None:
            self.report('WB-0', 'structure tree', 'a piece of content without page')
            return
        parent.items.append((owner, number))
        self.references.setdefault((owner, number), []).append(parent)

    def page_parents(self, number):
        """For the StructParents of a page: per MCID the key of its element, or the direct dictionary, or None."""
        if number is None or number not in self.parents:
            return []
        if number not in self._lists:
            value = self.parents[number]
            self._lists[number] = [identity(item) or item for item in list(value)[:MAX_ELEMENTS]] if is_array(value) else []
        return self._lists[number]

    def parent_of_object(self, number):
        """For the StructParent of an annotation: its structure element's dictionary."""
        value = self.parents.get(number) if number is not None else None
        return value if is_dict(value) else None

    def leads_to_root(self, dictionary):
        """Whether a structure element's parents end at the root."""
        root = identity(self.root)
        for _step in range(MAX_DEPTH):
            if not is_dict(dictionary):
                return False
            if get_name(dictionary, '/Type') == 'StructTreeRoot' or (root is not None and identity(dictionary) == root):
                return True
            dictionary = get(dictionary, '/P')
        return False

    def attribute(self, element, owner, key):
        """The value of an attribute, from the element itself or from its classes."""
        values = _with_revisions(get(element.dictionary, '/A'))
        classes = get_dict(self.root, '/ClassMap')
        for name in _with_revisions(get(element.dictionary, '/C')):
            if is_name(name):
                values.extend(_with_revisions(get(classes, '/' + (name_of(name) or '?'))))
        for value in values:
            if get_name(value, '/O') == owner and get(value, key) is not None:
                return get(value, key)
        return None

    # What is judged.

    def check(self):
        last_level = 0
        styles = set()
        notes = set()
        for element in self.elements:
            self._check_element(element)
            self._check_kids(element)
            if element.standard == 'Note':
                self._check_note(element, notes)
            if element.standard == 'H':
                if 'Hn' in styles:
                    self.report('7.4.4-2', element.where)
                styles.add('H')
            elif element.standard is not None and re.fullmatch('H[1-6]', element.standard):
                level = int(element.standard[1])
                if level > last_level + 1:
                    self.report('7.4.2-1', element.where, 'level %d after %d' % (level, last_level))
                last_level = level
                if 'H' in styles:
                    self.report('7.4.4-3', element.where)
                styles.add('Hn')
        self._check_references()

    def _check_element(self, element):
        dictionary = element.dictionary
        if get_dict(dictionary, '/P') is None:
            self.report('7.1-12', element.where)
        if element.language is not None and not LANGUAGE.match(element.language):
            self.report('7.2-29', element.where, repr(element.language))
        alternative, replacement = get_text(dictionary, '/Alt'), get_text(dictionary, '/ActualText')
        if not self.has_language and element.inherited_language() is None:
            for text, rule in ((replacement, '7.2-21'), (alternative, '7.2-22'), (get_text(dictionary, '/E'), '7.2-23')):
                if text is not None:
                    self.report(rule, element.where)
        if not alternative and replacement is None and element.standard in ('Figure', 'Formula'):
            self.report('7.3-1' if element.standard == 'Figure' else '7.7-1', element.where)
        if alternative is not None and (not alternative.strip() or re.search('[\0-\x08\x0b-\x1f\ufffd\ue000-\uf8ff]', alternative)):
            self.report('WB-9', element.where, repr(alternative[:40]))
        if not element.items and element.standard in _NEVER_EMPTY and replacement is None and alternative is None:
            self.report('WB-8', element.where)
        if element.standard == 'Form':
            self._check_form(element)

    def _check_form(self, element):
        if self.attribute(element, 'PrintField', '/Role') is not None:
            return
        if len(element.items) != 1 or get_name(element.items[0], '/Subtype') != 'Widget':
            self.report('7.18.4-2', element.where)

    def _check_note(self, element, seen):
        name = get_text(element.dictionary, '/ID')
        if not name:
            self.report('7.9-1', element.where)
        elif name in seen:
            self.report('7.9-2', element.where, name)
        seen.add(name)

    def _check_kids(self, element):
        type_ = element.standard
        if type_ in _PARENTS:
            rule, allowed = _PARENTS[type_]
            if element.parent_type() not in allowed:
                self.report(rule, element.where, 'in %s' % element.parent_type())
        if not element.kids:
            return
        kids = [kid.standard for kid in element.children() if kid.standard is not None]
        if type_ in _KIDS:
            rule, allowed = _KIDS[type_]
            odd = [kid for kid in kids if kid not in allowed]
            if odd:
                self.report(rule, element.where, odd[0])
        if kids.count('H') > 1:
            self.report('7.4.4-1', element.where)
        if 'Caption' in kids[1:] and type_ in ('L', 'TOC'):
            self.report('7.2-40' if type_ == 'L' else '7.2-28', element.where)
        if type_ == 'Table':
            self._check_parts(element, kids)
            check_table(self, element)

    def _check_parts(self, element, kids):
        for part, rule in (('THead', '7.2-11'), ('TFoot', '7.2-12'), ('Caption', '7.2-39')):
            if kids.count(part) > 1:
                self.report(rule, element.where)
        for part, rule in (('TFoot', '7.2-13'), ('THead', '7.2-14')):
            if part in kids and 'TBody' not in kids:
                self.report(rule, element.where)
        if 'Caption' in kids[1:-1]:
            self.report('7.2-16', element.where)

    def _check_references(self):
        for (_owner, number), elements in self.references.items():
            if len(elements) > 1:
                self.report('WB-3', elements[1].where, 'content %d' % number)


def _with_revisions(value):
    """Attribute objects or class names: one, or several with numbers of revisions between them."""
    if is_array(value):
        return [item for item in value if number_of(item) is None or is_dict(item)]
    return [] if value is None or is_stream(value) and not is_dict(value) else [value]
