# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading PDF objects of which nothing is known: each function gives a plain Python value, or None for anything odd."""
import zlib

import pikepdf

MAX_STREAM = 256 * 1024 * 1024  # bytes of one stream, unpacked


class Unreadable(Exception):
    """The file cannot be judged; the text is a plain sentence."""


_Object = pikepdf.Object
_Kind = pikepdf.ObjectType
_DICTIONARIES = (_Kind.dictionary, _Kind.stream)


# By the type's own code: asking with isinstance() takes several times as long.

def is_dict(value):
    return type(value) is _Object and value._type_code in _DICTIONARIES


def is_stream(value):
    return type(value) is _Object and value._type_code == _Kind.stream


def is_array(value):
    return type(value) is _Object and value._type_code == _Kind.array


def is_name(value):
    return type(value) is _Object and value._type_code == _Kind.name_


def is_string(value):
    return type(value) is _Object and value._type_code == _Kind.string


def get(dictionary, key):
    """The value of KEY ("/Name"), or None where there is no such dictionary or key."""
    if not is_dict(dictionary):
        return None
    return dictionary.get(key)


def get_dict(dictionary, key):
    value = get(dictionary, key)
    return value if is_dict(value) else None


def get_array(dictionary, key):
    value = get(dictionary, key)
    return value if is_array(value) else None


def get_name(dictionary, key):
    """A name without its slash."""
    value = get(dictionary, key)
    return name_of(value)


def name_of(value):
    if not is_name(value):
        return None
    return bytes(value).decode('utf-8', 'replace')[1:]


def get_text(dictionary, key):
    value = get(dictionary, key)
    return text_of(value)


def text_of(value):
    """A text string in PDFDocEncoding, UTF-16 or UTF-8."""
    if not is_string(value):
        return None
    raw = bytes(value)
    if raw.startswith(b'\xfe\xff'):
        return raw[2:].decode('utf-16-be', 'replace')
    if raw.startswith(b'\xff\xfe'):
        return raw[2:].decode('utf-16-le', 'replace')
    if raw.startswith(b'\xef\xbb\xbf'):
        return raw[3:].decode('utf-8', 'replace')
    return str(value)


def get_int(dictionary, key):
    value = get(dictionary, key)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def number_of(value):
    if isinstance(value, bool):
        return None
    try:
        return float(value)
    except (TypeError, ValueError):
        return None


def get_numbers(dictionary, key):
    array = get_array(dictionary, key)
    if array is None:
        return None
    numbers = [number_of(value) for value in array]
    return None if None in numbers else numbers


def identity(value):
    """A key for an indirect object, or None for a direct one."""
    try:
        number, generation = value.objgen
    except (AttributeError, TypeError):
        return None
    return (number, generation) if number else None


def read_stream(stream):
    """What a stream holds, unpacked; never more than MAX_STREAM."""
    filters = stream.get('/Filter')
    if is_array(filters) and len(filters) == 1:
        filters = filters[0]
    try:
        if filters is None:
            return bytes(stream.read_raw_bytes())[:MAX_STREAM]
        if name_of(filters) == 'FlateDecode' and stream.get('/DecodeParms') is None:
            unpacker = zlib.decompressobj()
            data = unpacker.decompress(bytes(stream.read_raw_bytes()), MAX_STREAM)
            if unpacker.unconsumed_tail:
                raise Unreadable('A stream unpacks to more than can be read.')
            return data
        return bytes(stream.read_bytes())
    except zlib.error:
        pass
    except (pikepdf.PdfError, RuntimeError, ValueError, MemoryError, NotImplementedError) as error:
        raise Unreadable('A stream cannot be unpacked.') from error
    try:
        return bytes(stream.read_bytes())
    except (pikepdf.PdfError, RuntimeError, ValueError, MemoryError, NotImplementedError) as error:
        raise Unreadable('A stream cannot be unpacked.') from error


def walk_tree(root, leaf_key, limit=200000):
    """The pairs of a name tree (LEAF_KEY "/Names") or number tree ("/Nums"), each node once."""
    seen = set()
    stack = [root]
    while stack:
        node = stack.pop()
        key = identity(node)
        if key is not None:
            if key in seen:
                continue
            seen.add(key)
        leaves = get_array(node, leaf_key)
        if leaves is not None:
            values = list(leaves)
            for index in range(0, len(values) - 1, 2):
                yield values[index], values[index + 1]
        kids = get_array(node, '/Kids')
        if kids is not None:
            stack.extend(reversed(list(kids)))
        limit -= 1
        if limit < 0 or len(stack) > 200000:
            raise Unreadable('A tree of names or numbers is too large.')
