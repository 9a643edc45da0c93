"""The pages that a collection needs once it has grown: what of them would stand in docs/ if anybody wrote it there."""

from __future__ import annotations

from collections.abc import Iterator

from ..collection import Collection
from .paging import ROWS, by_recommendations, headed, in_pages
from .views import shared_cards


def pages(collection: Collection) -> Iterator[tuple[str, str]]:
    """Each page's path below docs/, and its Markdown."""
    for kind, key, number in shared_cards.grown(collection):
        for page in range(1, number + 1):
            path = f"{kind}/{key}.md" if page == 1 else f"{kind}/{key}/{page}.md"
            yield path, f'{{{{ shared_page("{kind}", "{key}", "{page}") }}}}\n'
    for page in range(2, len(by_recommendations(collection.latest_first)) + 1):
        text = f'{headed("Recommendations", page)}{{{{ recommendations_page("{page}") }}}}\n'
        yield f"recommendations/{page}.md", text
    for page in range(2, len(in_pages(collection.latest_first, ROWS)) + 1):
        yield f"reviews/page/{page}.md", f'{headed("Reviews", page)}{{{{ reviews_page("{page}") }}}}\n'
