"""The built-in chains: the only place that knows the order of the steps."""

from __future__ import annotations

from ..body.keep import keep_body
from ..body.plain import mark_plain_body
from ..body.structure import mark_body
from ..body.verdict import mark_kind
from ..extract.access import mark_access
from ..extract.byline import mark_byline
from ..extract.category import mark_category
from ..extract.dateline import mark_dateline
from ..extract.dates import mark_dates
from ..extract.dek import mark_dek
from ..extract.disclosures import mark_disclosures
from ..extract.embeds import mark_embeds
from ..extract.images import mark_images
from ..extract.kicker import mark_kicker
from ..extract.language import mark_language
from ..extract.site_name import mark_site_name
from ..extract.title import mark_title
from ..extract.topic_links import mark_topic_links
from ..extract.variants import mark_variants
from ..strip.ads import mark_ads
from ..strip.author_bio import mark_author_bio
from ..strip.boilerplate import mark_boilerplate
from ..strip.comments import mark_comments
from ..strip.duplicates import mark_duplicates
from ..strip.furniture import mark_furniture
from ..strip.hidden import mark_hidden
from ..strip.loose_captions import mark_loose_captions
from ..strip.navigation import mark_navigation
from ..strip.phrases import mark_sure_noise
from ..strip.promo import mark_promo
from ..strip.related import mark_related
from ..strip.rest import mark_rest
from ..strip.tags import mark_tags
from .chain import Chain, Step

_NOISE = (
    Step("ad", mark_ads, needs=("body",)),
    Step("related", mark_related, needs=("body",)),
    Step("promo", mark_promo, needs=("body",)),
    Step("furniture", mark_furniture, needs=("body",)),
    Step("author_bio", mark_author_bio, needs=("body",)),
    Step("tags", mark_tags, needs=("body",)),
    Step("comments", mark_comments, needs=("body",)),
    Step("navigation", mark_navigation, needs=("body",)),
    Step("boilerplate", mark_boilerplate, needs=("body",)),
    Step("rest", mark_rest, needs=("body",)),
)
"""What is left outside the article gets its reason, the same for HTML and text."""

ARTICLE = Chain(
    (
        Step("hidden", mark_hidden, needs=("blocks",)),
        Step("language", mark_language, gives=("language",)),
        Step("site_name", mark_site_name, gives=("site_name",)),
        Step("title", mark_title, gives=("title",)),
        Step("embeds", mark_embeds),
        Step("body", mark_body, needs=("title",), gives=("body",)),
        Step("sure_noise", mark_sure_noise, needs=("body",)),
        Step("dek", mark_dek, needs=("title", "body"), gives=("dek",)),
        Step("kicker", mark_kicker, needs=("title", "body"), gives=("kicker",)),
        Step("byline", mark_byline, needs=("title", "body"), gives=("byline", "authors")),
        Step("dates", mark_dates, needs=("title", "body"), gives=("published", "modified")),
        Step("images", mark_images, needs=("title", "body"), gives=("lead_image",)),
        Step("kept_body", keep_body, needs=("body", "dek")),
        Step("disclosures", mark_disclosures, needs=("body",), gives=("disclosures",)),
        Step("duplicates", mark_duplicates, needs=("title", "body", "dek")),
        Step("dateline", mark_dateline, needs=("body",), gives=("dateline",)),
        Step("loose_captions", mark_loose_captions, needs=("body",)),
        Step("topic_links", mark_topic_links, needs=("title", "body")),
        Step("category", mark_category, gives=("category",)),
        *_NOISE,
        Step("access", mark_access, needs=("body",), gives=("access",)),
        Step("variants", mark_variants),
        Step("kind", mark_kind, needs=("body",), gives=("kind",)),
    )
)
"""The chain for HTML pages."""

PLAIN = Chain(
    (
        Step("language", mark_language, gives=("language",)),
        Step("plain_body", mark_plain_body, gives=("title", "dek", "body")),
        Step("disclosures", mark_disclosures, needs=("body",), gives=("disclosures",)),
        Step("byline", mark_byline, needs=("title", "body"), gives=("byline", "authors")),
        Step("dates", mark_dates, needs=("title", "body"), gives=("published", "modified")),
        Step("duplicates", mark_duplicates, needs=("title", "body", "dek")),
        Step("dateline", mark_dateline, needs=("body",), gives=("dateline",)),
        *_NOISE,
        Step("kind", mark_kind, needs=("body",), gives=("kind",)),
    )
)
"""The chain for texts that a scraper already flattened."""
