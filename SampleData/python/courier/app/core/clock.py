"""Time as something that is passed in, so that tests decide what time it is."""

import time
from collections.abc import Callable

Clock = Callable[[], float]


def system_clock() -> float:
    """Seconds since 1970."""
    return time.time()


class SteppingClock:
    """A clock for tests: every look moves it by one step."""

    def __init__(self, start: float = 0.0, step: float = 1.0) -> None:
        self.now = start - step
        self.step = step

    def __call__(self) -> float:
        self.now += self.step
        return self.now
