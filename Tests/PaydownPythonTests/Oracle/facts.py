"""Prints the facts of Python files as CPython's own parser has them.

Reads jobs from standard input, one a line: PATH TAB OFFSET TAB LENGTH (LENGTH -1: the whole file).
For each it prints "F ok" or "F no LINE MESSAGE", then one line for each fact. FactText.swift prints the same for
the scanner's facts; a column of "?" (within f-strings before Python 3.12, where CPython's are wrong) equals any.
"""

import ast
import re
import sys
import warnings

warnings.simplefilter("ignore")
sys.setrecursionlimit(20000)
VERSION = sys.version_info[:2]
KEY = re.compile(r"""[uUrR]?('''|\"""|'|")([A-Za-z0-9_.:/-]{1,120})\1\Z""")
DOTTED = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)+\Z")
TRY, HANDLER, FUNCTION, CHECKING, NESTED = 1, 2, 4, 8, 16
TRIES = tuple(getattr(ast, name) for name in ("Try", "TryStar") if hasattr(ast, name))
DEFS = (ast.FunctionDef, ast.AsyncFunctionDef)
FORMS = {
    ast.Name: "name", ast.Attribute: "attribute", ast.Subscript: "subscription", ast.Call: "call",
    ast.Tuple: "tuple", ast.List: "list", ast.Dict: "dictionary", ast.Set: "set", ast.JoinedStr: "string",
    ast.ListComp: "comprehension", ast.SetComp: "comprehension", ast.DictComp: "comprehension",
    ast.GeneratorExp: "comprehension",
}


def dotted(node):
    parts = []
    while type(node) is ast.Attribute:
        parts.append(node.attr)
        node = node.value
    if type(node) is not ast.Name:
        return None
    parts.append(node.id)
    return ".".join(reversed(parts))


def form(node):
    if node is None:
        return "absent"
    if type(node) is ast.Constant:
        value = node.value
        if value is None:
            return "none"
        if value is True or value is False:
            return "boolean"
        if isinstance(value, (int, float, complex)):
            return "number"
        return "string" if isinstance(value, str) else "other"
    return FORMS.get(type(node), "other")


class Facts:
    def __init__(self, text):
        self.lines = text.split("\n")
        self.out = []
        self.ascii = text.isascii() if hasattr(text, "isascii") else False
        self.encoded = {}
        self.in_format = False
        self.in_function = False

    def column(self, line, offset):
        if self.in_format:
            return "?"
        if self.ascii:
            return offset + 1
        encoded = self.encoded.get(line)
        if encoded is None:
            encoded = self.encoded[line] = self.lines[line - 1].encode("utf-8", "replace")
        return len(encoded[:offset].decode("utf-8", "ignore")) + 1

    def at(self, node):
        return "%s:%s" % (node.lineno, self.column(node.lineno, node.col_offset))

    def source(self, node):
        """The source of a string literal that stands on one line, else None."""
        if self.in_format or node.end_lineno != node.lineno:
            return None
        line = self.lines[node.lineno - 1]
        if not self.ascii:
            return line.encode()[node.col_offset:node.end_col_offset].decode("utf-8", "ignore")
        return line[node.col_offset:node.end_col_offset]

    def key(self, node):
        if type(node) is ast.Constant and type(node.value) is str:
            source = self.source(node)
            if source is None and self.in_format:
                return node.value if re.match(r"[A-Za-z0-9_.:/-]{1,120}\Z", node.value) else ""
            found = source and KEY.match(source)
            return found.group(2) if found else ""
        return ""

    def add(self, name, node, scope, context, *rest):
        self.out.append("%s %s %s %d %s" % (name, self.at(node), scope or "-", context, " ".join(rest)))

    # Expressions

    def expression(self, root, scope, context):
        if root is None:
            return
        stack = [(root, False)]
        while stack:
            node, in_format = stack.pop()
            kind = type(node)
            self.in_format = in_format
            if kind is ast.Call:
                name = dotted(node.func)
                if name is not None:
                    key = self.key(node.args[0]) if node.args else ""
                    # An unpacked or named argument before it in the source makes it no first argument.
                    self.add("call", node, scope, context, name, key)
            elif kind is ast.Subscript:
                name = dotted(node.value)
                if name is not None:
                    index = node.slice
                    if type(index).__name__ == "Index":
                        index = index.value
                    key = self.key(index)
                    if key:
                        self.add("sub", node, scope, context, name, key)
            elif kind is ast.Constant:
                if type(node.value) is str and len(node.value) <= 120 and DOTTED.match(node.value):
                    self.dotted_string(node, scope, context)
                continue
            elif kind is ast.JoinedStr:
                inner = in_format or VERSION < (3, 12)
                for value in node.values:
                    if type(value) is not ast.Constant:
                        stack.append((value, inner))
                continue
            for child in ast.iter_child_nodes(node):
                stack.append((child, in_format))
        self.in_format = False

    def dotted_string(self, node, scope, context):
        if not self.in_format:
            first, last = node.lineno - 1, node.end_lineno - 1
            for number in range(first, last + 1):
                if "\\" in self.lines[number]:
                    source = ast.get_source_segment("\n".join(self.lines), node)
                    if source and "\\" in re.sub(r"\\\n", "", source) and not self.only_between(source):
                        return
                    break
        self.add("str", node, scope, context, node.value)

    @staticmethod
    def only_between(source):
        """Whether the pieces of a literal have no backslash, although the text between them does."""
        return not any("\\" in piece for piece in re.findall(r"""(?:'[^'\n]*'|"[^"\n]*")""", source))

    # Statements

    def body(self, statements, scope, context):
        for statement in statements:
            self.statement(statement, scope, context)

    def statement(self, node, scope, context):
        kind = type(node)
        if kind is ast.Import:
            for alias in node.names:
                place = self.at(alias) if VERSION >= (3, 10) else "?"
                self.add("import", node, scope, context, "0", alias.name, alias.asname or "-", place)
        elif kind is ast.ImportFrom:
            names = []
            for alias in node.names:
                place = self.at(alias) if VERSION >= (3, 10) else "?"
                names.append("%s>%s@%s" % (alias.name, alias.asname or "-", place))
            self.add("from", node, scope, context, str(node.level), node.module or "-", *names)
        elif kind is ast.ClassDef:
            self.class_(node, scope, context)
        elif kind in DEFS:
            self.function(node, scope, context)
        elif kind in (ast.Global, ast.Nonlocal):
            for name in node.names:
                self.add("global", node, scope, context, name, "nonlocal" if kind is ast.Nonlocal else "global")
        elif kind in TRIES:
            nested = context | NESTED
            self.body(node.body, scope, nested | TRY)
            for handler in node.handlers:
                self.expression(handler.type, scope, context)
                self.body(handler.body, scope, nested | HANDLER)
            self.body(node.orelse, scope, nested)
            self.body(node.finalbody, scope, nested)
        elif kind is ast.If:
            self.expression(node.test, scope, context)
            name = dotted(node.test)
            checking = name is not None and name.split(".")[-1] == "TYPE_CHECKING"
            nested = context | NESTED
            self.body(node.body, scope, nested | CHECKING if checking else nested)
            if len(node.orelse) == 1 and type(node.orelse[0]) is ast.If and self.is_elif(node.orelse[0]):
                self.statement(node.orelse[0], scope, context)
            else:
                self.body(node.orelse, scope, nested)
        else:
            if kind in (ast.Assign, ast.AnnAssign, ast.AugAssign):
                self.assignment(node, scope, context)
            self.rest(node, scope, context)

    def is_elif(self, node):
        line = self.lines[node.lineno - 1]
        if not self.ascii:
            line = line.encode()
            return line[node.col_offset:node.col_offset + 4] == b"elif"
        return line[node.col_offset:node.col_offset + 4] == "elif"

    def rest(self, node, scope, context):
        for field, value in ast.iter_fields(node):
            for item in value if isinstance(value, list) else [value]:
                if isinstance(item, ast.stmt):
                    self.statement(item, scope, context | NESTED)
                elif type(item).__name__ == "match_case":
                    self.expression(item.pattern, scope, context | NESTED)
                    self.expression(item.guard, scope, context | NESTED)
                    self.body(item.body, scope, context | NESTED)
                elif isinstance(item, ast.AST):
                    self.expression(item, scope, context)

    def assignment(self, node, scope, context):
        value = node.value
        callee = dotted(value.func) if type(value) is ast.Call else None
        tail = (form(value), callee or "-")
        if type(node) is ast.Assign:
            for target in node.targets:
                name = dotted(target)
                if name is not None:
                    self.assigned(target, scope, context, "plain", name, *tail)
                elif type(target) in (ast.Tuple, ast.List, ast.Starred):
                    self.unpacked(target, scope, context, tail)
            return
        name = dotted(node.target)
        if name is None:
            return
        if type(node) is ast.AugAssign:
            kind = "augmented"
        else:
            kind = "declared" if value is None else "annotated"
        self.assigned(node.target, scope, context, kind, name, *tail)

    def assigned(self, node, scope, context, kind, name, *rest):
        if self.in_function and ("." not in name or name.startswith("self.")):
            return
        while type(node) is ast.Attribute:
            node = node.value
        self.add("assign", node, scope, context, kind, name, *rest)

    def unpacked(self, target, scope, context, tail):
        if type(target) is ast.Starred:
            self.unpacked(target.value, scope, context, tail)
        elif type(target) in (ast.Tuple, ast.List):
            for element in target.elts:
                self.unpacked(element, scope, context, tail)
        else:
            name = dotted(target)
            if name is not None:
                self.assigned(target, scope, context, "unpacked", name, *tail)

    # Definitions

    def base(self, prefix, node):
        name = dotted(node)
        if name is not None:
            return prefix + name
        if type(node) is ast.Subscript and dotted(node.value) is not None:
            return "%s~%s" % (prefix, dotted(node.value))
        return prefix + "~"

    def decorators(self, node, scope, context):
        out = []
        for decorator in node.decorator_list:
            self.expression(decorator, scope, context)
            called = decorator.func if type(decorator) is ast.Call else decorator
            out.append("@%s" % (dotted(called) or "~"))
        return out

    def class_(self, node, scope, context):
        decorators = self.decorators(node, scope, context)
        arguments = []
        for base in node.bases:
            starred = type(base) is ast.Starred
            value = base.value if starred else base
            arguments.append(((base.lineno, base.col_offset), self.base("*" if starred else "", value)))
        for keyword in node.keywords:
            prefix = "**" if keyword.arg is None else keyword.arg + "="
            arguments.append(((keyword.value.lineno, keyword.value.col_offset), self.base(prefix, keyword.value)))
        bases = [text for _, text in sorted(arguments)]
        for value in node.bases + [keyword.value for keyword in node.keywords]:
            self.expression(value, scope, context)
        for parameter in getattr(node, "type_params", []):
            self.expression(parameter, scope, context)
        self.add("class", node, scope, context, str(node.end_lineno), node.name, *(bases + decorators))
        outer, self.in_function = self.in_function, False
        self.body(node.body, self.inner(scope, node.name), context & ~NESTED)
        self.in_function = outer

    def function(self, node, scope, context):
        decorators = self.decorators(node, scope, context)
        arguments = node.args
        names = []
        positional = arguments.posonlyargs + arguments.args
        first_default = len(positional) - len(arguments.defaults)
        for index, argument in enumerate(positional):
            kind = "positionalOnly" if index < len(arguments.posonlyargs) else "positional"
            names.append(self.parameter(kind, argument, index >= first_default))
        if arguments.vararg:
            names.append(self.parameter("variadic", arguments.vararg, False))
        for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults):
            names.append(self.parameter("keywordOnly", argument, default is not None))
        if arguments.kwarg:
            names.append(self.parameter("keywords", arguments.kwarg, False))
        self.expression(arguments, scope, context)
        self.expression(node.returns, scope, context)
        for parameter in getattr(node, "type_params", []):
            self.expression(parameter, scope, context)
        word = "async" if type(node) is ast.AsyncFunctionDef else "def"
        tail = [str(node.end_lineno), node.name] + names + decorators + (["->"] if node.returns else [])
        self.add(word, node, scope, context, *tail)
        outer, self.in_function = self.in_function, True
        self.body(node.body, self.inner(scope, node.name), context & ~NESTED | FUNCTION)
        self.in_function = outer

    @staticmethod
    def parameter(kind, argument, has_default):
        return "%s:%s%s%s" % (kind, argument.arg, ":" if argument.annotation else "", "=" if has_default else "")

    @staticmethod
    def inner(scope, name):
        return "%s.%s" % (scope, name) if scope else name


def decoded(data):
    """The text as the parser sees it, for columns; its line ends are line feeds."""
    import io
    import tokenize

    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    encoding = "utf-8"
    for line in data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")[:2]:
        found = re.match(rb"[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)", line)
        if found:
            encoding = found.group(1).decode()
            break
        if not re.match(rb"[ \t\f]*(?:[#\r\n]|\Z)", line):
            break
    text = data.decode(encoding, "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def main():
    out = sys.stdout
    blobs = {}
    for job in sys.stdin:
        path, offset, length = job.rstrip("\n").split("\t")
        if path not in blobs:
            if length == "-1":
                blobs.clear()
            with open(path, "rb") as file:
                blobs[path] = file.read()
        data = blobs[path]
        if length != "-1":
            data = data[int(offset):int(offset) + int(length)]
        try:
            tree = ast.parse(data)
        except SyntaxError as error:
            message = " ".join(str(error.msg).split())
            out.write("F no %d %s\n" % (error.lineno or 0, message.encode("ascii", "replace").decode()))
            continue
        except (ValueError, MemoryError, RecursionError) as error:
            message = " ".join(("%s %s" % (type(error).__name__, error)).split())
            out.write("F no 0 %s\n" % message.encode("ascii", "replace").decode())
            continue
        facts = Facts(decoded(data))
        facts.body(tree.body, "", 0)
        lines = [line.rstrip() for line in facts.out]
        lines.sort()
        out.write("F ok\n")
        out.write("".join(line + "\n" for line in lines))
    out.write("F end\n")


sys.stdout = open(1, "w", encoding="utf-8", errors="replace", newline="\n", buffering=1 << 20)
main()
sys.stdout.flush()
