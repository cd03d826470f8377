# SPDX-License-Identifier: GPL-3.0-or-later
"""CMaps: from character codes to character ids (encodings) or to text (ToUnicode)."""
import re

_JAPAN = ('83pv-RKSJ-H 90ms-RKSJ-H 90ms-RKSJ-V 90msp-RKSJ-H 90msp-RKSJ-V 90pv-RKSJ-H Add-RKSJ-H Add-RKSJ-V EUC-H EUC-V Ext-RKSJ-H '
          'Ext-RKSJ-V H V UniJIS-UCS2-H UniJIS-UCS2-V UniJIS-UCS2-HW-H UniJIS-UCS2-HW-V UniJIS-UTF16-H UniJIS-UTF16-V')
_KOREA = ('KSC-EUC-H KSC-EUC-V KSCms-UHC-H KSCms-UHC-V KSCms-UHC-HW-H KSCms-UHC-HW-V KSCpc-EUC-H UniKS-UCS2-H UniKS-UCS2-V '
          'UniKS-UTF16-H UniKS-UTF16-V')
_GB = ('GB-EUC-H GB-EUC-V GBpc-EUC-H GBpc-EUC-V GBK-EUC-H GBK-EUC-V GBKp-EUC-H GBKp-EUC-V GBK2K-H GBK2K-V UniGB-UCS2-H '
       'UniGB-UCS2-V UniGB-UTF16-H UniGB-UTF16-V')
_CNS = ('B5pc-H B5pc-V HKscs-B5-H HKscs-B5-V ETen-B5-H ETen-B5-V ETenms-B5-H ETenms-B5-V CNS-EUC-H CNS-EUC-V UniCNS-UCS2-H '
        'UniCNS-UCS2-V UniCNS-UTF16-H UniCNS-UTF16-V')
# The predefined CMaps and the character collection that each is for.
PREDEFINED = {name: collection
              for collection, names in (('Japan1', _JAPAN), ('Korea1', _KOREA), ('GB1', _GB), ('CNS1', _CNS))
              for name in names.split()}
IDENTITY = ('Identity-H', 'Identity-V')
# How many supplements of the collection each knows, by the beginning of its name; the longest that fits counts.
_SUPPLEMENTS = {
    '83pv': 1, '90ms-': 2, '90msp': 2, '90pv': 1, 'Add': 1, 'EUC': 1, 'Ext': 2, 'H': 1, 'V': 1, 'UniJIS-UCS2': 4, 'UniJIS-UTF16': 5,
    'KSC-': 0, 'KSCms': 1, 'KSCpc': 0, 'UniKS-UCS2': 1, 'UniKS-UTF16': 2, 'GB-': 0, 'GBpc': 0, 'GBK-': 2, 'GBKp': 2, 'GBK2K': 4,
    'UniGB-UCS2': 4, 'UniGB-UTF16': 5, 'B5pc': 0, 'HKscs': 3, 'ETen': 0, 'CNS-': 0, 'UniCNS-UCS2': 3, 'UniCNS-UTF16': 4,
}

MAX_RANGE = 65536

_TOKEN = re.compile(rb'%[^\r\n]*|<([0-9A-Fa-f\s]*)>|(/?[^\s<>\[\]()/%]+)|(\[)|(\])|\((?:[^()\\]|\\.)*\)', re.S)


def predefined_supplement(name):
    fitting = [start for start in _SUPPLEMENTS if name.startswith(start)]
    return _SUPPLEMENTS[max(fitting, key=len)] if fitting else None


def _tokens(data):
    for match in _TOKEN.finditer(data):
        if match[1] is not None:
            digits = re.sub(rb'\s', b'', match[1])
            if len(digits) % 2:
                digits += b'0'
            yield bytes.fromhex(digits.decode())
        elif match[2] is not None:
            yield match[2].decode('latin-1')
        elif match[3]:
            yield '['
        elif match[4]:
            yield ']'


class CMap:
    """What an embedded CMap says."""

    def __init__(self, data):
        self.ranges = []      # of code lengths: (bytes, first, last)
        self.cids = {}        # (code, length) to character id
        self.texts = {}       # code to text
        self.writing_mode = 0
        self.used = None      # name of the CMap it builds on
        self._read(list(_tokens(data[:8 * 1024 * 1024])))
        self.lengths = sorted({length for length, _first, _last in self.ranges}) or [2]

    def _read(self, tokens):
        i = 0
        while i < len(tokens):
            token = tokens[i]
            i += 1
            if token == '/WMode' and i < len(tokens) and isinstance(tokens[i], str) and tokens[i].isdigit():
                self.writing_mode = int(tokens[i])
            elif token == 'usecmap' and i >= 2 and isinstance(tokens[i - 2], str):
                self.used = tokens[i - 2].lstrip('/')
            elif token == 'begincodespacerange':
                i = self._read_spaces(tokens, i)
            elif token in ('beginbfchar', 'begincidchar'):
                i = self._read_singles(tokens, i, token == 'beginbfchar')
            elif token in ('beginbfrange', 'begincidrange'):
                i = self._read_ranges(tokens, i, token == 'beginbfrange')

    def _read_spaces(self, tokens, i):
        while i + 1 < len(tokens) and isinstance(tokens[i], bytes) and isinstance(tokens[i + 1], bytes):
            self.ranges.append((len(tokens[i]), int.from_bytes(tokens[i], 'big'), int.from_bytes(tokens[i + 1], 'big')))
            i += 2
        return i

    def _set(self, code, length, value, offset):
        if isinstance(value, bytes):
            if offset:
                number = int.from_bytes(value, 'big') + offset
                value = (number % 256 ** max(len(value), 1)).to_bytes(max(len(value), 1), 'big')
            self.texts[code] = (value if len(value) % 2 == 0 else b'\0' + value).decode('utf-16-be', 'replace')
        elif isinstance(value, str) and value.isdigit():
            self.cids[code, length] = int(value) + offset

    def _read_singles(self, tokens, i, texts):
        while i + 1 < len(tokens) and isinstance(tokens[i], bytes):
            self._set(int.from_bytes(tokens[i], 'big'), len(tokens[i]), tokens[i + 1], 0)
            i += 2
        return i

    def _read_ranges(self, tokens, i, texts):
        while i + 2 < len(tokens) and isinstance(tokens[i], bytes) and isinstance(tokens[i + 1], bytes):
            length = len(tokens[i])
            first, last = int.from_bytes(tokens[i], 'big'), int.from_bytes(tokens[i + 1], 'big')
            last = min(last, first + MAX_RANGE)
            i += 2
            if tokens[i] == '[':
                i += 1
                code = first
                while i < len(tokens) and tokens[i] != ']':
                    if code <= last:
                        self._set(code, length, tokens[i], 0)
                    code += 1
                    i += 1
            else:
                for code in range(first, last + 1):
                    self._set(code, length, tokens[i], code - first)
            i += 1
        return i

    def split(self, data):
        """(code, length) of each character in a string."""
        i, end = 0, len(data)
        while i < end:
            for length in self.lengths:
                code = int.from_bytes(data[i:i + length], 'big')
                if any(size == length and first <= code <= last for size, first, last in self.ranges):
                    break
            else:
                length = self.lengths[0]
                code = int.from_bytes(data[i:i + length], 'big')
            yield code, length
            i += length
