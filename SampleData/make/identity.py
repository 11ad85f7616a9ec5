"""Which finding is which: the fingerprint shown to people, and how it is carried from snapshot to snapshot.

A fingerprint is made once, when a finding is first seen, from what it is about and not from where it stands:
the first 10 hexadecimal digits of SHA-256 over rule, symbol, scope and statement (UTF-8, joined by NUL), then
`.n`, a number that tells equal ones apart. After that it follows the finding by matching, for life; a finding
that was fixed and comes back gets its old one again.
"""

import hashlib
from collections import defaultdict


def digest(*parts):
    """SHA-256 of the parts as 64 hexadecimal digits; NUL between them, since no part can contain it."""
    return hashlib.sha256("\0".join(parts).encode("utf-8")).hexdigest()


def subject(finding):
    """What makes two findings one kind: everything but the place."""
    return (finding["rule"], finding.get("symbol", ""), finding.get("scope", ""), finding.get("statement", ""))


class FingerprintBook:
    """All fingerprints given so far in one history of snapshots, oldest first."""

    def __init__(self):
        self._last_number = defaultdict(int)
        self._open = []
        self._retired = defaultdict(list)

    def assign(self, findings):
        """Gives every finding (in place) its fingerprint: carried, given back, or new."""
        previous, self._open = self._open, findings
        pairs = _matches(previous, findings)
        carried = {id(new): old["fingerprint"] for old, new in pairs}
        kept = {id(old) for old, _ in pairs}
        for old in previous:
            if id(old) not in kept:
                self._retired[_place(old)].append(old["fingerprint"])
        for finding in findings:
            finding["fingerprint"] = carried.get(id(finding)) or self._given_back(finding) or self.new(finding)

    def new(self, finding):
        """A fingerprint that this history has not given yet."""
        key = subject(finding)
        self._last_number[key] += 1
        return f"{digest(*key)[:10]}.{self._last_number[key]}"

    def _given_back(self, finding):
        waiting = self._retired.get(_place(finding))
        return waiting.pop(0) if waiting else None


def _place(finding):
    return (finding["path"], *subject(finding))


def _matches(old, new):
    """Pairs (old, new) that are one finding: same file first, then a file that only changed its folder.

    Inside one file equal lines go first and the rest in order; that is enough for these samples, whose
    statements are mostly unknown. The product's own matcher does more.
    """
    old_left, new_left, pairs = old, new, []
    stages = (
        lambda finding: (*_place(finding), finding.get("line", 0)),
        _place,
        lambda finding: (finding["path"].rpartition("/")[2], *subject(finding)),
    )
    for number, key in enumerate(stages):
        only_if_unique = number == 2
        found = _paired(old_left, new_left, key, only_if_unique)
        pairs += found
        old_done = {id(pair[0]) for pair in found}
        new_done = {id(pair[1]) for pair in found}
        old_left = [finding for finding in old_left if id(finding) not in old_done]
        new_left = [finding for finding in new_left if id(finding) not in new_done]
    return pairs


def _paired(old, new, key, only_if_unique):
    buckets = defaultdict(lambda: ([], []))
    for side, findings in enumerate((old, new)):
        for finding in findings:
            buckets[key(finding)][side].append(finding)
    pairs = []
    for before, after in buckets.values():
        if only_if_unique and not len(before) == len(after) == 1:
            continue
        pairs += zip(before, after)
    return pairs
