# SPDX-License-Identifier: GPL-3.0-or-later
"""Glyph names and the encodings of simple fonts, as far as Latin and Greek texts need them."""
import re
import unicodedata

# The 228 glyphs every Latin text font has, in the order in which CFF numbers them from 1.
_NAMES = (
    'space exclam quotedbl numbersign dollar percent ampersand quoteright parenleft parenright asterisk plus comma hyphen period '
    'slash zero one two three four five six seven eight nine colon semicolon less equal greater question at '
    'A B C D E F G H I J K L M N O P Q R S T U V W X Y Z bracketleft backslash bracketright asciicircum underscore quoteleft '
    'a b c d e f g h i j k l m n o p q r s t u v w x y z braceleft bar braceright asciitilde '
    'exclamdown cent sterling fraction yen florin section currency quotesingle quotedblleft guillemotleft guilsinglleft '
    'guilsinglright fi fl endash dagger daggerdbl periodcentered paragraph bullet quotesinglbase quotedblbase quotedblright '
    'guillemotright ellipsis perthousand questiondown grave acute circumflex tilde macron breve dotaccent dieresis ring cedilla '
    'hungarumlaut ogonek caron emdash AE ordfeminine Lslash Oslash OE ordmasculine ae dotlessi lslash oslash oe germandbls '
    'onesuperior logicalnot mu trademark Eth onehalf plusminus Thorn onequarter divide brokenbar degree thorn threequarters '
    'twosuperior registered minus eth multiply threesuperior copyright '
    'Aacute Acircumflex Adieresis Agrave Aring Atilde Ccedilla Eacute Ecircumflex Edieresis Egrave Iacute Icircumflex Idieresis '
    'Igrave Ntilde Oacute Ocircumflex Odieresis Ograve Otilde Scaron Uacute Ucircumflex Udieresis Ugrave Yacute Ydieresis Zcaron '
    'aacute acircumflex adieresis agrave aring atilde ccedilla eacute ecircumflex edieresis egrave iacute icircumflex idieresis '
    'igrave ntilde oacute ocircumflex odieresis ograve otilde scaron uacute ucircumflex udieresis ugrave yacute ydieresis zcaron'
).split()
_CHARACTERS = (
    ' !"#$%&’()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_‘abcdefghijklmnopqrstuvwxyz{|}~'
    '¡¢£⁄¥ƒ§¤\'“«‹›ﬁﬂ–†‡·¶•‚„”»…‰¿`´ˆ˜¯˘˙¨˚¸˝˛ˇ—ÆªŁØŒºæıłøœß'
    '¹¬µ™Ð½±Þ¼÷¦°þ¾²®−ð×³©'
    'ÁÂÄÀÅÃÇÉÊËÈÍÎÏÌÑÓÔÖÒÕŠÚÛÜÙÝŸŽáâäàåãçéêëèíîïìñóôöòõšúûüùýÿž'
)
assert len(_NAMES) == len(_CHARACTERS) == 228
CFF_STANDARD_STRINGS = ['.notdef'] + _NAMES


def _collect_names():
    names = dict(zip(_NAMES, _CHARACTERS))
    names.update(Euro='€', nbspace='\u00a0', sfthyphen='\u00ad', middot='·', Delta='∆', Omega='Ω', lozenge='◊', infinity='∞',
                 notequal='≠', lessequal='≤', greaterequal='≥', approxequal='≈', summation='∑', product='∏', radical='√',
                 integral='∫', partialdiff='∂', fraction='⁄', quotereversed='‛', ff='ﬀ', ffi='ﬃ', ffl='ﬄ', dotlessj='ȷ',
                 checkmark='✓', arrowright='→', arrowleft='←', arrowup='↑', arrowdown='↓', filledbox='■', H22073='□',
                 minute='′', second='″', afii61352='№', estimated='℮', sigma1='ς', macron='¯', overscore='¯', horizontalbar='―',
                 hyphentwo='‐', figuredash='‒', bulletoperator='∙', equivalence='≡', similar='∼', asteriskmath='∗')
    accents = {'GRAVE': 'grave', 'ACUTE': 'acute', 'CIRCUMFLEX': 'circumflex', 'TILDE': 'tilde', 'DIAERESIS': 'dieresis',
               'RING ABOVE': 'ring', 'CEDILLA': 'cedilla', 'CARON': 'caron', 'OGONEK': 'ogonek', 'MACRON': 'macron',
               'BREVE': 'breve', 'DOT ABOVE': 'dotaccent', 'DOUBLE ACUTE': 'hungarumlaut', 'STROKE': 'slash',
               'COMMA BELOW': 'commaaccent', 'TONOS': 'tonos', 'DIALYTIKA': 'dieresis'}
    for code in range(0x100, 0x400):
        words = re.fullmatch(r'(LATIN|GREEK) (SMALL|CAPITAL) LETTER (\w+)(?: WITH ([\w ]+))?', unicodedata.name(chr(code), ''))
        if not words or (words[1] == 'LATIN' and len(words[3]) > 1) or (words[4] and words[4] not in accents):
            continue
        letter = words[3].lower() if words[2] == 'SMALL' else words[3].capitalize()
        names.setdefault(letter + accents.get(words[4], ''), chr(code))
        if words[4] == 'CEDILLA':
            names.setdefault(letter + 'commaaccent', chr(code))
    return names


UNICODE = _collect_names()
_BY_CHARACTER = {character: name for name, character in reversed(list(zip(_NAMES, _CHARACTERS)))}
_BY_CHARACTER['€'] = 'Euro'


def _encoding(codec):
    names = {}
    for code in range(32, 256):
        try:
            character = bytes([code]).decode(codec)
        except UnicodeDecodeError:
            continue
        character = {'\u00a0': ' ', '\u00ad': '-', "'": "'"}.get(character, character)
        if character in _BY_CHARACTER:
            names[code] = _BY_CHARACTER[character]
    return names


def _standard():
    names = {}
    for first, last, number in ((32, 126, 1), (161, 175, 96), (177, 180, 111), (182, 189, 115), (191, 191, 123), (193, 200, 124),
                                (202, 203, 132), (205, 208, 134), (225, 225, 138), (227, 227, 139), (232, 235, 140),
                                (241, 241, 144), (245, 245, 145), (248, 251, 146)):
        for code in range(first, last + 1):
            names[code] = CFF_STANDARD_STRINGS[number + code - first]
    return names


WIN_ANSI = _encoding('cp1252')
WIN_ANSI.update({code: 'bullet' for code in range(127, 256) if code not in WIN_ANSI})
WIN_ANSI.update({39: 'quotesingle', 96: 'grave', 0xA0: 'space', 0xAD: 'hyphen'})
MAC_ROMAN = _encoding('mac_roman')
MAC_ROMAN.update({39: 'quotesingle', 96: 'grave', 0xCA: 'space', 0xDB: 'currency'})
STANDARD = _standard()
BY_NAME = {'WinAnsiEncoding': WIN_ANSI, 'MacRomanEncoding': MAC_ROMAN, 'StandardEncoding': STANDARD}


def unicode_of(name):
    """The text of a glyph's name, or None."""
    if name in UNICODE:
        return UNICODE[name]
    match = re.fullmatch(r'uni((?:[0-9A-Fa-f]{4})+)', name)
    if match:
        digits = match[1]
        return ''.join(chr(int(digits[i:i + 4], 16)) for i in range(0, len(digits), 4))
    match = re.fullmatch(r'u([0-9A-Fa-f]{4,6})', name)
    if match and int(match[1], 16) < 0x110000:
        return chr(int(match[1], 16))
    stem = name.split('.')[0]
    if stem and stem != name:
        return unicode_of(stem)
    if '_' in name:
        parts = [unicode_of(part) for part in name.split('_')]
        if all(parts):
            return ''.join(parts)
    return None
