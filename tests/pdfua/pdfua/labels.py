# SPDX-License-Identifier: GPL-3.0-or-later
"""What pages are called: the labels that a reader program shows, and the numbers that are printed on the pages."""
import re

from .objects import get_dict, get_int, get_name, get_text, is_dict, walk_tree

# As the program prints them: below a page, and below a slide.
PAGE = re.compile(r'(?:Seite|Page)\s*(\d+)\s*(?:von|of)\s*\d+')
SLIDE = r'(\d+)\s*/\s*%d(?!\d)'
ROMAN = ((1000, 'm'), (900, 'cm'), (500, 'd'), (400, 'cd'), (100, 'c'), (90, 'xc'), (50, 'l'), (40, 'xl'), (10, 'x'), (9, 'ix'),
         (5, 'v'), (4, 'iv'), (1, 'i'))


def _numeral(style, number):
    if style in ('r', 'R'):
        text = ''
        for value, letters in ROMAN:
            text += letters * min(number // value, 10)
            number %= value
        return text.upper() if style == 'R' else text
    if style in ('a', 'A'):
        return chr(ord(style) + (number - 1) % 26) * min((number - 1) // 26 + 1, 100)
    return str(number) if style == 'D' else ''


def page_labels(catalog, n_pages):
    """The label of each page, or None where the document has none, or none from its first page on."""
    tree = get_dict(catalog, '/PageLabels')
    if tree is None:
        return None
    ranges = dict((start, label) for start, label in walk_tree(tree, '/Nums') if isinstance(start, int) and is_dict(label))
    if 0 not in ranges:
        return None
    labels = []
    for page in range(n_pages):
        if page in ranges:
            first, label = page, ranges[page]
        start = get_int(label, '/St') or 1
        labels.append((get_text(label, '/P') or '') + _numeral(get_name(label, '/S'), max(start, 1) + page - first))
    return labels


def printed_number(decoration, n_pages):
    """The number that stands on a page, in the text of its decoration; None where there is none."""
    found = PAGE.findall(decoration) or re.findall(SLIDE % n_pages, decoration)
    return found[-1] if found else None
