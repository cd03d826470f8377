# SPDX-License-Identifier: GPL-3.0-or-later
"""RELAX NG: reads a schema in its compact syntax and judges XML by it, without anything but Python.

Debian ships the schema of OpenDocument in this syntax only; its converter does not read all of it, and libxml2 takes minutes for a long
table. Judged is by derivatives: what may still come once this tag, attribute or text has come. Equal patterns are one object, so
that what was worked out once is looked up from then on."""

import re
import xml.parsers.expat

XML = "http://www.w3.org/XML/1998/namespace"
XSD = "http://www.w3.org/2001/XMLSchema-datatypes"
NCNAME = r"[^\W\d][\w.\-\u00b7]*"
TIME = r"([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?|24:00:00(\.0+)?"
DATE = r"-?\d{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
ZONE = r"(Z|[+-]\d\d:\d\d)?"
TYPES = {  # the types of XML Schema that the schemas of OpenDocument use
    "string": r"(?s:.*)", "token": r"(?s:.*)", "anyURI": r"\S*", "NCName": NCNAME, "ID": NCNAME, "IDREF": NCNAME,
    "IDREFS": rf"{NCNAME}(\s+{NCNAME})*", "QName": rf"({NCNAME}:)?{NCNAME}", "integer": r"[+-]?\d+", "nonNegativeInteger": r"\+?\d+|-0+",
    "positiveInteger": r"\+?0*[1-9]\d*", "decimal": r"[+-]?(\d+(\.\d*)?|\.\d+)", "double": r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?|-?INF|NaN",
    "date": DATE + ZONE, "time": f"({TIME}){ZONE}", "dateTime": f"{DATE}T({TIME}){ZONE}", "language": r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*",
    "duration": r"-?P(?=\d|T)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?", "base64Binary": r"[A-Za-z0-9+/=\s]*",
}
FACETS = {"pattern", "minLength", "length", "minInclusive", "maxInclusive"}
KEYWORDS = {"attribute", "default", "datatypes", "div", "element", "empty", "external", "grammar", "include", "inherit", "list", "mixed",
            "namespace", "notAllowed", "parent", "start", "string", "text", "token"}


class SchemaError(Exception):
    pass


class Pattern:
    """One of: empty, none (not allowed), text, data, choice, group, interleave, more (one or more), list, attribute, element, after."""

    __slots__ = ("kind", "args", "nullable", "cache")

    def __init__(self, kind, args, nullable):
        self.kind, self.args, self.nullable, self.cache = kind, args, nullable, {}


POOL = {}


def make(kind, *args, nullable=False):
    pattern = POOL.get((kind, args))
    if pattern is None:
        pattern = POOL[(kind, args)] = Pattern(kind, args, nullable)
    return pattern


EMPTY = make("empty", nullable=True)
NONE = make("none")
TEXT = make("text", nullable=True)


def choice(*patterns):
    options = set()
    for pattern in patterns:
        options |= pattern.args[0] if pattern.kind == "choice" else {pattern} - {NONE}
    if not options:
        return NONE
    if len(options) == 1:
        return next(iter(options))
    return make("choice", frozenset(options), nullable=any(option.nullable for option in options))


def pair(kind, first, second):
    if NONE in (first, second):
        return NONE
    if first is EMPTY:
        return second
    return first if second is EMPTY else make(kind, first, second, nullable=first.nullable and second.nullable)


def group(first, second):
    return pair("group", first, second)


def interleave(first, second):
    return pair("interleave", first, second)


def after(first, second):
    return NONE if NONE in (first, second) else make("after", first, second)


def more(pattern):
    return pattern if pattern is NONE or pattern.kind == "more" else make("more", pattern, nullable=pattern.nullable)


def remembered(function):
    """The result of @function (pattern, …), once for each."""
    def look_up(pattern, *args):
        key = (function, *args)
        if key not in pattern.cache:
            pattern.cache[key] = function(pattern, *args)
        return pattern.cache[key]
    return look_up


def apply_after(function, pattern):
    if pattern.kind == "after":
        return after(pattern.args[0], function(pattern.args[1]))
    if pattern.kind == "choice":
        return choice(*(apply_after(function, option) for option in pattern.args[0]))
    return NONE


@remembered
def open_tag(pattern, name):
    """What follows the name of a start tag: “after” what is in the element, what comes behind it."""
    kind, args = pattern.kind, pattern.args
    if kind == "choice":
        return choice(*(open_tag(option, name) for option in args[0]))
    if kind == "element":
        return after(args[0].content(), EMPTY) if args[0].has(name) else NONE
    if kind == "interleave":
        return choice(apply_after(lambda rest: interleave(rest, args[1]), open_tag(args[0], name)),
                      apply_after(lambda rest: interleave(args[0], rest), open_tag(args[1], name)))
    if kind == "more":
        return apply_after(lambda rest: group(rest, choice(pattern, EMPTY)), open_tag(args[0], name))
    if kind == "group":
        first = apply_after(lambda rest: group(rest, args[1]), open_tag(args[0], name))
        return choice(first, open_tag(args[1], name)) if args[0].nullable else first
    if kind == "after":
        return apply_after(lambda rest: after(rest, args[1]), open_tag(args[0], name))
    return NONE


@remembered
def list_contents(pattern, name):
    """What the schema wants of values of the attribute, wherever it may stand in @pattern."""
    kind, args = pattern.kind, pattern.args
    if kind == "choice":
        return frozenset().union(*(list_contents(option, name) for option in args[0]))
    if kind in ("group", "interleave"):
        return list_contents(args[0], name) | list_contents(args[1], name)
    if kind in ("more", "after"):
        return list_contents(args[0], name)
    return frozenset([args[0].content()]) if kind == "attribute" and args[0].has(name) else frozenset()


@remembered
def pass_attribute(pattern, name, fitting):
    """What follows an attribute whose value is as those patterns of list_contents() want it that are @fitting."""
    if list_contents(pattern, name).isdisjoint(fitting):
        return NONE
    kind, args = pattern.kind, pattern.args
    if kind == "choice":
        return choice(*(pass_attribute(option, name, fitting) for option in args[0]))
    if kind in ("group", "interleave"):
        return choice(pair(kind, pass_attribute(args[0], name, fitting), args[1]), pair(kind, args[0], pass_attribute(args[1], name, fitting)))
    if kind == "more":
        return group(pass_attribute(args[0], name, fitting), choice(pattern, EMPTY))
    return after(pass_attribute(args[0], name, fitting), args[1]) if kind == "after" else EMPTY


def take_attribute(pattern, name, value):
    fitting = frozenset(content for content in list_contents(pattern, name)
                        if take_text(content, value).nullable or (content.nullable and not value.strip()))
    return pass_attribute(pattern, name, fitting)


@remembered
def close_tag(pattern):
    """Behind the last attribute: NONE when one is missing."""
    kind, args = pattern.kind, pattern.args
    if kind == "choice":
        return choice(*(close_tag(option) for option in args[0]))
    if kind in ("group", "interleave"):
        return pair(kind, close_tag(args[0]), close_tag(args[1]))
    if kind == "more":
        return more(close_tag(args[0]))
    if kind == "after":
        return after(close_tag(args[0]), args[1])
    return NONE if kind == "attribute" else pattern


@remembered
def has_values(pattern):
    """Whether it matters which text comes."""
    if pattern.kind == "choice":
        return any(has_values(option) for option in pattern.args[0])
    if pattern.kind in ("group", "interleave"):
        return has_values(pattern.args[0]) or has_values(pattern.args[1])
    return has_values(pattern.args[0]) if pattern.kind in ("more", "after") else pattern.kind in ("data", "list")


@remembered
def take_any_text(pattern):
    return take_text(pattern, "text")


def take_text(pattern, text):
    kind, args = pattern.kind, pattern.args
    if kind == "choice":
        return choice(*(take_text(option, text) for option in args[0]))
    if kind == "interleave":
        return choice(interleave(take_text(args[0], text), args[1]), interleave(args[0], take_text(args[1], text)))
    if kind == "group":
        first = group(take_text(args[0], text), args[1])
        return choice(first, take_text(args[1], text)) if args[0].nullable else first
    if kind == "more":
        return group(take_text(args[0], text), choice(pattern, EMPTY))
    if kind == "after":
        return after(take_text(args[0], text), args[1])
    if kind == "list":
        rest = args[0]
        for word in text.split():
            rest = take_text(rest, word)
        return EMPTY if rest.nullable else NONE
    if kind == "data":
        return EMPTY if args[0].allows(text) else NONE
    return TEXT if kind == "text" else NONE


@remembered
def end_tag(pattern):
    if pattern.kind == "choice":
        return choice(*(end_tag(option) for option in pattern.args[0]))
    return pattern.args[1] if pattern.kind == "after" and pattern.args[0].nullable else NONE


class Node:
    """An element or attribute of the schema; what is in it is looked at when it is first needed, since they contain each other."""

    def __init__(self, names, compile_content):
        self.names, self.compile_content, self.compiled = names, compile_content, None

    def has(self, name):
        return self.names is None or name in self.names

    def content(self):
        if self.compiled is None:
            self.compiled = self.compile_content()
        return self.compiled


class Data:
    def __init__(self, kind, parameters=(), value=None):
        self.kind, self.parameters, self.value, self.known = kind, dict(parameters), value, {}
        if unknown := set(self.parameters) - FACETS or {kind} - set(TYPES):
            raise SchemaError(f"{unknown} is not known here")
        self.expression = re.compile(TYPES[kind])
        self.pattern = re.compile(translate(self.parameters["pattern"])) if "pattern" in self.parameters else None

    def allows(self, text):
        if text not in self.known:
            self.known[text] = self.judge(text)
        return self.known[text]

    def judge(self, text):
        if self.kind != "string":
            text = " ".join(text.split())
        if self.expression.fullmatch(text) is None or (self.pattern is not None and self.pattern.fullmatch(text) is None):
            return False
        facets = self.parameters
        return (len(text) >= int(facets.get("minLength", 0)) and len(text) == int(facets.get("length", len(text))) and
                ("minInclusive" not in facets or float(text) >= float(facets["minInclusive"])) and
                ("maxInclusive" not in facets or float(text) <= float(facets["maxInclusive"])) and self.value in (None, text))


def translate(pattern):
    """A pattern of XML Schema for Python: no anchors there, and letters of names."""
    pattern = pattern.replace(r"[\i-[:]]", r"[^\W\d]").replace(r"[\c-[:]]", r"[\w.\-]")
    return re.sub(r"(?<!\\)\$", r"\\$", pattern)


TOKEN = re.compile(r"""(?P<space>\s+|\#[^\n]*)|(?P<literal>"[^"]*"|'[^']*')|(?P<name>\\?[^\W\d][\w.\-]*(:([^\W\d][\w.\-]*|\*))?)"""
                   r"""|(?P<sign>>>|&=|\|=|[=,|&?*+(){}\[\]~-])""")


class Schema:
    """A schema in the compact syntax; what those of OpenDocument do not use is refused, never passed over."""

    def __init__(self, text):
        self.tokens, self.position = [], 0
        self.spaces, self.default, self.defined, self.compiled = {"xml": XML}, "", {}, {}
        at = 0
        while at < len(text):
            match = TOKEN.match(text, at)
            if match is None:
                raise SchemaError(f"not understood: {text[at:at + 40]!r}")
            at = match.end()
            if match.lastgroup != "space":
                self.tokens.append((match.lastgroup, match.group()))
        self.tokens.append(("end", ""))
        self.read_grammar()
        self.start = self.compile(("ref", "start"))

    # The grammar into trees.

    def peek(self):
        return self.tokens[self.position][1] if self.tokens[self.position][0] != "literal" else None

    def take(self, wanted=None):
        kind, token = self.tokens[self.position]
        if wanted is not None and (token != wanted or kind == "literal"):
            raise SchemaError(f"{token!r} in place of {wanted!r}")
        self.position += 1
        return token

    def take_literal(self):
        text = ""
        while True:
            if self.tokens[self.position][0] != "literal":
                raise SchemaError(f"{self.peek()!r} in place of a literal")
            text += self.take()[1:-1]
            if self.peek() != "~":
                return text
            self.take()

    def skip_annotations(self):
        while self.peek() in ("[", ">>"):
            if self.take() == ">>":
                self.take()
                self.take("[")
            depth = 1
            while depth:
                token = self.peek()
                depth += {"[": 1, "]": -1}.get(token, 0)
                if self.tokens[self.position][0] == "end":
                    raise SchemaError("an annotation without end")
                self.position += 1

    def read_grammar(self):
        while self.peek() != "":
            self.skip_annotations()
            word = self.take()
            if word in ("namespace", "default", "datatypes"):
                self.read_declaration(word)
                continue
            sign = self.take()
            if sign not in ("=", "|=", "&=") or (word in KEYWORDS and word != "start"):
                raise SchemaError(f"{word} {sign}")
            tree = self.read_pattern()
            word = word.lstrip("\\")
            if word in self.defined:
                tree = ({"|=": "choice", "&=": "interleave"}[sign], [self.defined[word], tree])
            self.defined[word] = tree

    def read_declaration(self, word):
        if word == "default":
            self.take("namespace")
        prefix = self.take() if self.peek() != "=" else None
        self.take("=")
        address = self.take_literal()
        if word == "datatypes" and (prefix, address) != ("xsd", XSD):
            raise SchemaError(f"datatypes {prefix}")
        if word == "default":
            self.default = address
        if prefix is not None:
            self.spaces[prefix] = address

    def read_pattern(self):
        parts = [self.read_particle()]
        kind = {",": "group", "|": "choice", "&": "interleave"}.get(self.peek())
        sign = self.peek()
        while kind is not None and self.peek() == sign:
            self.take()
            parts.append(self.read_particle())
        return parts[0] if len(parts) == 1 else (kind, parts)

    def read_particle(self):
        self.skip_annotations()
        tree = self.read_primary()
        self.skip_annotations()
        if self.peek() in ("*", "+", "?"):
            tree = (self.take(), tree)
        self.skip_annotations()
        return tree

    def read_braces(self):
        self.take("{")
        tree = self.read_pattern()
        self.take("}")
        return tree

    def read_primary(self):
        if self.tokens[self.position][0] == "literal":
            return ("data", Data("token", value=self.take_literal()))
        word = self.take()
        if word == "(":
            tree = self.read_pattern()
            self.take(")")
            return tree
        if word in ("element", "attribute"):
            names = self.read_names(word)
            return (word, names, self.read_braces())
        if word in ("mixed", "list"):
            return (word, self.read_braces())
        if word in ("empty", "text", "notAllowed"):
            return (word,)
        if word in ("string", "token") or word.startswith("xsd:"):
            return self.read_data(word.removeprefix("xsd:"))
        if word in KEYWORDS or not re.fullmatch(r"\\?[\w.\-]+", word):
            raise SchemaError(f"{word!r} is not expected here")
        return ("ref", word.lstrip("\\"))

    def read_data(self, kind):
        parameters = {}
        if self.tokens[self.position][0] == "literal":
            return ("data", Data(kind, value=self.take_literal()))
        if self.peek() == "{":
            self.take()
            while self.peek() != "}":
                parameter = self.take()
                self.take("=")
                parameters[parameter] = self.take_literal()
            self.take()
        if self.peek() == "-":
            raise SchemaError("exceptions are not known here")
        return ("data", Data(kind, parameters))

    def read_names(self, kind):
        """A set of (namespace, name), or nothing for all."""
        names = self.read_name(kind)
        while self.peek() == "|":
            self.take()
            more_names = self.read_name(kind)
            names = None if None in (names, more_names) else names | more_names
        return names

    def read_name(self, kind):
        word = self.take()
        if word == "*":
            return None
        if word == "(":
            names = self.read_names(kind)
            self.take(")")
            return names
        prefix, colon, local = word.rpartition(":")
        if local == "*":
            raise SchemaError("all names of a namespace are not known here")
        return {(self.spaces[prefix] if colon else self.default if kind == "element" else "", local.lstrip("\\"))}

    # The trees into patterns.

    def compile(self, tree):
        kind = tree[0]
        if kind == "ref":
            if tree[1] not in self.compiled:
                if tree[1] not in self.defined:
                    raise SchemaError(f"{tree[1]} is not defined")
                self.compiled[tree[1]] = self.compile(self.defined[tree[1]])
            return self.compiled[tree[1]]
        if kind in ("group", "interleave", "choice"):
            parts = [self.compile(part) for part in tree[1]]
            result = parts[0]
            for part in parts[1:]:
                result = choice(result, part) if kind == "choice" else pair(kind, result, part)
            return result
        if kind in ("element", "attribute"):
            return make(kind, Node(tree[1], lambda: self.compile(tree[2])))
        if kind == "data":
            return make("data", tree[1])
        return self.compile_counted(kind, tree)

    def compile_counted(self, kind, tree):
        if kind in ("empty", "text", "notAllowed"):
            return {"empty": EMPTY, "text": TEXT, "notAllowed": NONE}[kind]
        inner = self.compile(tree[1])
        if kind == "list":
            return make("list", inner)
        if kind == "mixed":
            return interleave(TEXT, inner)
        if kind == "?":
            return choice(inner, EMPTY)
        return choice(more(inner), EMPTY) if kind == "*" else more(inner)

    def judge(self, data):
        """The first fault of @data (bytes) by this schema as a sentence, or None. XML that is none raises ExpatError."""
        return Judge(self.start).judge(data)


class Fault(Exception):
    pass


class Judge:
    def __init__(self, start):
        self.pattern, self.path, self.text, self.tags = start, [], [], {}
        self.ids, self.references = set(), set()

    def judge(self, data):
        parser = xml.parsers.expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.ordered_attributes = True
        parser.StartElementHandler = self.begin
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text.append
        try:
            parser.Parse(data, True)
        except Fault as fault:
            return f"{'/'.join(self.path)}: {fault}"
        return None if self.pattern.nullable else "the document is not complete"

    @staticmethod
    def split(name):
        space, _, local = name.rpartition(" ")
        return space, local

    @staticmethod
    def shorten(name):
        space, _, local = name.rpartition(" ")
        return f"{space.removesuffix(':1.0').rpartition(':')[2].rpartition('/')[2]}:{local}" if space else local

    def step(self, pattern, what):
        if pattern is NONE:
            raise Fault(what)
        self.pattern = pattern

    def flush(self):
        text = "".join(self.text)
        self.text.clear()
        if not text:
            return
        taken = take_text(self.pattern, text) if has_values(self.pattern) else take_any_text(self.pattern)
        if text.strip():
            self.step(taken, f"no text may stand here: {text[:40]!r}")
        else:
            self.pattern = choice(self.pattern, taken)

    def begin(self, name, attributes):
        self.flush()
        key = (self.pattern, name, tuple(attributes))
        self.path.append(self.shorten(name))
        if key not in self.tags:
            self.step(open_tag(self.pattern, self.split(name)), "this element may not stand here")
            for attribute, value in zip(attributes[::2], attributes[1::2]):
                self.step(take_attribute(self.pattern, self.split(attribute), value), f"{self.shorten(attribute)}={value!r} may not stand here")
            self.step(close_tag(self.pattern), "an attribute is missing")
            self.tags[key] = self.pattern
        self.pattern = self.tags[key]

    def end(self, name):
        self.flush()
        self.step(end_tag(self.pattern), "something is missing at the end")
        self.path.pop()
