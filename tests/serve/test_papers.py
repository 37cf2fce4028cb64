"""The gazette and the form in a preview: saved issues are read again, files that builds make are there."""

from pathlib import Path

from tests.serve.helpers import workshop
from tests.site.small import FILE_COLUMN, PLUGINS, make_site, policy

ISSUE = "出版日期: 2026-06-30\n条目:\n  - 青政发〔2026〕1号\n"


def test_an_issue_that_is_saved_is_shown(tmp_path: Path) -> None:
    site = make_site(
        tmp_path,
        {
            f"{FILE_COLUMN}/甲.md": policy("甲文件", 1, "青政发〔2026〕1号"),
            f"{FILE_COLUMN}/乙.md": policy("乙文件", 2, "青政发〔2026〕2号"),
            "gazette/2026-01.yml": ISSUE,
        },
    )
    site.configure((*PLUGINS, "gongkai/gazette", "gongkai/applications"))
    with workshop(site) as made:

        def text(path: str) -> str:
            return made.answer(path).data.decode()

        assert "甲文件" in text("gazette/2026-01/")
        assert "乙文件" not in text("gazette/2026-01/")
        made.refresh({site.write("content/gazette/2026-01.yml", ISSUE + "  - 青政发〔2026〕2号\n")})
        assert "乙文件" in text("gazette/2026-01/")
        assert "乙文件" in text("gazette/2026-01/2/")
        made.refresh({site.write("content/gazette/2026-01.yml", ISSUE + "  - 青政发〔2026〕9号\n")})
        assert made.answer("gazette/2026-01/2/").status == 404
        assert "青政发〔2026〕9号" in text("preview/")
        assert made.answer("zfxxgk/ysqgk/form/sqb.pdf").data[:5] == b"%PDF-"
        made.refresh({site.write("content/gazette/2026-01.pdf", b"%PDF-1.7 x")})
        assert made.answer("gazette/2026-01/2026-01.pdf").data == b"%PDF-1.7 x"
