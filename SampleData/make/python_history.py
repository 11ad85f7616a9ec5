"""Snapshots of the sample service in `python/courier`: the newest is exactly the source that is here.

The newest one is measured by the rules of `python_rules`; the earlier ones are measured in the same way on
states that are made up. Which golden-path tests pass is what `unittest` says; durations and metrics are not measured.
"""

import ast
import sys

import golden_path
import python_rules
from identity import FingerprintBook, digest
from python_facts import PythonFile
from python_states import sources_of_all
from written_form import snapshot_bytes

FOLDER = "python"
README = "README.md"
TABLE = ("<!-- figures: made by SampleData/make -->\n", "<!-- end of figures -->\n")
GOLDEN_PATH = "courier/tests/golden_path/test_agent_run.py"
PYTHON = (3, 11)

NOTE_NEWEST = (
    "Findings are measured on the source beside this file (CPython 3.11 ast). Test results are those of unittest; "
    "their durations and the metrics are illustrative, and so is the plan."
)
NOTE_EARLIER = "Illustrative: this state of the source is made up, so that the sample has a past."

# Tests of the golden path that do not pass, most stubborn first: name, status, message, the line that raised.
TROUBLE = (
    ("test_login_against_staging", "skipped", "needs a staging token", ""),
    (
        "test_managers_of_two_users_are_two",
        "failed",
        "AssertionError: Tuples differ: ('grace', 'grace') != ('ada', 'grace')",
        'self.assertEqual((ada.user_id, grace.user_id), ("ada", "grace"))',
    ),
    (
        "test_two_users_do_not_see_each_other",
        "failed",
        "AssertionError: Lists differ: [{'type': 'agent_started'}] != []",
        "self.assertEqual(grace_transport.sent, [])",
    ),
    (
        "test_an_event_is_sent_once",
        "error",
        "AttributeError: 'NoneType' object has no attribute 'sent'",
        'self.assertFalse(await emitter.emit("agent_started"))',
    ),
)


PHASES = (
    (
        "phase-1",
        "One manager",
        "2025-09-22",
        "2025-10-10",
        "notifications of all users",
        (("manager-import.paths", "<= 1"), ("deprecated-import", "= 0"), ("singleton", "= 0")),
    ),
    (
        "phase-2",
        "One definition",
        "2025-10-13",
        "2025-10-31",
        "isolation of users",
        (
            ("duplicate-class.names", "<= 1"),
            ("interface-contract", ">= 95 %"),
            ("scattered-configuration", "= 0"),
            ("golden-path.passed", ">= 7"),
        ),
    ),
)


def files(samples):
    """The snapshot files of this folder by name, and the README with the newest one's figures."""
    if sys.version_info[:2] != PYTHON:
        raise SystemExit("the python sample needs CPython 3.11: another version parses other files")
    root = samples / FOLDER
    newest = {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((root / "courier").rglob("*.py"))
    }
    book, result = FingerprintBook(), {}
    states = sources_of_all(newest)
    starts = PHASES[0][2]
    baselines = next(_baselines(*entry) for entry in states if entry[0].moment.startswith(starts))
    for number, (state, sources) in enumerate(states):
        snapshot = _snapshot(state, sources, book, is_newest=number == len(states) - 1)
        snapshot["plan"] = _plan(baselines)
        name = f"snapshots/{state.moment[:10]}-{snapshot['revision']['commit'][:9]}.json"
        result[name] = snapshot_bytes(snapshot)
    result[README] = _readme((root / README).read_text(encoding="utf-8"), snapshot)
    return result


def _readme(text, newest):
    """The README with the table between its two marks written anew."""
    before, found, rest = text.partition(TABLE[0])
    _, closed, after = rest.partition(TABLE[1])
    if not found or not closed:
        raise ValueError(f"{FOLDER}/{README} has lost the marks around its table: {TABLE[0]!r}, {TABLE[1]!r}")
    rows = ["| check | measure | value | population |", "|---|---|---:|---:|"]
    for check in newest["checks"]:
        for measure in check["measures"]:
            population = measure.get("population", "")
            rows.append(f"| {check['id']} | `{measure['id']}` | {measure['value']} | {population} |")
    return (before + TABLE[0] + "\n".join(rows) + "\n" + TABLE[1] + after).encode("utf-8")


def _snapshot(state, sources, book, is_newest):
    parsed = [PythonFile(path, sources[path]) for path in sorted(sources)]
    found = python_rules.findings(parsed)
    book.assign(found)
    values = python_rules.measures(parsed, found)
    tests = _tests(sources[GOLDEN_PATH], state.passing)
    return {
        "format": "paydown-snapshot",
        "version": 1,
        "project": {"name": "courier (sample)"},
        "takenAt": state.moment,
        "revision": _revision(state, sources),
        "tool": {"name": "sample-scan", "version": "cpython-3.11", "rules": python_rules.CATALOGUE.digest()},
        "provenance": {
            "findings": "measured" if is_newest else "illustrative",
            "tests": "illustrative",
            "metrics": "illustrative",
            "plan": "illustrative",
            "note": NOTE_NEWEST if is_newest else NOTE_EARLIER,
        },
        "coverage": _coverage(parsed),
        "checks": python_rules.CATALOGUE.check_items(values, tests, python_rules.populations(parsed)),
        "rules": python_rules.CATALOGUE.rule_items(values),
        "tests": tests,
        "metrics": _metrics(*state.metrics),
        "findings": found,
    }


def _revision(state, sources):
    # No such commit exists; the digest of the sources stands for it, so that equal sources have equal names.
    everything = [text for path in sorted(sources) for text in (path, sources[path])]
    return {
        "commit": digest("courier", *everything)[:40],
        "branch": "main",
        "author": state.author,
        "committedAt": state.moment,
        "subject": state.subject,
    }


def _coverage(parsed):
    problems = [
        {
            "path": file.path,
            "line": file.problem.lineno or 0,
            "column": file.problem.offset or 0,
            "message": file.problem.msg,
            "kind": "unparsed",
        }
        for file in parsed
        if file.problem
    ]
    coverage = {
        "files": len(parsed),
        "bytes": sum(len(file.content.encode("utf-8")) for file in parsed),
        "parsed": len(parsed) - len(problems),
        "unparsed": len(problems),
    }
    return coverage | ({"problems": problems} if problems else {})


def _tests(source, expected):
    """The tests that stand in the golden path's file, as (passed, failed, skipped) = `expected` say."""
    passed, failed, skipped = expected
    trouble = {row[0]: row for row in TROUBLE[: failed + skipped]}
    results = []
    for node in ast.parse(source).body:
        if isinstance(node, ast.ClassDef):
            methods = [child for child in node.body if getattr(child, "name", "").startswith("test_")]
            results += [_result(node.name, method, trouble.get(method.name)) for method in methods]
    if len(results) != sum(expected):
        raise ValueError(f"{GOLDEN_PATH} has {len(results)} tests, python_states expects {sum(expected)}")
    return results


def _result(suite, method, row):
    result = {"suite": suite, "name": method.name, "status": row[1] if row else "passed"}
    if not row or row[1] != "skipped":
        result["duration"] = (11 + 7 * (method.lineno % 13)) / 1000
    if row:
        result["message"] = row[2]
    if row and row[3]:
        line = next((child.lineno for child in method.body if ast.unparse(child) == _plain(row[3])), method.lineno)
        result["details"] = (
            "Traceback (most recent call last):\n"
            f'  File "{GOLDEN_PATH}", line {line}, in {method.name}\n'
            f"    {row[3]}\n"
            f"{row[2]}"
        )
    return result | {"path": GOLDEN_PATH, "line": method.lineno}


def _plain(code):
    """A statement as `ast.unparse` writes it; one that awaits parses only at the top of a module."""
    return ast.unparse(ast.parse(code))


def _metrics(p95, p50, users, memory, delivered):
    items = golden_path.metrics(p95, p50, users, memory, delivered)
    limits = {"latency-p95": 100, "latency-p50": 30, "concurrent-users": 50, "memory-growth": 10}
    for item in items:
        item["limit"] = limits.get(item["id"], 50)
    return items


def _plan(baselines):
    return {
        "phases": [
            {
                "id": identifier,
                "name": name,
                "starts": starts,
                "due": due,
                "protects": protects,
                "targets": [
                    {"measure": measure, "target": target, "baseline": baselines[measure]}
                    for measure, target in targets
                ],
            }
            for identifier, name, starts, due, protects, targets in PHASES
        ]
    }


def _baselines(state, sources):
    """The measures on the day on which the plan starts."""
    parsed = [PythonFile(path, sources[path]) for path in sorted(sources)]
    values = python_rules.measures(parsed, python_rules.findings(parsed))
    return values | {"golden-path.passed": state.passing[0]}
