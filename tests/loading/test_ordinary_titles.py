"""What an ordinary page calls itself."""

import pytest

from gongkai.loading.ordinary_pages import title_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\n标题: 关于本站\n---\n\n# 别的\n", "关于本站"),
        ("\ufeff---\r\ntitle: '关于 本站'\r\ndescription: x\r\n---\r\n\r\n文。", "关于 本站"),
        ("---\ndescription: x\n---\n\n# 使用帮助 #\n\n标题: 不是\n", "使用帮助"),
        ("# 使用帮助\n", "使用帮助"),
        ("---\ntitle: 英文\n标题: 中文 # 内部备注\n---\n", "中文"),
        ("---\ntitle: >\n  折行的\n  标题\n---\n", "折行的 标题"),
        ("---\ntitle: [\n---\n\n```\n# 注释\n```\n\n# 使用帮助\n", "使用帮助"),
        ("正文。\n\n## 小标题\n", ""),
        ("", ""),
    ],
)
def test_titles(text: str, expected: str) -> None:
    assert title_of(text) == expected
