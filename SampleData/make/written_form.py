"""The written form of a snapshot: the same value always gives the same bytes.

One finding a line, one item a line in every other list, UTF-8 raw, no optional part that is empty.
What the parts mean is decided elsewhere; here is only how they look on disk.
"""

import gzip
import io
import json

KEY_ORDER = (
    "format",
    "version",
    "project",
    "takenAt",
    "revision",
    "tool",
    "provenance",
    "coverage",
    "plan",
    "checks",
    "rules",
    "tests",
    "metrics",
    "findings",
)

FINDING_KEY_ORDER = (
    "rule",
    "path",
    "line",
    "column",
    "endLine",
    "endColumn",
    "symbol",
    "message",
    "excerpt",
    "fingerprint",
    "scope",
    "statement",
    "context",
    "tags",
    "related",
    "properties",
)

# JSON allows these raw, but a terminal or a JavaScript reader does not take them well.
EXTRA_ESCAPES = {"\u007f": "\\u007f", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def snapshot_bytes(snapshot):
    """The bytes of one snapshot file, in the order that lets a reader stop before the findings."""
    unknown = set(snapshot) - set(KEY_ORDER)
    if unknown:
        raise ValueError(f"parts that a snapshot does not have: {sorted(unknown)}")
    parts = [
        f"{_text(key)}:{_part(key, snapshot[key])}"
        for key in KEY_ORDER
        if key == "findings" or snapshot.get(key) not in (None, [], {})
    ]
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode("utf-8")


def packed(content):
    """The same bytes as gzip, without a date or a name in its header.

    What is inside is ours byte for byte; the packed form is zlib's, and another zlib may pack differently.
    """
    buffer = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=buffer, mtime=0) as file:
        file.write(content)
    return buffer.getvalue()


def unpacked(name, content):
    """What a file says, packed or not; the name decides."""
    return gzip.decompress(content) if name.endswith(".gz") else content


def _part(key, value):
    """One top-level part: lists one item a line, the plan one phase a line, everything else on one line."""
    if key == "findings":
        return _lines([_ordered(finding) for finding in value])
    if key == "plan":
        return '{"phases":' + _lines(value["phases"]) + "}"
    if key == "coverage" and value.get("problems"):
        head = {name: field for name, field in value.items() if name != "problems"}
        return _text(head)[:-1] + ',"problems":' + _lines(value["problems"]) + "}"
    if isinstance(value, list):
        return _lines(value)
    return _text(value)


def _ordered(finding):
    unknown = set(finding) - set(FINDING_KEY_ORDER)
    if unknown:
        raise ValueError(f"keys that a finding does not have: {sorted(unknown)}")
    return {key: finding[key] for key in FINDING_KEY_ORDER if key in finding}


def _lines(items):
    if not items:
        return "[]"
    return "[\n" + ",\n".join(_text(item) for item in items) + "\n]"


def _text(value):
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for raw, escaped in EXTRA_ESCAPES.items():
        text = text.replace(raw, escaped)
    return text
