"""Tables in preview: a saved sheet, a saved definition, and a document that a cell names."""

from pathlib import Path

from tests.loading.helpers import FILES
from tests.serve.helpers import workshop
from tests.site.small import PLUGINS, Site, make_site, policy
from tests.tables.make import COLUMN, POWERS, table_files

PAGE = "glgk/qzqd/qzqd/"
LISTED = "glgk/qzqd/yw/"
FIELDS = "代号: yw\n字段:\n- {名称: 事项}\n- {名称: 原文, 类型: 信息}\n"


def made(root: Path) -> Site:
    files = table_files(POWERS)
    files |= {
        k.replace("/清单/", "/原文/"): v
        for k, v in table_files("事项,原文\n甲,青政发〔2026〕1号\n", FIELDS, catalogue="").items()
    }
    site = make_site(root, files | {f"{FILES}/甲.md": policy("甲文件", 101, "青政发〔2026〕1号")})
    site.configure((*PLUGINS, "gongkai/tables"))
    return site


def test_a_saved_file_is_on_the_next_page(tmp_path: Path) -> None:
    site = made(tmp_path)
    folder = site.root / "content" / COLUMN / "清单"
    with workshop(site) as preview:
        assert "第六十二条" in preview.answer(PAGE).data.decode()
        site.write(f"content/{COLUMN}/清单/数据.csv", POWERS.replace("第六十二条", "第六百条"))
        preview.refresh([folder / "数据.csv"])
        assert "第六百条" in preview.answer(PAGE).data.decode()
        text = (folder / "_table.yml").read_text(encoding="utf-8").replace("青山镇清单", "改名的清单")
        site.write(f"content/{COLUMN}/清单/_table.yml", text)
        preview.refresh([folder / "_table.yml"])
        assert "改名的清单" in preview.answer(PAGE).data.decode()


def test_a_document_that_a_cell_names_is_renamed_and_taken_away(tmp_path: Path) -> None:
    site = made(tmp_path)
    file = site.root / "content" / FILES / "甲.md"
    with workshop(site) as preview:
        assert ">甲文件</a>" in preview.answer(LISTED).data.decode()
        site.write(f"content/{FILES}/甲.md", file.read_text(encoding="utf-8").replace("甲文件", "乙文件"))
        preview.refresh([file])
        assert ">乙文件</a>" in preview.answer(LISTED).data.decode()
        file.unlink()
        preview.refresh([file])
        page = preview.answer(LISTED).data.decode()
        assert "青政发〔2026〕1号" in page
        assert "/info/" not in page.partition("<tbody>")[2].partition("</tbody>")[0]
        assert "T016" in preview.answer("preview/").data.decode()
