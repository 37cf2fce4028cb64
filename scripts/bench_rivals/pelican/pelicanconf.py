"""Pelican's settings for scripts/bench.py speed: its simple theme, lists by category, author and tag, feeds."""

SITENAME = "示例县青山镇"
SITEURL = "https://bench.example"
TIMEZONE = "Asia/Shanghai"
DEFAULT_LANG = "zh"
THEME = "simple"
DEFAULT_PAGINATION = 20
FEED_ALL_ATOM = "feed.xml"
FEED_MAX_ITEMS = 30
CATEGORY_FEED_ATOM = "category/{slug}/feed.xml"
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
TRANSLATION_FEED_ATOM = None
YEAR_ARCHIVE_SAVE_AS = "year/{date:%Y}/index.html"
MARKDOWN = {
    "extension_configs": {
        f"markdown.extensions.{name}": {}
        for name in ("tables", "fenced_code", "footnotes", "def_list", "sane_lists", "nl2br", "admonition")
    },
    "output_format": "html",
}
