"""A digest of a day's events, for users who do not keep a WebSocket open."""

from collections import Counter


def digest(events):
    """A sentence about what happened, most frequent first."""
    counted = Counter(event.name for event in events)
    if not counted:
        return "nothing happened"
    parts = [f"{count} x {name}" for name, count in sorted(counted.items(), key=lambda item: (-item[1], item[0]))]
    return ", ".join(parts)
