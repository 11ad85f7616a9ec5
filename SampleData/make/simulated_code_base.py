"""The code base that the simulated team works on: its findings, and what a day's steps do to them.

Every step is a method; a finding keeps its fingerprint through shifts and renames because here, unlike in a
scan, it is known which finding is which.
"""

from collections import defaultdict

from history import is_test

CANONICAL = "netra_backend.app.websocket_core.ssot_manager"


class CodeBase:
    """Findings and the figures around them; `random` decides where, the steps decide what and how many."""

    def __init__(self, findings, summary, counts, book, random):
        self.findings = [dict(finding) for finding in findings]
        self.counts = dict(counts)
        self.files = summary["files"]
        self.components = summary["fragmented-components"]
        self.cycles = summary["cycles"]
        self.has_canonical_path = False
        self.epoch = ""
        self.unparsed_paths = []
        self._fixed = []
        self._book = book
        self._random = random

    def take(self, step, *arguments):
        """Does one step by its name in `simulated_days`."""
        steps = {
            "canonical": self._canonical,
            "fix": self._fix,
            "codemod": self._codemod,
            "drop-paths": self._drop_paths,
            "merge": self._merge,
            "merge-class": self._merge_class,
            "add": self._add,
            "return": self._return,
            "shift": self._shift,
            "rename": self._rename,
            "delete": self._delete,
            "unparsed": self._unparsed,
            "parsed": self._parsed,
            "epoch": self._epoch,
        }
        steps[step](*arguments)

    def seen(self):
        """What a scan sees: not what is in files that do not parse, nor classes with one definition left."""
        hidden = set(self.unparsed_paths)
        visible = [finding for finding in self.findings if finding["path"] not in hidden]
        definitions = defaultdict(int)
        for finding in visible:
            if finding["rule"] == "duplicate-class":
                definitions[finding["symbol"]] += 1
        return [
            dict(finding)
            for finding in visible
            if finding["rule"] != "duplicate-class" or definitions[finding["symbol"]] > 1
        ]

    def drift(self):
        """What changes on every day: files come and go, the noisy counts wander, mostly down."""
        self.files += self._random.between(-9, 14)
        self.counts["event-handling"] -= self._random.between(-12, 70)
        self.counts["error-handling"] -= self._random.between(-160, 420)

    # Steps

    def _canonical(self):
        self.has_canonical_path = True

    def _fix(self, rule, count):
        """File by file, as people do, and never more than there are."""
        by_path = defaultdict(list)
        for finding in self.findings:
            if finding["rule"] == rule:
                by_path[finding["path"]].append(finding)
        chosen = []
        for path in self._random.shuffled(sorted(by_path)):
            chosen += by_path[path][: count - len(chosen)]
            if len(chosen) == count:
                break
        self._remove(chosen)

    def _codemod(self, rule, symbol, left):
        """All of a symbol at once, but for the `left` that the codemod could not rewrite."""
        matching = [finding for finding in self.findings if finding["rule"] == rule and finding["symbol"] == symbol]
        self._remove(self._random.shuffled(matching)[left:])

    def _drop_paths(self, count):
        """The `count` import paths that are used least, with all their imports."""
        sites = defaultdict(list)
        for finding in self.findings:
            if finding["rule"] == "manager-import":
                sites[finding["symbol"]].append(finding)
        rarest = sorted(sites, key=lambda symbol: (len(sites[symbol]), symbol))[:count]
        self._remove([finding for symbol in rarest for finding in sites[symbol]])

    def _merge(self, count):
        """Classes with few definitions first: they are the easy ones."""
        definitions = self._definitions()
        names = sorted(definitions, key=lambda name: (len(definitions[name]), name))
        easy = names[: 2 * count]
        for name in self._random.shuffled(easy)[:count]:
            self._merge_class(name)

    def _merge_class(self, name):
        self._remove(self._definitions().get(name, []))

    def _add(self, rule, count):
        """New sites of a rule, in files that have debt already, by the symbols that are used most."""
        same = [finding for finding in self.findings + self._fixed if finding["rule"] == rule]
        paths = sorted({finding["path"] for finding in self.findings if is_test(finding["path"])})
        for _ in range(count):
            model = self._random.choice(same)
            path = self._random.choice(paths)
            self._born(rule, path, self._random.between(20, 480), model["symbol"])

    def _return(self, rule, count):
        """Findings that were fixed come back as themselves, a few lines further down."""
        gone = [finding for finding in self._fixed if finding["rule"] == rule][-count:]
        for finding in gone:
            self._fixed.remove(finding)
            finding["line"] += self._random.between(0, 6) if finding["line"] else 0
            self.findings.append(finding)

    def _shift(self, count):
        """Somebody edits the top of `count` files: everything below moves, and nothing else happens."""
        paths = self._random.shuffled(sorted({finding["path"] for finding in self.findings}))[:count]
        for path in paths:
            below, by = self._random.between(1, 60), self._random.choice((-2, -1, 1, 1, 2, 3, 5, 8))
            for finding in self.findings:
                if finding["path"] == path and finding["line"] > below + 2:
                    finding["line"] += by

    def _rename(self, old, new):
        for finding in self.findings:
            if finding["path"] == old:
                finding["path"] = new

    def _delete(self, path):
        self.findings = [finding for finding in self.findings if finding["path"] != path]
        self.files -= 1

    def _unparsed(self, count):
        """Files stop parsing, those with most findings first: the fall looks like progress and is none."""
        sites = defaultdict(int)
        for finding in self.findings:
            sites[finding["path"]] += 1
        tests = sorted((path for path in sites if is_test(path)), key=lambda path: (-sites[path], path))
        self.unparsed_paths = sorted(self._random.shuffled(tests[: 2 * count])[:count])

    def _parsed(self):
        self.unparsed_paths = []

    def _epoch(self, rule, count):
        """The rule looks at more files from today on: more findings, and nobody has made the code worse."""
        self.epoch = f"{rule}, also in scripts"
        symbols = ("localhost:8000", "127.0.0.1", "redis://localhost")
        for number in range(count):
            path = f"scripts/{self._random.choice(('start', 'seed', 'smoke', 'deploy'))}_{number // 2}.py"
            self._born(rule, path, self._random.between(8, 90), self._random.choice(symbols))

    # Parts

    def _definitions(self):
        definitions = defaultdict(list)
        for finding in self.findings:
            if finding["rule"] == "duplicate-class":
                definitions[finding["symbol"]].append(finding)
        return definitions

    def _born(self, rule, path, line, symbol):
        if any((other["rule"], other["path"], other["line"]) == (rule, path, line) for other in self.findings):
            line += 1
        whole_file = rule == "scattered-configuration"
        finding = {"rule": rule, "path": path, "line": 0 if whole_file else line, "column": 0, "symbol": symbol}
        if is_test(path):
            finding["tags"] = ["test"]
        finding["fingerprint"] = self._book.new(finding)
        self.findings.append(finding)

    def _remove(self, findings):
        """Removes findings, and with them every other finding of the same line: it is one statement."""
        lines = {(finding["path"], finding["line"]) for finding in findings if finding["line"]}
        chosen = {id(finding) for finding in findings}
        left = []
        for finding in self.findings:
            if id(finding) in chosen or (finding["path"], finding["line"]) in lines:
                self._fixed.append(finding)
            else:
                left.append(finding)
        self.findings = left
