"""Twelve real snapshots from the finding lists in `history/source`, with an illustrative golden path.

The lists hold facts that CPython's `ast` found on twelve commits: path, line and name. Everything that they do
not hold is left out rather than made up: no column, no excerpt, no statement, no author.
"""

import gzip
import json
from collections import defaultdict

import golden_path
from catalogue import REPORT
from identity import FingerprintBook
from plan import plan
from written_form import snapshot_bytes

FOLDER = "history"
PROJECT = {"name": "netra-apex"}
PLAN_SINCE = "2025-09-14"

# Other definitions are listed with a class only while there are few: MockWebSocketConnection has 42.
MOST_RELATED = 6

NOTE = (
    "Findings and counts are measured (CPython 3.11 ast, the report's rules); files that do not parse are counted "
    "among those that mention websocket. Test results and metrics are illustrative: no log survives. "
    "The plan is the report's, its dates are ours."
)

# By date: tests that exist, of which do not pass; then the metrics. Only 2025-09-14's 42, 6 and "all five
# events, below 100 ms, 250 users" are the report's.
ILLUSTRATED = {
    "2025-08-22": (24, 5, 141, 58, 90, 46, (250, 231, 240, 238, 229)),
    "2025-08-25": (24, 4, 133, 55, 110, 41, (250, 236, 241, 240, 238)),
    "2025-08-28": (26, 4, 128, 52, 120, 44, (250, 238, 245, 244, 241)),
    "2025-08-31": (28, 6, 137, 57, 120, 52, (250, 229, 240, 236, 230)),
    "2025-09-03": (30, 9, 152, 63, 100, 61, (249, 218, 233, 227, 219)),
    "2025-09-04": (30, 6, 118, 47, 160, 39, (250, 243, 246, 246, 244)),
    "2025-09-07": (33, 6, 112, 44, 180, 35, (250, 246, 248, 247, 246)),
    "2025-09-09": (35, 6, 104, 41, 210, 33, (250, 249, 249, 249, 248)),
    "2025-09-11": (38, 8, 109, 43, 210, 38, (250, 247, 249, 248, 247)),
    "2025-09-12": (40, 6, 96, 38, 240, 31, (250, 250, 250, 250, 249)),
    "2025-09-14": (42, 6, 84, 31, 262, 27, (250, 250, 250, 250, 250)),
    "2025-09-15": (42, 6, 88, 33, 258, 29, (250, 250, 250, 250, 250)),
}


def files(samples):
    """The snapshot files of this folder by name."""
    made, _ = snapshots(samples)
    return {name: snapshot_bytes(snapshot) for name, snapshot in made.items()}


def snapshots(samples):
    """The twelve snapshots by file name, oldest first, and the book that carried their fingerprints."""
    source = samples / FOLDER / "source"
    tests = golden_path.names(source)
    book = FingerprintBook()
    made = {}
    for day, path in enumerate(sorted(source.glob("*.json.gz"))):
        facts = json.loads(gzip.decompress(path.read_bytes()))
        made[path.name.removesuffix(".gz")] = _snapshot(facts, day, tests, book)
    return made, book


def _snapshot(facts, day, tests, book):
    date = facts["committedAt"][:10]
    count, failing, *values = ILLUSTRATED[date]
    results = golden_path.results(golden_path.first(count, tests), failing, day, "illustrative")
    findings = findings_of(facts["findings"])
    book.assign(findings)
    counts = facts["counts"] | {
        "component-paths": facts["summary"]["fragmented-components"],
        "component-cycle": facts["summary"]["cycles"],
    }
    snapshot = {
        "format": "paydown-snapshot",
        "version": 1,
        "project": PROJECT,
        "takenAt": facts["committedAt"],
        "revision": {"commit": facts["commit"], "branch": "main", "committedAt": facts["committedAt"]},
        "tool": {"name": "report-checks", "version": "cpython-3.11", "rules": REPORT.digest()},
        "provenance": _provenance(),
        "coverage": {"files": facts["summary"]["files"], "unparsed": facts["summary"]["unparsable"]},
        "checks": REPORT.check_items(counts | _distinct(facts["summary"]), results),
        "rules": REPORT.rule_items(counts),
        "tests": results,
        "metrics": golden_path.metrics(*values),
        "findings": findings,
    }
    if date >= PLAN_SINCE:
        snapshot["plan"] = plan()
    return snapshot


def _provenance():
    return {
        "findings": "measured",
        "tests": "illustrative",
        "metrics": "illustrative",
        "plan": "illustrative",
        "note": NOTE,
    }


def _distinct(summary):
    return {
        "manager-import.paths": summary["manager-paths"],
        "cors-import.paths": summary["cors-paths"],
        "duplicate-class.names": summary["duplicate-classes"],
    }


def findings_of(lists):
    """Findings, sorted by rule, path and line, from rule -> [[path, line, detail]]."""
    findings = [
        _finding(rule, path, line, *_symbol_and_missing(detail))
        for rule, entries in lists.items()
        for path, line, detail in entries
    ]
    return worded(findings)


def _symbol_and_missing(detail):
    """`Class: missing, methods` apart; every other detail is the symbol itself."""
    symbol, _, missing = detail.partition(": ")
    return symbol, missing.split(", ") if missing else []


def _finding(rule, path, line, symbol, missing):
    finding = {"rule": rule, "path": path, "line": line, "column": 0, "symbol": symbol}
    if is_test(path):
        finding["tags"] = ["test"]
    if missing:
        finding["properties"] = {"missing": missing}
    return finding


def worded(findings):
    """The findings in the order of a snapshot, with message and related places as of this moment."""
    definitions = defaultdict(list)
    for finding in findings:
        if finding["rule"] == "duplicate-class":
            definitions[finding["symbol"]].append((finding["path"], finding["line"]))
    for finding in findings:
        places = definitions[finding["symbol"]] if finding["rule"] == "duplicate-class" else []
        finding["message"] = _message(finding, len(places))
        finding.pop("related", None)
        if 0 < len(places) <= MOST_RELATED:
            finding["related"] = _others(finding, places)
    return sorted(findings, key=sort_key)


def _message(finding, places):
    owner, _, method = finding["symbol"].rpartition(".")
    missing = ", ".join(finding.get("properties", {}).get("missing", []))
    says = REPORT.by_id[finding["rule"]].says
    return says.format(symbol=finding["symbol"], missing=missing, owner=owner, method=method, places=places)


def _others(finding, places):
    here = (finding["path"], finding["line"])
    return [
        {"path": path, "line": line, "message": "also defined here"}
        for path, line in sorted(places)
        if (path, line) != here
    ]


def sort_key(finding):
    """Rule, path, line, column, symbol: the order of `findings`."""
    rank = REPORT.order[finding["rule"]]
    return (rank, finding["path"], finding["line"], finding["column"], finding["symbol"])


def is_test(path):
    """Whether a path is test code: a folder or file named for tests, or a file named like one."""
    parts = path.split("/")
    return any(part.startswith("test") for part in parts) or parts[-1].endswith("_test.py")
