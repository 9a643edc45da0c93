"""`python -m bench`: measure the project at several sizes, and write BENCHMARKS.md and its picture."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from . import figures, report
from .measuring import ROOT, Failed
from .plain import Differs
from .runs import Plan, measure


def main(arguments: list[str] | None = None) -> int:
    """Measure, and write what was found; 0 when all is well, 1 when a command fails or the plain pages differ."""
    options = _parser().parse_args(arguments)
    try:
        now = figures.read(options.figures) if options.figures else measure(_plan(options), _say)
    except (Failed, Differs) as error:
        print(error, file=sys.stderr)
        return 1
    if options.json:
        figures.save(now, options.json)
    before = figures.read(options.before) if options.before else None
    for path, text in report.written(now, before).items():
        file = options.into / path
        file.parent.mkdir(parents=True, exist_ok=True)
        kept = report.on_a_phone(file.read_text(encoding="utf-8")) if path == report.REPORT and file.exists() else ""
        file.write_text(report.with_phone(text, kept), encoding="utf-8", newline="\n")
        print(path)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--project", type=Path, default=ROOT, help="the root of the project to measure (this one)")
    parser.add_argument("--reviews", type=_count, nargs="+", default=[1, 10, 30, 100], help="sizes (1 10 30 100)")
    parser.add_argument("--plain", type=_count, nargs="*", default=[10, 30], help="of these, sizes to compare (10 30)")
    parser.add_argument("--runs", type=_count, default=3, help="how often each command runs (3)")
    parser.add_argument("--seed", type=int, default=1, help="where the choice of words begins (1)")
    parser.add_argument("--into", type=Path, default=ROOT, help="the folder for the report and bench/growth.svg")
    parser.add_argument("--json", type=Path, help="a file for the raw figures")
    parser.add_argument("--before", type=Path, help="raw figures to compare with")
    parser.add_argument("--figures", type=Path, help="raw figures to write the report from; nothing is measured")
    return parser


def _plan(options: argparse.Namespace) -> Plan:
    reviews = tuple(sorted(set(options.reviews)))
    return Plan(options.project, reviews, tuple(options.plain), options.runs, options.seed)


def _count(text: str) -> int:
    """A number of at least 1. Raises ValueError."""
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
