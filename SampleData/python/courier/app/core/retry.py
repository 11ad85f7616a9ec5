"""Trying again, with patience that grows."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

Result = TypeVar("Result")


async def with_retries(
    action: Callable[[], Awaitable[Result]],
    attempts: int = 3,
    first_delay: float = 0.05,
) -> Result:
    """The action's result; the delay doubles after every failure, the last failure is raised."""
    delay = first_delay
    for attempt in range(1, attempts + 1):
        try:
            return await action()
        except ConnectionError:
            if attempt == attempts:
                raise
            await asyncio.sleep(delay)
            delay *= 2
    raise ValueError("attempts must be at least 1")
