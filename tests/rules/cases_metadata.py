"""M: metadata and the form of documents."""

from dataclasses import replace
from datetime import date

from gongkai.checks.material import Extract, Part
from gongkai.model.item import Picture
from tests.rules.world import CODE, FILES, NOTICE, UNIT, bad, entry, good, world

DOC = {
    "doc_number": "青政发〔2026〕3号",
    "written": date(2026, 11, 18),
    "title": "关于防汛工作的通知",
    "genre": "通知",
}
PICTURE = {"图.png": Picture("x/图.png", "/info/x/i1.png", "b")}

CASES = (
    bad("M01", world(entry(index_number="2026-1")), "“2026-1”不是常见格式"),
    good("M01", world(entry(), entry(n=2, index_number="003129766/201901-00336"))),
    bad("M02", world(unit=replace(UNIT, code="11341723003253767A", demonstration=False)), "校验位不对"),
    good("M02", world(unit=replace(UNIT, code="113417230032537673", demonstration=False))),
    bad("M03", world(entry(index_number=f"{CODE}/202505-00001")), "年份 2025 与发布年份 2026"),
    good("M03", world(entry())),
    bad(
        "M04",
        world(entry(FILES, publisher="", doc_number="青政发〔2026〕3号", theme="")),
        "缺发布机构",
        "缺成文日期",
        "没有主题分类",
    ),
    good("M04", world(entry(FILES, **DOC), entry(n=2, theme=""))),
    bad("M05", world(entry(theme="农业")), "“农业”不在 22 类里"),
    bad("M05", world(entry(theme="综合政务\\天文")), "“综合政务”下没有“天文”"),
    good("M05", world(entry(theme="综合政务\\政务公开"), entry(n=2, theme=""))),
    bad("M06", world(entry(FILES, title="关于防汛的意见", genre="通知")), "标题以“意见”结尾"),
    good("M06", world(entry(FILES, **DOC), entry(FILES, 2, title="第一号令（修订）", genre="命令（令）"))),
    bad("M07", world(entry(FILES, doc_number="青政发〔2026〕012号")), "应为“青政发〔2026〕12号”"),
    bad("M07", world(entry(FILES, doc_number="青政发十二")), "看不出"),
    bad("M07", world(entry(FILES, doc_number="青政发12号")), "没有年份"),
    good("M07", world(entry(FILES, doc_number="示例县人民政府令第12号"))),
    good("M07", world(entry(FILES, **DOC), entry(n=2))),
    bad("M08", world(entry(FILES, **DOC), entry(FILES, 2, **DOC)), "还用在《关于防汛工作的通知》"),
    good("M08", world(entry(FILES, **DOC), entry(NOTICE, 2, doc_number="青政发〔2026〕3号"))),
    bad("M09", world(entry(FILES, body="正文\n\n青山镇人民政府\n\n2026年05月08日\n")), "2026年05月08日"),
    bad("M09", world(entry(FILES, body="正文\n\n二〇二六年五月八日")), "二〇二六年五月八日"),
    good("M09", world(entry(FILES, body="正文写到2026年05月08日以前。\n\n2026年5月8日"))),
    bad(
        "M10",
        world(entry(FILES, body="正文\n\n附件：1.名单\n2.申请表\n", files=[("名单.docx", "甲")])),
        "列了 2 个附件，实际有 1 个",
    ),
    good(
        "M10",
        world(
            entry(
                FILES, body="正文\n\n附件：1.名单\n2.申请表\n", files=[("名单.docx", "甲"), ("表.docx", "乙")]
            ),
            entry(FILES, 2, body="正文\n\n附件：名单\n\n## 附件\n\n名单内容"),
        ),
    ),
    bad("M11", world(entry(body="![](图.png)", pictures=PICTURE)), "只有图片或扫描件"),
    bad("M11", world(entry(body="见附件", files=[("扫描.pdf", Extract(pages=3))])), "只有图片或扫描件"),
    good("M11", world(entry(body="见附件", files=[("文件.pdf", Extract((Part("", "全文在此"),), pages=3))]))),
    bad("M12", world(entry(files=[("件.docx", "机密★10年\n正文")])), "密级标志“机密★10年”"),
    bad("M12", world(entry(body="000012\n签发人：某某\n正文")), "签发人", "000012"),
    good("M12", world(entry(body="保守国家秘密，依法签发人口证明。\n000012是编号"))),
    bad("M13", world(entry(body="正文\n\n（此件依申请公开）")), "此件依申请公开"),
    good("M13", world(entry(body="正文\n\n（此件公开发布）\n\n依申请公开的办理见指南。"))),
)
