"""Ask the search in a real browser: what it finds against plain substrings, how long it takes, how much it reads."""

import functools
import http.server
import json
import random
import re
import threading
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

WORDS = tuple(
    "疫情防控 棚户区改造 残疾人两项补贴 征地 征地补偿 惠民惠农 排污许可 涉企收费 新农合 行政复议 政务公开 信息公开指南 "
    "政府信息公开 依申请公开 主动公开 低保 特困供养 临时救助 医疗救助 乡村振兴 扶贫 农村饮水安全 厕所革命 人居环境 "
    "土地流转 宅基地 耕地保护 农机购置补贴 国土资源 安全生产 应急预案 防汛抗旱 森林防火 食品安全 生态环境 污染防治 "
    "河长制 义务教育 教育资助 就业创业 技能培训 社会保险 养老服务 卫生健康 计划生育 公共文化 财政预算 财政决算 "
    "三公经费 政府采购 专项资金 重大建设项目 招标投标 行政许可 行政处罚 权责清单 负面清单 营商环境 放管服 政务服务 "
    "一站式 最多跑一次 政策解读 新闻发布 回应关切 意见征集 规范性文件 法治政府 依法行政 行政执法 督查 审计 "
    "村务公开 民主评议 网格 信访 电子政务 门户网站 微信公众号 政府网站 公开栏 保密审查 监督检查 年度报告 工作总结".split()
)

_WATCH = "performance.setResourceTimingBufferSize(200000)"
_ASK = """async (term) => {
  const box = document.getElementById('gk-search-q'), place = document.getElementById('gk-found');
  performance.clearResourceTimings();
  const before = place.querySelector('.gk-hits'), start = performance.now();
  let first = 0;
  box.value = term;
  box.form.requestSubmit();
  for (;;) {
    await new Promise(done => setTimeout(done, 2));
    const now = place.querySelector('.gk-hits');
    if (!first && now && now !== before) first = performance.now();
    if (place.hasAttribute('data-total')) break;
  }
  return figures(start, first, performance.now());
}"""
_FIGURES = """window.figures = (start, first, end) => {
  const all = performance.getEntries().filter(e => e.entryType === 'resource' || e.entryType === 'navigation');
  const until = time => all.filter(e => e.responseEnd <= time);
  const bytes = list => list.reduce((sum, e) => sum + e.transferSize, 0);
  const early = until(first || end), whole = until(end);
  return {first: (first || end) - start, whole: end - start, bytes: bytes(early), requests: early.length,
          whole_bytes: bytes(whole), whole_requests: whole.length,
          total: Number(document.getElementById('gk-found').getAttribute('data-total'))};
};"""
_OPENED = """new Promise(done => {
  let first = 0;
  const look = () => {
    if (!first && document.querySelector('#gk-found .gk-hits')) first = performance.now();
    if (document.querySelector('#gk-found[data-total]')) done(figures(0, first, performance.now()));
    else setTimeout(look, 2);
  };
  look();
})"""

Figures = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Found:
    """How an answer compares with the truth."""

    term: str
    recall: float
    precision: float


class _Quiet(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class names it so
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A plain static server without compression; gives its address."""
    handler = functools.partial(_Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def browser_pages(chromium: str) -> Iterator[Any]:
    """A function that opens a fresh page with an empty cache."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium or None, args=["--no-sandbox"])

        def fresh() -> Page:
            page = browser.new_context().new_page()
            page.add_init_script(_WATCH + ";" + _FIGURES)
            return page

        yield fresh
        browser.close()


def read_texts(folder: Path) -> dict[str, str]:
    """Index number → title and body, folded as a browser's own search folds them."""
    texts = {}
    for path in sorted((folder / "search").glob("*/t/*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        texts[record["i"]] = unicodedata.normalize("NFKC", f"{record['t']}\n{record['b']}").lower()
    return texts


def pick_terms(texts: Mapping[str, str], count: int, seed: int = 7) -> list[str]:
    """The fixed words, and random substrings of 2 to 8 characters without white space."""
    dice, numbers, terms = random.Random(seed), sorted(texts), list(dict.fromkeys(WORDS))
    while len(terms) < count:
        text, length = texts[dice.choice(numbers)], dice.randint(2, 8)
        start = dice.randrange(max(1, len(text) - length))
        term = text[start : start + length]
        if len(term) == length and not any(c.isspace() for c in term) and any(c.isalnum() for c in term):
            terms.append(term)
    return terms


def compare(page: Page, terms: Sequence[str], texts: Mapping[str, str]) -> list[Found]:
    """Every term asked through the page's own interface, against plain substrings."""
    found = []
    for term in terms:
        answer = page.evaluate("async q => (await gongkai.search(q)).items.map(i => i.index_number)", term)
        whole = as_written(term)
        truth = {number for number, text in texts.items() if whole.search(text)}
        right = len(truth & set(answer))
        recall = right / len(truth) if truth else 1.0
        found.append(Found(term, recall, right / len(answer) if answer else 1.0))
    return found


def as_written(term: str) -> re.Pattern[str]:
    """A term as a substring, but a Latin word or number at its edge is whole: `12` is not in `112`."""
    before = r"(?<![a-z0-9])" if re.match("[a-z0-9]", term) else ""
    after = r"(?![a-z0-9])" if re.search("[a-z0-9]$", term) else ""
    return re.compile(before + re.escape(term) + after)


def first_query(page: Page, base: str, term: str) -> Figures:
    """Open the result page in a fresh browser."""
    page.goto(f"{base}/search/?q={term}")
    answer: Figures = page.evaluate(_OPENED)
    return answer


def later_queries(page: Page, terms: Sequence[str]) -> list[Figures]:
    """Ask one after the other on an open page."""
    return [page.evaluate(_ASK, term) for term in terms]
