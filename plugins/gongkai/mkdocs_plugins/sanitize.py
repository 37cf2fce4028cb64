"""HTML that authors or the portal wrote, cut down to a short allow-list (nh3)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from urllib.parse import unquote

import nh3

_TEXT = "p br hr h2 h3 h4 h5 h6 strong b em i u s del ins sub sup small mark blockquote q code pre kbd abbr span div"
_LISTS = "ul ol li dl dt dd"
_TABLES = "table caption colgroup col thead tbody tfoot tr th td"
_MEDIA = "a img figure figcaption audio video source details summary"
BODY_TAGS = frozenset(f"{_TEXT} {_LISTS} {_TABLES} {_MEDIA}".split())

_BODY_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title", "width", "height"},
    "audio": {"src", "controls"},
    "video": {"src", "controls", "width", "height"},
    "source": {"src", "type"},
    "ol": {"start", "type", "reversed"},
    "li": {"id", "value"},
    "sup": {"id"},
    "abbr": {"title"},
    "th": {"colspan", "rowspan", "scope"},
    "td": {"colspan", "rowspan"},
    "col": {"span"},
    "details": {"open"},
}
_BODY_CLASSES = {
    "th": {"gk-left", "gk-center", "gk-right"},
    "td": {"gk-left", "gk-center", "gk-right"},
    "div": {"footnote", "admonition", "note", "tip", "warning", "info", "danger", "important"},
    "p": {"admonition-title", "gk-right", "gk-center"},
    "a": {"footnote-ref", "footnote-backref"},
}
_SCHEMES = {"http", "https", "mailto", "tel"}
_PICTURELESS = re.compile(r"<img(?![^>]*\ssrc=)[^>]*>")
_FOOTNOTE_ID = re.compile(r"^fn(?:ref)?\d*:[\w.-]+$")
_ELSEWHERE = re.compile(r"^(?:[a-z]+:)?//", re.IGNORECASE)
_OUTSIDE = re.compile(r"^(?:https?:|mailto:|tel:)", re.IGNORECASE)

_SNIPPET_TAGS = frozenset("div p span nav ul ol li a img strong b em i small br hr h2 h3 h4 address".split())
_SNIPPET_ATTRIBUTES = {
    "*": {"class", "lang", "aria-label"},
    "a": {"href", "title"},
    "img": {"src", "alt", "width", "height"},
}


def _resolve(value: str, targets: Mapping[str, str], address: Callable[[str], str]) -> str | None:
    """A target as written in the body → an address that works from the current page, or None."""
    found = targets.get(value) or targets.get(unquote(value))
    if found:
        return address(found)
    return value if value.startswith("#") else None


_SURE = re.compile(r"[a-z0-9/.\0-]+")
_SURE_OUTSIDE = re.compile(r"https?://[a-z][a-z0-9]*(?:\.[a-z][a-z0-9]*)+(?:/[A-Za-z0-9._/-]*)?")


def opening_tag(written: str, links: Mapping[str, str], address: Callable[[str], str]) -> str | None:
    """The tag of a link as `clean_body` leaves it; None for an address about which only the sanitiser can say.

    `written` is without blanks, quotation marks and anything that HTML escapes.
    """
    if written.startswith("#"):
        return None
    if ":" not in written:
        found = _resolve(written, links, address)
        if found is None:
            return "<a>"
        return f'<a href="{found}">' if _SURE.fullmatch(found) else None
    if written in links or unquote(written) in links or not _SURE_OUTSIDE.fullmatch(written):
        return None
    return f'<a href="{written}">'


def clean_body(
    html: str, links: Mapping[str, str], pictures: Mapping[str, str], address: Callable[[str], str]
) -> str:
    """An item's body: links resolved through the catalog, pictures from the site only, anything unsafe gone.

    `address` turns a site-rooted path into one that works from the current page.

    A relative link that leads nowhere loses its address and stays as text; loading has reported it.
    """

    def judge(_tag: str, attribute: str, value: str) -> str | None:
        if attribute == "href":
            # An outside address is in `links` when it is to be reached through the notice page.
            return _resolve(value, links, address) or (value if _OUTSIDE.match(value) else None)
        if attribute == "src":
            return _resolve(value, pictures, address) or _resolve(value, links, address)
        if attribute == "id":
            return value if _FOOTNOTE_ID.match(value) else None
        return value

    return _clean(html, _BODY_ATTRIBUTES, judge)


def _clean(html: str, attributes: dict[str, set[str]], judge: Callable[[str, str, str], str | None]) -> str:
    cleaned = nh3.clean(
        html,
        tags=set(BODY_TAGS),
        attributes=attributes,
        allowed_classes=_BODY_CLASSES,
        attribute_filter=judge,
        url_schemes=_SCHEMES,
        link_rel=None,
        strip_comments=True,
    )
    return _PICTURELESS.sub("", cleaned) if "<img" in cleaned else cleaned


def clean_ordinary(html: str, links: Mapping[str, str]) -> str:
    """The content of an ordinary page: the same allow-list. MkDocs has resolved the links between such pages;
    `links` holds the others as written, with an empty text where one leads nowhere.
    """

    def judge(tag: str, attribute: str, value: str) -> str | None:
        if (
            attribute in ("href", "src")
            and (found := links.get(value, links.get(unquote(value)))) is not None
        ):
            return found or None
        if attribute == "src":
            return None if _ELSEWHERE.match(value) else value
        if attribute == "id":
            return value if tag in ("h2", "h3", "h4", "h5", "h6") or _FOOTNOTE_ID.match(value) else None
        return value

    return _clean(html, _BODY_ATTRIBUTES | {f"h{n}": {"id"} for n in range(2, 7)}, judge)


def clean_snippet(html: str) -> str:
    """The portal's header or footer: structure and links, no script, no style, no picture from another host."""

    def judge(_tag: str, attribute: str, value: str) -> str | None:
        if attribute == "src":
            return None if _ELSEWHERE.match(value) else value
        return value

    return nh3.clean(
        html,
        tags=set(_SNIPPET_TAGS),
        attributes=_SNIPPET_ATTRIBUTES,
        attribute_filter=judge,
        url_schemes=_SCHEMES,
        link_rel=None,
        strip_comments=True,
    ).strip()
