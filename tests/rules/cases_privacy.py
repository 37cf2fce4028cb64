"""X: personal data."""

from datetime import date

from gongkai.checks.material import Extract, Part
from tests.rules.world import bad, entry, good, world

ID = "11010519491231002X"
ROSTER = "jczwgk/shjz"
CARD = "6222020000000000007"


def luhn(body: str) -> str:
    digits = [int(c) for c in reversed(body)]
    total = sum(d * 2 - 9 * (d * 2 > 9) if n % 2 == 0 else d for n, d in enumerate(digits))
    return body + str(-total % 10)


SHEET = Extract((Part("隐藏的工作表“名单”", f"张某\t{ID}"),), ("隐藏的工作表“名单”",))

CASES = (
    bad("X01", world(entry(body=f"张某 {ID}")), "有身份证号 11**************2X"),
    bad("X01", world(entry(files=[("名单.xlsx", SHEET)])), "附件“名单.xlsx”隐藏的工作表“名单”"),
    bad("X01", world(entry(body="护照号码 E12345678")), "护照号"),
    bad("X01", world(entry(body="身份证号 110105491231002")), "旧身份证号"),
    good(
        "X01",
        world(
            entry(
                body=f"统一社会信用代码 113417230032537673，索引号 119901210000000000/202611-00001，{ID[:17]}1"
            )
        ),
    ),
    bad("X02", world(entry(body="联系人张某，139 1234 5678")), "139****5678"),
    bad("X02", world(entry(details={"submit_ways": "请打 13912345678"})), "139****5678"),
    good(
        "X02",
        world(entry(body="电话 0990-5550001、13912345678，金额 13912345678.25 元"), phones=["13912345678"]),
    ),
    bad(
        "X03",
        world(entry(files=[("发放表.xlsx", f"姓名\t一卡通账号\n张某\t{luhn('622202000000000000')}")])),
        "有银行账号 62",
    ),
    good("X03", world(entry(body=f"项目代码 {luhn('622202000000000000')}"))),
    bad("X04", world(entry(body="姓名：张某，住址：青溪路1号3栋2单元501室")), "门牌"),
    bad("X04", world(entry(files=[("表.xlsx", "姓名\t住址\n张某\t幸福小区3栋501室")])), "门牌"),
    good("X04", world(entry(body="办公地址：青溪路1号3栋501室，欢迎来访\n\n姓名：张某，松岭村"))),
    bad("X05", world(entry(ROSTER, notice_end=date(2026, 3, 1))), "公示期已在 2026-03-01 结束"),
    bad(
        "X05",
        world(entry(ROSTER, notice_end=date(2026, 3, 1), after_notice="隐名")),
        "公示期已满（2026-03-01 截止），请把名字改为",
    ),
    good(
        "X05",
        world(
            entry(ROSTER, notice_end=date(2026, 3, 1), after_notice="保留"),
            entry(ROSTER, 2, notice_end=date(2026, 12, 1)),
            entry(ROSTER, 3, notice_end=date(2026, 12, 1), after_notice="隐名"),
        ),
    ),
    bad(
        "X06",
        world(entry(files=[("名单.xlsx", Extract(hidden=("隐藏的工作表“名单”",)))])),
        "隐藏的工作表“名单”",
    ),
    good("X06", world(entry(files=[("名单.xlsx", "公开的内容")]))),
    bad("X07", world(entry(body="340102199001******")), "遮得太少"),
    good("X07", world(entry(body="34**************12、138****1234、￥1200****"))),
    bad("X08", world(entry(files=[("通知.docx", Extract(trouble="加了密码"))])), "加了密码"),
    good("X08", world(entry(files=[("通知.docx", "内容")]))),
    bad("X09", world(entry(files=[("通知.docx", Extract(metadata=(("作者", "王某某"),)))])), "属性里有作者"),
    good("X09", world(entry(files=[("通知.docx", Extract(metadata=(("作者", "示例县青山镇人民政府"),)))]))),
)
