"""The pages that a collection needs once it has grown: what of them would stand in docs/ if anybody wrote it there."""

from __future__ import annotations

from collections.abc import Iterator

from ..collection import Collection
from .paging import ROWS, by_recommendations, in_pages
from .views import shared_cards


def pages(collection: Collection) -> Iterator[tuple[str, str]]:
    """Each page's path below docs/, and its Markdown."""
    for kind, key, number in shared_cards.grown(collection):
        for page in range(1, number + 1):
            path = f"{kind}/{key}.md" if page == 1 else f"{kind}/{key}/{page}.md"
            words = f'# {{{{ shared_title("{kind}", "{key}") }}}}'
            yield path, f'{_headed(words, page)}{{{{ shared_record("{kind}", "{key}", "{page}") }}}}\n'
    for page in range(2, len(by_recommendations(collection.latest_first)) + 1):
        text = _headed("# Recommendations", page)
        yield f"recommendations/{page}.md", f'{text}{{{{ recommendations_page("{page}") }}}}\n'
    for page in range(2, len(in_pages(collection.latest_first, ROWS)) + 1):
        yield f"reviews/page/{page}.md", f'{_headed("# Reviews", page)}{{{{ reviews_page("{page}") }}}}\n'


def _headed(heading: str, page: int) -> str:
    return f"{heading}\n\n" if page == 1 else f"{heading}: page {page}\n\n"
