"""A small random number generator of our own, so that a seed means the same on every machine and version."""

_MASK = (1 << 64) - 1


class SplitMix64:
    """Steele, Lea, Flood 2014: a counter and a mixing function, integers only."""

    def __init__(self, seed):
        self._state = seed & _MASK

    def next(self):
        """64 random bits."""
        self._state = (self._state + 0x9E3779B97F4A7C15) & _MASK
        bits = self._state
        bits = ((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        bits = ((bits ^ (bits >> 27)) * 0x94D049BB133111EB) & _MASK
        return bits ^ (bits >> 31)

    def below(self, limit):
        """0 ..< limit. The bias of the remainder is below 2^-50 for the sizes used here."""
        return self.next() % limit

    def between(self, low, high):
        """low ... high, both included."""
        return low + self.below(high - low + 1)

    def choice(self, items):
        """One of the items."""
        return items[self.below(len(items))]

    def shuffled(self, items):
        """The items in random order (Fisher and Yates)."""
        items = list(items)
        for last in range(len(items) - 1, 0, -1):
            other = self.below(last + 1)
            items[last], items[other] = items[other], items[last]
        return items
