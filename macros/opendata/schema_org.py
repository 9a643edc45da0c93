"""What a review is, for machines that read schema.org."""

from __future__ import annotations

import json
import re

from ..collection import Collection, Review, addresses
from .shapes import TERMS


def linked(collection: Collection, of: Review) -> str:
    """What a review is, for machines that read schema.org: a report, and the dataset that restates it."""
    site, head = collection.release.site, of.head
    publisher = {"@type": "Organization", "name": collection.agencies[head.publisher].name}
    report = {"@type": "Report", "name": head.title, "publisher": publisher}
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", head.published.text):  # schema.org's dates are not EDTF's
        report["datePublished"] = head.published.text
    data = f"/{addresses.data(f'reviews/{of.slug}.json')}"
    found = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": f"{head.title}, restated",
        "description": head.summary.text,
        "url": addresses.absolute(addresses.review(of.slug), site),
        "license": TERMS.licence_url,
        "creator": {"@type": "Organization", "name": addresses.SITE_NAME},
        "datePublished": head.on_site.text,
        "dateModified": (head.changed or head.on_site).text,
        "isBasedOn": report,
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": "application/json",
                "contentUrl": addresses.absolute(data, site),
            }
        ],
    }
    return json.dumps(found, ensure_ascii=False).replace("<", "\\u003c")  # no value can end the script
