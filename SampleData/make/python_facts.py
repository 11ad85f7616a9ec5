"""Facts about one Python file, from CPython's own `ast` and `tokenize`: what the sample's rules ask.

Lines and columns are 1-based, columns count Unicode scalars, an end column is the first one behind the place.
"""

import ast
import hashlib
import io
import tokenize
from dataclasses import dataclass
from functools import cached_property

INVISIBLE = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENCODING,
    tokenize.ENDMARKER,
}


@dataclass(frozen=True)
class Place:
    """From a first to a last character; line 0 is the whole file."""

    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0


@dataclass(frozen=True)
class Import:
    """One imported module, as written; `tags` say how it is imported."""

    module: str
    is_from: bool
    place: Place
    scope: str
    tags: tuple


@dataclass(frozen=True)
class Class:
    """One class definition with the names that stand directly in its body."""

    name: str
    place: Place
    scope: str
    members: tuple
    plain_methods: frozenset
    async_methods: frozenset
    plain_assignments: tuple


@dataclass(frozen=True)
class Call:
    """A call of a bare name."""

    name: str
    place: Place
    scope: str


@dataclass(frozen=True)
class Text:
    """A string constant that could name a module."""

    value: str
    place: Place
    scope: str


class PythonFile:
    """One file; what needs a syntax tree is empty when CPython refuses the file, and `problem` says why."""

    def __init__(self, path, content):
        self.path = path
        self.content = content
        self.lines = content.splitlines()
        self.problem = None
        try:
            self.tree = ast.parse(content)
        except SyntaxError as error:
            self.tree = ast.Module(body=[], type_ignores=[])
            self.problem = error

    def mentions(self, word):
        """Whether the word occurs anywhere, whatever its case."""
        return word in self.content.lower()

    @cached_property
    def imports(self):
        return self._facts[0]

    @cached_property
    def classes(self):
        return self._facts[1]

    @cached_property
    def calls(self):
        return self._facts[2]

    @cached_property
    def texts(self):
        return self._facts[3]

    @cached_property
    def _facts(self):
        walker = _Walker(self)
        walker.visit(self.tree)
        by_place = lambda fact: (fact.place.line, fact.place.column)  # noqa: E731
        return [sorted(facts, key=by_place) for facts in (walker.imports, walker.classes, walker.calls, walker.texts)]

    def place(self, node):
        """Where a node stands. CPython counts UTF-8 bytes, we count scalars."""
        return Place(
            node.lineno,
            self._scalars(node.lineno, node.col_offset) + 1,
            node.end_lineno,
            self._scalars(node.end_lineno, node.end_col_offset) + 1,
        )

    def _scalars(self, line, byte_offset):
        return len(self.lines[line - 1].encode("utf-8")[:byte_offset].decode("utf-8"))

    def excerpt(self, line):
        """The line, trimmed, at most 200 characters."""
        return self.lines[line - 1].strip()[:200] if line else ""

    def scope_at(self, line):
        """The qualified name of the innermost class or function around a line."""
        around = [
            (node, name)
            for node, name in self._definitions
            if min([node.lineno, *(d.lineno for d in node.decorator_list)]) <= line <= node.end_lineno
        ]
        return max(around, key=lambda item: item[0].lineno)[1] if around else ""

    @cached_property
    def _definitions(self):
        found = []

        def look(node, names):
            for child in ast.iter_child_nodes(node):
                inner = names
                if isinstance(child, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
                    inner = [*names, child.name]
                    found.append((child, ".".join(inner)))
                look(child, inner)

        look(self.tree, [])
        return found

    def statement(self, line):
        """16 hexadecimal digits of SHA-256 over the tokens of the logical line, joined by NUL; no white space."""
        tokens = self._tokens_by_line.get(line)
        return hashlib.sha256("\0".join(tokens).encode("utf-8")).hexdigest()[:16] if tokens else ""

    @cached_property
    def _tokens_by_line(self):
        """The visible tokens of the logical line that a line belongs to, as far as the file can be read."""
        by_line, tokens, first = {}, [], 0
        try:
            for token in tokenize.generate_tokens(io.StringIO(self.content).readline):
                if token.type not in INVISIBLE:
                    first = first or token.start[0]
                    tokens.append(token.string)
                if token.type == tokenize.NEWLINE and tokens:
                    for line in range(first, token.end[0] + 1):
                        by_line[line] = tokens
                    tokens, first = [], 0
        except (tokenize.TokenError, IndentationError):
            pass  # a file that is refused half-way keeps the lines before it
        return by_line

    def context(self, line):
        """Eight digits each for the two non-blank lines before and the two after; empty where there is none."""
        before = [text.strip() for text in self.lines[: line - 1] if text.strip()][-2:]
        after = [text.strip() for text in self.lines[line:] if text.strip()][:2]
        return [*_hashes(before, at_end=True), *_hashes(after, at_end=False)]


def _hashes(texts, at_end):
    hashes = [hashlib.sha256(text.encode("utf-8")).hexdigest()[:8] for text in texts]
    missing = [""] * (2 - len(hashes))
    return missing + hashes if at_end else hashes + missing


class _Walker(ast.NodeVisitor):
    """Collects facts, knowing at each node what is around it."""

    def __init__(self, file):
        self._file = file
        self._names = []
        self._in_function = 0
        self._in_type_checking = 0
        self._in_try = 0
        self.imports, self.classes, self.calls, self.texts = [], [], [], []

    def visit_ClassDef(self, node):
        methods = [child for child in node.body if isinstance(child, ast.FunctionDef)]
        async_methods = [child for child in node.body if isinstance(child, ast.AsyncFunctionDef)]
        self.classes.append(
            Class(
                node.name,
                self._file.place(node),
                ".".join(self._names),
                _members(node),
                frozenset(method.name for method in methods),
                frozenset(method.name for method in async_methods),
                tuple(_plain_assignments(node, self._file)),
            )
        )
        self._inside(node)

    def visit_FunctionDef(self, node):
        self._in_function += 1
        self._inside(node)
        self._in_function -= 1

    visit_AsyncFunctionDef = visit_FunctionDef

    def _inside(self, node):
        self._names.append(node.name)
        self.generic_visit(node)
        self._names.pop()

    def visit_If(self, node):
        is_type_checking = ast.unparse(node.test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING")
        self._in_type_checking += is_type_checking
        for child in node.body:
            self.visit(child)
        self._in_type_checking -= is_type_checking
        for child in (node.test, *node.orelse):
            self.visit(child)

    def visit_Try(self, node):
        catches_imports = any("Import" in ast.unparse(handler.type) for handler in node.handlers if handler.type)
        self._in_try += catches_imports
        self.generic_visit(node)
        self._in_try -= catches_imports

    def visit_Import(self, node):
        for alias in node.names:
            self._import(node, alias.name, False, "alias" if alias.asname else "")

    def visit_ImportFrom(self, node):
        # `from . import c` names no module.
        if node.module is None:
            return
        star = any(alias.name == "*" for alias in node.names)
        renamed = any(alias.asname for alias in node.names)
        self._import(node, node.module, True, "star" if star else "alias" if renamed else "")

    def _import(self, node, module, is_from, how):
        tags = [
            how,
            "try-fallback" if self._in_try else "",
            "in-function" if self._in_function else "",
            "type-checking" if self._in_type_checking else "",
            "re-export" if self._file.path.endswith("/__init__.py") or how == "star" else "",
        ]
        place = self._file.place(node)
        self.imports.append(Import(module, is_from, place, ".".join(self._names), tuple(filter(None, tags))))

    def visit_Call(self, node):
        if isinstance(node.func, ast.Name):
            self.calls.append(Call(node.func.id, self._file.place(node), ".".join(self._names)))
        self.generic_visit(node)

    def visit_Constant(self, node):
        if isinstance(node.value, str) and node.end_lineno == node.lineno:
            self.texts.append(Text(node.value, self._file.place(node), ".".join(self._names)))


def _members(node):
    """Names that stand directly in a class body, in order; methods with `()`."""
    names = {}
    for child in node.body:
        if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
            names[child.name + "()"] = True
        elif isinstance(child, ast.AnnAssign) and isinstance(child.target, ast.Name):
            names[child.target.id] = True
        elif isinstance(child, ast.Assign):
            names |= {target.id: True for target in child.targets if isinstance(target, ast.Name)}
    return tuple(names)


def _plain_assignments(node, file):
    for child in node.body:
        if isinstance(child, ast.Assign):
            for target in child.targets:
                if isinstance(target, ast.Name):
                    yield target.id, file.place(child)
