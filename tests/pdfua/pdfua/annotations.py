# SPDX-License-Identifier: GPL-3.0-or-later
"""Annotations, links, form fields and the actions behind them."""
from .objects import (get, get_array, get_dict, get_int, get_name, get_numbers, get_text, identity, is_array, is_dict, is_name,
                      is_stream, is_string, name_of, text_of, walk_tree)
from .structure import LANGUAGE

HIDDEN = 2
MAX_ANNOTATIONS = 200000
MAX_ACTIONS = 1000


class AnnotationCheck:
    """Judges the annotations of all pages."""

    def __init__(self, document, structure, report):
        self.document = document
        self.structure = structure
        self.report = report
        self.left = MAX_ANNOTATIONS
        self.clips = set()
        self.pages = {identity(page) for page in document.pages}
        self._destinations = None

    def check_page(self, page, where):
        annotations = get_array(page, '/Annots')
        annotations = [annotation for annotation in annotations or [] if is_dict(annotation)]
        if annotations and get_name(page, '/Tabs') != 'S':
            self.report('7.18.3-1', where)
        box = _inherited_numbers(page, '/CropBox') or _inherited_numbers(page, '/MediaBox')
        for annotation in annotations:
            self.left -= 1
            if self.left < 0:
                self.report('WB-0', where, 'there are too many annotations')
                return
            self._check(annotation, box, where)

    def _check(self, annotation, box, where):
        subtype = get_name(annotation, '/Subtype') or '?'
        where = '%s, annotation %s' % (where, subtype)
        parent = self.structure.parent_of_object(get_int(annotation, '/StructParent'))
        contents = get_text(annotation, '/Contents')
        language = get_text(parent, '/Lang')
        if contents is not None and language is None and not self.structure.has_language:
            self.report('7.2-24', where)
        self._check_actions(annotation, where)
        self._check_file(get(annotation, '/FS'), where)
        if _is_outside(get_numbers(annotation, '/Rect'), box) or (get_int(annotation, '/F') or 0) & HIDDEN:
            return
        type_ = self.structure.standard_type(get_name(parent, '/S'))[0] if parent is not None else None
        described = bool(contents) or bool(get_text(parent, '/Alt'))
        if subtype == 'Widget':
            self._check_widget(annotation, parent, type_, where)
            return
        if not described:
            self.report('7.18.1-2', where)
        if subtype == 'Link':
            if type_ != 'Link':
                self.report('7.18.5-1', where)
            if not contents:
                self.report('7.18.5-2', where)
            self._check_target(annotation, where)
        elif subtype == 'PrinterMark':
            if parent is not None:
                self.report('7.18.8-1', where)
        elif type_ != 'Annot':
            self.report('7.18.1-1', where)
        if subtype == 'TrapNet':
            self.report('7.18.2-1', where)

    def _check_widget(self, annotation, parent, type_, where):
        if type_ != 'Form':
            self.report('7.18.4-1', where)
        field = annotation if get(annotation, '/T') is not None else get_dict(annotation, '/Parent')
        described = bool(get_text(parent, '/Alt')) or bool(get_text(field, '/TU'))
        if not described:
            self.report('7.18.1-3', where)

    # Links.

    def _names(self):
        if self._destinations is None:
            catalog = self.document.Root
            old = get_dict(catalog, '/Dests')
            self._destinations = {key[1:]: get(old, key) for key in list(old.keys())} if old is not None else {}
            for name, value in walk_tree(get_dict(get_dict(catalog, '/Names'), '/Dests'), '/Names'):
                if is_string(name):
                    self._destinations[bytes(name)] = value
        return self._destinations

    def leads_somewhere(self, destination):
        """Whether a destination, named or written out, is a page of this document."""
        if is_name(destination):
            destination = self._names().get(name_of(destination))
        elif is_string(destination):
            destination = self._names().get(bytes(destination))
        if is_dict(destination):
            destination = get(destination, '/D')
        return is_array(destination) and len(destination) > 0 and (
            identity(destination[0]) in self.pages if not isinstance(destination[0], int) else 0 <= destination[0] < len(self.pages))

    def _check_target(self, annotation, where):
        action = get_dict(annotation, '/A')
        if get(annotation, '/Dest') is not None:
            good = self.leads_somewhere(get(annotation, '/Dest'))
        elif get_name(action, '/S') == 'GoTo':
            good = self.leads_somewhere(get(action, '/D'))
        elif get_name(action, '/S') == 'URI':
            uri = get(action, '/URI')
            good = is_string(uri) and b':' in bytes(uri)
        else:
            good = action is not None
        if not good:
            self.report('WB-7', where)

    # Actions and files.

    def _check_actions(self, annotation, where):
        stack = [get(annotation, '/A')]
        more = get_dict(annotation, '/AA')
        stack.extend(get(more, key) for key in list(more.keys())[:100]) if more is not None else None
        self.check_actions(stack, where)

    def check_actions(self, stack, where):
        seen = set()
        steps = 0
        while stack and steps < MAX_ACTIONS:
            steps += 1
            action = stack.pop()
            if is_array(action):
                stack.extend(list(action)[:100])
                continue
            if not is_dict(action) or (identity(action) is not None and identity(action) in seen):
                continue
            seen.add(identity(action))
            stack.append(get(action, '/Next'))
            if get_name(action, '/S') == 'Rendition':
                self._check_rendition(get(action, '/R'), where, 0)

    def _check_rendition(self, rendition, where, depth):
        if depth > 32 or not is_dict(rendition):
            return
        for part in get_array(rendition, '/R') or []:
            self._check_rendition(part, where, depth + 1)
        clip = get_dict(rendition, '/C')
        for _step in range(32):
            if clip is None:
                return
            if identity(clip) is not None:
                if identity(clip) in self.clips:
                    return
                self.clips.add(identity(clip))
            self._check_clip(clip, where)
            self._check_file(get(clip, '/D'), where)
            clip = get_dict(clip, '/D') if not is_stream(get(clip, '/D')) and get_name(clip, '/S') == 'MCS' else None

    def _check_clip(self, clip, where):
        if get_name(clip, '/S') == 'MCS':
            return
        if get(clip, '/CT') is None:
            self.report('7.18.6.2-1', where)
        texts = get_array(clip, '/Alt')
        values = [text_of(text) for text in texts] if texts is not None else []
        if texts is None or len(values) % 2 or None in values or not all(values[1::2]):
            self.report('7.18.6.2-2', where)

    def _check_file(self, specification, where):
        if get_dict(specification, '/EF') is None:
            return
        if not get_text(specification, '/F') or not get_text(specification, '/UF'):
            self.report('7.11-1', where)

    def check_document(self, catalog):
        """Files, form fields and actions that belong to no page."""
        for _name, value in walk_tree(get_dict(get_dict(catalog, '/Names'), '/EmbeddedFiles'), '/Names'):
            self._check_file(value, 'embedded files')
        for value in list(get_array(catalog, '/AF') or [])[:MAX_ACTIONS]:
            self._check_file(value, 'associated files')
        self.check_actions([get(catalog, '/OpenAction')], 'document')
        self._check_fields(get_dict(catalog, '/AcroForm'))

    def _check_fields(self, form):
        stack = list(get_array(form, '/Fields') or [])
        seen = set()
        while stack and len(seen) < MAX_ANNOTATIONS:
            field = stack.pop()
            if not is_dict(field) or identity(field) in seen:
                continue
            seen.add(identity(field) or len(seen))
            parent = self.structure.parent_of_object(get_int(field, '/StructParent'))
            if get_text(field, '/TU') is not None and not self.structure.has_language and get_text(parent, '/Lang') is None:
                self.report('7.2-25', 'form field %s' % (get_text(field, '/T') or '?'))
            stack.extend(list(get_array(field, '/Kids') or [])[:MAX_ANNOTATIONS])


def _inherited_numbers(page, key):
    for _step in range(64):
        if page is None:
            return None
        numbers = get_numbers(page, key)
        if numbers is not None and len(numbers) == 4:
            return [min(numbers[0], numbers[2]), min(numbers[1], numbers[3]), max(numbers[0], numbers[2]), max(numbers[1], numbers[3])]
        page = get_dict(page, '/Parent')
    return None


def _is_outside(rectangle, box):
    if rectangle is None or len(rectangle) < 4 or box is None:
        return False
    return box[1] >= rectangle[3] or box[0] >= rectangle[2] or box[3] <= rectangle[1] or box[2] <= rectangle[0]
