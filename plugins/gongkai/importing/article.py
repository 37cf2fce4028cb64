"""The main text of a page: in the containers that the usual systems have, else where most text stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

_GONE = (
    "script", "style", "noscript", "iframe", "form", "nav", "header", "footer", "aside", "button", "select", "input",
    "object", "embed", "svg", "link", "meta", "template",
)  # fmt: skip
_CONTAINERS = (
    "#UCAP-CONTENT", "#ucapcontent", ".TRS_Editor", ".TRS_UEDITOR", ".trs_editor_view", ".trs_paper_default",
    ".Custom_UnionStyle", "#zoom", "#Zoom", "#ArticleContent", "#articleContent", "#article-content", ".article-content",
    ".articleContent", ".article_content", ".article-con", ".articleCon", ".pages_content", ".view.TRS_UEDITOR",
    "#vsb_content", ".v_news_content", ".news_content", ".newsContent", "#newsContent", ".contentbox", ".con_txt",
    ".j-fontContent", ".wzcon", "#fontzoom", ".xxgk_content", ".zwgk_content", "#js_content", "[itemprop=articleBody]",
    "article", ".WordSection1", "main",
)  # fmt: skip
"""Where TRS, 拓尔思, 大汉, 博达 (vsb), 国办 (UCAP), 微信 and Word put the text; the surest first."""
_NOISE = re.compile(
    r"^(?:[【\[(（]?\s*(?:打\s*印|关\s*闭|关闭窗口|打印本页|返回顶部|收藏|分享|分享到|大|中|小|字\s*[体号].*|浏览次数.*|扫一扫.*|"
    r"上一[篇条].*|下一[篇条].*|相关(?:链接|信息|阅读|文章).*|无障碍.*|我要纠错|纠错|责任编辑.*|编辑[:：].*|来源[:：].*)\s*[】\])）]?\s*)+$"
)
_CJK = re.compile(r"[\u4e00-\u9fff]")
_FEWEST, _CELL = 20, 40
_BLOCKS = ("p", "table", "ul", "ol", "h2", "h3")


def find_article(soup: BeautifulSoup) -> Tag | None:
    """The element with the text, cleaned of what belongs to the page; None when there is none worth the name."""
    for tag in soup.find_all(_GONE):
        tag.decompose()
    for tag in soup.find_all(style=re.compile(r"display\s*:\s*none", re.IGNORECASE)):
        tag.decompose()
    article = _contained(soup) or _densest(soup)
    if article is None:
        return None
    _clean(article)
    return article


def _weight(tag: Tag) -> int:
    """Chinese characters that are no links."""
    linked = sum(len(_CJK.findall(link.get_text(""))) for link in tag.find_all("a"))
    return len(_CJK.findall(tag.get_text(""))) - linked


def _worth(tag: Tag) -> bool:
    return _weight(tag) >= _FEWEST or tag.find(["img", "table"]) is not None


def _contained(soup: BeautifulSoup) -> Tag | None:
    for selector in _CONTAINERS:
        found = [tag for tag in soup.select(selector) if _worth(tag)]
        if found:
            return max(found, key=_weight)
    return None


def _densest(soup: BeautifulSoup) -> Tag | None:
    """The element whose own paragraphs hold most text; its parent, where the text is spread over several of them."""
    best: Tag | None = None
    score = 0
    for tag in soup.find_all(["div", "td", "section", "body", "center"]):
        blocks = tag.find_all(_BLOCKS, recursive=False)
        own = sum(_weight(child) for child in blocks if child.name != "table" or _is_data(child))
        own += sum(len(_CJK.findall(text)) for text in _own_texts(tag))
        if own > score:
            best, score = tag, own
    if best is None or score < _FEWEST:
        return soup if _weight(soup) >= _FEWEST else None
    while (
        best.parent is not None
        and best.parent.name in ("div", "td")
        and _weight(best.parent) > 1.5 * _weight(best)
    ):
        best = best.parent
    return best


def _is_data(table: Tag) -> bool:
    """Whether a table holds figures and names, not the layout of a page."""
    cells = len(table.find_all(["td", "th"]))
    return table.find("table") is None and _weight(table) <= _CELL * max(1, cells)


def _own_texts(tag: Tag) -> Iterator[str]:
    return (str(text) for text in tag.find_all(string=True, recursive=False))


def _clean(article: Tag) -> None:
    """Take out what is to be clicked, and the paragraphs that hold nothing."""
    for tag in article.find_all(["p", "div", "span", "li", "td", "a", "ul", "h3", "h4", "h5", "h6"]):
        if tag.parent is None or tag.decomposed or tag.find(["img", "table"]) is not None:
            continue
        text = " ".join(tag.get_text(" ").split())
        if text and len(text) < 160 and _NOISE.match(text):
            tag.decompose()
