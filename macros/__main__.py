"""`python -m macros check`: hold the data against itself, as the build does, without building."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .complaints import BrokenData
from .loader import load


def main(arguments: list[str] | None = None) -> int:
    """Run a command; 0 when all is well, 1 when there are complaints."""
    parser = argparse.ArgumentParser(prog="python -m macros", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="check the data")
    check.add_argument("--root", type=Path, default=Path(), help="the folder that holds data/ and docs/")
    options = parser.parse_args(arguments)
    try:
        collection = load(options.root)
    except BrokenData as broken:
        print(broken.report())
        return 1
    for review in collection.reviews.values():
        print(f"{review.slug}: " + ", ".join(f"{number} {what}" for what, number in review.counts.items()))
    print(f"{len(collection.reviews)} review(s), no complaints")
    return 0


if __name__ == "__main__":
    sys.exit(main())
