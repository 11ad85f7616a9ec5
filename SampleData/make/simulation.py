"""A simulated continuation of the history: three sprints that follow the report's plan, one snapshot a day.

It starts from the findings of 2025-09-15 as they are; everything after that is invented by `simulated_days`
and a seeded generator, and every snapshot says so in its project name and its provenance.
"""

import golden_path
import history
from catalogue import REPORT
from identity import digest
from plan import plan
from prng import SplitMix64
from simulated_code_base import CodeBase
from simulated_days import DAYS, Day
from written_form import packed, snapshot_bytes

FOLDER = "simulated"
SEED = 1126
PROJECT = {"name": "netra-apex (simulated)"}

NOTE = (
    "Simulated: a seeded continuation of the real findings of 2025-09-15 along the report's plan. Nothing after that "
    "day happened; people, commits, tests and metrics are invented."
)

START = Day("2025-09-15", "Mara Lindqvist", "start of the plan", metrics=(88, 33, 258, 29, (250,) * 5))

# Files that do not parse on an ordinary day: 11 in the beginning, fewer as the weeks go.
BROKEN = tuple(f"tests/drafts/test_draft_{number:02}.py" for number in range(1, 12))
COMPLAINTS = (
    "unterminated string literal",
    "unexpected indent",
    "'(' was never closed",
    "f-string: expecting '}'",
    "expected an indented block after function definition",
)


def files(samples):
    """The snapshot files of this folder by name."""
    made, book = history.snapshots(samples)
    start = list(made.values())[-1]
    code = CodeBase(start["findings"], _summary(start), _counts(start), book, SplitMix64(SEED))
    tests = golden_path.names(samples / history.FOLDER / "source")
    result = {}
    for number, day in enumerate((START, *DAYS)):
        _live(code, day, number)
        snapshot = _snapshot(code, day, number, tests)
        result[f"{day.date}-{snapshot['revision']['commit'][:9]}.json.gz"] = packed(snapshot_bytes(snapshot))
    return result


def _live(code, day, number):
    for step in day.steps:
        code.take(*step)
    if number > 0:
        code.drift()
    # The components become one module each in the course of the second and third sprint.
    if number in (14, 18, 22, 25):
        code.components -= 1
    if number in (12, 20):
        code.cycles -= 1


def _snapshot(code, day, number, tests):
    findings = history.worded(code.seen())
    results = golden_path.results(tests, day.failing, number, "simulated")
    counts = _counted(findings) | {
        "component-paths": code.components,
        "component-cycle": code.cycles,
        "event-handling": code.counts["event-handling"],
        "error-handling": code.counts["error-handling"],
    }
    # In the evening, not at the same minute.
    minute, second = 10 + (number * 17) % 49, (number * 23) % 60
    moment = f"{day.date}T17:{minute:02}:{second:02}-07:00"
    return {
        "format": "paydown-snapshot",
        "version": 1,
        "project": PROJECT,
        "takenAt": moment,
        "revision": _revision(day, moment),
        "tool": {"name": "simulation", "version": "1", "rules": REPORT.digest(code.epoch)},
        "provenance": _provenance(),
        "coverage": _coverage(code, number),
        "plan": plan(),
        "checks": REPORT.check_items(counts | _distinct(code, findings), results),
        "rules": REPORT.rule_items(counts),
        "tests": results,
        "metrics": golden_path.metrics(*day.metrics),
        "findings": findings,
    }


def _revision(day, moment):
    return {
        "commit": digest("simulated", day.date, day.subject)[:40],
        "branch": "main",
        "author": day.author,
        "committedAt": moment,
        "subject": day.subject,
    }


def _provenance():
    marks = {part: "simulated" for part in ("findings", "tests", "metrics", "plan")}
    return marks | {"note": NOTE}


def _coverage(code, number):
    paths = sorted(BROKEN[: len(BROKEN) - number // 4] + tuple(code.unparsed_paths))
    problems = [
        {
            "path": path,
            "line": 3 + (index * 29) % 180,
            "column": 1 + (index * 7) % 30,
            "message": COMPLAINTS[index % len(COMPLAINTS)],
            "kind": "unparsed",
        }
        for index, path in enumerate(paths)
    ]
    return {"files": code.files, "unparsed": len(paths), "problems": problems}


def _distinct(code, findings):
    """Distinct things. The canonical path counts as a path although importing by it is no finding."""
    return {
        "manager-import.paths": len(_symbols(findings, "manager-import")) + code.has_canonical_path,
        "cors-import.paths": len(_symbols(findings, "cors-import")),
        "duplicate-class.names": len(_symbols(findings, "duplicate-class")),
    }


def _symbols(findings, rule):
    return {finding["symbol"] for finding in findings if finding["rule"] == rule}


def _counted(findings):
    counts = {}
    for finding in findings:
        counts[finding["rule"]] = counts.get(finding["rule"], 0) + 1
    return counts


def _summary(snapshot):
    values = _counts(snapshot)
    return {
        "files": snapshot["coverage"]["files"],
        "fragmented-components": values["component-paths"],
        "cycles": values["component-cycle"],
    }


def _counts(snapshot):
    return {rule["id"]: rule["count"] for rule in snapshot["rules"]}
