"""The application form: what art. 29 asks for and nothing more, fields that take Chinese, the same bytes again."""

from __future__ import annotations

import io
import re

import docx
import pypdf
import pytest

from gongkai.checks.rules.platform.form_fields import _FIELDS as ASKED
from gongkai.typesetting.docx import to_docx
from gongkai.typesetting.fillable import to_fillable
from gongkai.typesetting.form import Field, Form, Section, application_form, form_document

FORM = application_form("示例县青山镇人民政府")


def reader(form: Form = FORM) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(to_fillable(form)), strict=True)


def words(text: str) -> str:
    return "".join(text.split())


def test_the_form_asks_what_the_law_asks_and_for_no_purpose() -> None:
    texts = (
        reader().pages[0].extract_text(),
        "".join(c.text for t in docx.Document(io.BytesIO(to_docx(form_document(FORM)))).tables for r in t.rows for c in r.cells),
    )  # fmt: skip
    for text in texts:
        assert [name for name, pattern in ASKED.items() if not re.search(pattern, text)] == []
        assert not re.search(r"用\s*途", text) or "不需要说明" in text


def test_every_field_is_there_with_its_description() -> None:
    fields = reader().get_fields() or {}
    expected = {
        f"{f.key}_{n}" if f.kind == "choice" else f.key
        for section in FORM.sections
        for f in section.fields
        for n in range(1, len(f.choices) + 1 if f.kind == "choice" else 2)
    }
    assert set(fields) == expected
    assert all(field.get("/TU") for field in fields.values())
    assert fields["wanted"]["/Ff"] == 4096


def test_chinese_is_kept_as_it_is_typed() -> None:
    writer = pypdf.PdfWriter()
    writer.append(reader())
    writer.update_page_form_field_values(
        writer.pages[0], {"person_name": "张某", "wanted": "青政发〔2026〕12号\n第二行", "way_2": "/Yes"}, auto_regenerate=True
    )  # fmt: skip
    out = io.BytesIO()
    writer.write(out)
    filled = pypdf.PdfReader(out).get_fields() or {}
    assert filled["person_name"]["/V"] == "张某"
    assert filled["wanted"]["/V"].split() == ["青政发〔2026〕12号", "第二行"]
    assert filled["way_2"]["/V"] == "/Yes"


def filled_in(values: dict[str, str], again: bool) -> pypdf.PdfReader:
    writer = pypdf.PdfWriter()
    writer.append(reader())
    writer.update_page_form_field_values(writer.pages[0], dict(values), auto_regenerate=again)
    out = io.BytesIO()
    writer.write(out)
    return pypdf.PdfReader(out)


def test_what_a_program_fills_in_is_drawn_in_the_same_letters() -> None:
    read = filled_in({"person_name": "张某", "wanted": "低保标准\n〔2026〕12号"}, again=False)
    drawn = {
        each["/T"]: each["/AP"]["/N"].get_object().get_data().decode("latin-1").lower()
        for each in (place.get_object() for place in read.pages[0]["/Annots"])
        if each["/T"] in ("person_name", "wanted")
    }
    # Codes of UniGB-UCS2-H are the letters in UCS-2: a font that could not write them would show question marks.
    assert f"<{'张某'.encode('utf-16-be').hex()}>" in drawn["person_name"]
    assert f"<{'低保标准'.encode('utf-16-be').hex()}>" in drawn["wanted"]
    assert f"<{'〔2026〕12号'.encode('utf-16-be').hex()}>" in drawn["wanted"]
    assert (read.get_fields() or {})["person_name"]["/V"] == "张某"


def test_the_table_of_characters_covers_all_but_halves_of_pairs() -> None:
    font = reader().trailer["/Root"]["/AcroForm"]["/DR"]["/Font"]["/F1"]
    table = font["/ToUnicode"].get_object().get_data().decode("ascii")
    ranges = re.findall(r"^<(..)00> <(..)FF> <(..)00>$", table, re.MULTILINE)
    assert all(first == last == letters for first, last, letters in ranges)
    rows = [int(first, 16) for first, _, _ in ranges]
    assert rows == [*range(0xD8), *range(0xE0, 0x100)]
    assert [int(n) for n in re.findall(r"(\d+) beginbfrange", table)] == [100, 100, 48]


def test_any_reader_is_told_to_draw_the_values_with_a_chinese_font() -> None:
    form = reader().trailer["/Root"]["/AcroForm"]
    assert form["/NeedAppearances"]
    font = form["/DR"]["/Font"]["/F1"]
    assert font["/Encoding"] == "/UniGB-UCS2-H"
    assert font["/DescendantFonts"][0]["/CIDSystemInfo"]["/Ordering"] == "GB1"
    assert reader().trailer["/Root"]["/Lang"] == "zh-CN"


def test_fields_do_not_overlap_and_lie_on_the_page() -> None:
    page = reader().pages[0]
    boxes = [[float(n) for n in a.get_object()["/Rect"]] for a in page["/Annots"]]
    width, height = float(page.mediabox.width), float(page.mediabox.height)
    for left, low, right, high in boxes:
        assert 0 < left < right < width
        assert 0 < low < high < height
    for n, one in enumerate(boxes):
        for other in boxes[n + 1 :]:
            apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
            assert apart, (one, other)


@pytest.mark.parametrize("make", [to_fillable, lambda form: to_docx(form_document(form))])
def test_the_same_form_has_the_same_bytes_and_another_has_others(make: object) -> None:
    assert make(FORM) == make(application_form("示例县青山镇人民政府"))  # type: ignore[operator]
    assert make(FORM) != make(application_form("示例县绿水镇人民政府"))  # type: ignore[operator]


def test_a_lone_field_at_the_end_of_a_section_keeps_its_row() -> None:
    form = Form("某表", "受理机关：某局", (Section("一", (Field("a", "甲"),)),), ())
    assert set(reader(form).get_fields() or {}) == {"a"}
    assert "甲" in words(reader(form).pages[0].extract_text())
