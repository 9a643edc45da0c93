"""Work that is shared out among processes where there is enough of it to pay for them."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

ENOUGH = 3_000_000
"""From how many characters to read on a second process pays for its start: some thirty reviews."""


def shared_out(work: Callable[[T], R], items: Sequence[T], size: int) -> list[R]:
    """What comes of each item, in their order; ``size`` is how many characters there are to read in all."""
    processes = os.cpu_count() or 1
    if size < ENOUGH or processes == 1:
        return list(map(work, items))
    with ProcessPoolExecutor(processes) as pool:
        return list(pool.map(work, items, chunksize=max(1, len(items) // (8 * processes))))
