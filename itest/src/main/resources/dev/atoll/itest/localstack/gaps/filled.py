"""The gaps that are filled: each function marked @gap fills one, and is a line of stand-ins.md."""

from collections.abc import Callable

GAPS: list[Callable[[], None]] = []


def gap(fill: Callable[[], None]) -> Callable[[], None]:
    """Marks a function that fills a gap; complete.py calls them all."""
    GAPS.append(fill)
    return fill
