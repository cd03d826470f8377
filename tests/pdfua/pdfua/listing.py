# SPDX-License-Identifier: GPL-3.0-or-later
"""A document as plain text: what it is made of, without where it stands on the page."""
import re

from .checker import Checker
from .objects import get_dict, get_name, get_text, is_dict, is_name, name_of

_ATTRIBUTES = ('/Scope', '/ColSpan', '/RowSpan', '/ListNumbering')


def list_document(path):
    """Page count, title, bookmarks and structure with text; a line each."""
    checker = Checker(path)
    checker.run()
    lines = ['pages %d' % len(checker.pages), 'title %s' % get_text(get_dict(checker.document.trailer, '/Info'), '/Title')]
    lines += ['bookmark %s%s' % ('  ' * (level - 1), title) for level, title in checker.bookmarks]
    for element in checker.structure.top:
        _list_element(checker, element, 0, lines)
    return '\n'.join(lines) + '\n'


def _text(text):
    return ' '.join(re.sub('\u00ad', '', text).split())


def _list_element(checker, element, depth, lines):
    words = ['  ' * depth + element.type]
    for key in _ATTRIBUTES:
        for owner in ('Table', 'List'):
            value = checker.structure.attribute(element, owner, key)
            if value is not None:
                words.append('%s=%s' % (key[1:], name_of(value) if is_name(value) else value))
    for key in ('/Alt', '/ActualText', '/E', '/Lang'):
        if get_text(element.dictionary, key) is not None:
            words.append('%s=“%s”' % (key[1:], get_text(element.dictionary, key)))
    pieces = []
    for item in element.items:
        if isinstance(item, tuple):
            pieces.append(''.join(checker.texts.get(item, [])))
    if _text(''.join(pieces)):
        words.append('“%s”' % _text(''.join(pieces)))
    lines.append(' '.join(words))
    for item in element.items:
        if hasattr(item, 'standard'):
            _list_element(checker, item, depth + 1, lines)
        elif is_dict(item):
            lines.append('%s(%s) %s' % ('  ' * (depth + 1), get_name(item, '/Subtype'), get_text(item, '/Contents') or ''))
