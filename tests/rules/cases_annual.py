"""Y: annual reports and their arithmetic, on a whole report that is changed in one place."""

from tests.rules.world import REPORTS, bad, entry, good, world

LABELS = (
    "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "三、（一）予以公开", "三、（二）部分公开",
    "三、（三）不予公开：1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益",
    "5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷", "8.属于行政查询事项",
    "三、（四）无法提供：1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确",
    "三、（五）不予处理：1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请",
    "5.要求行政机关确认或重新出具已获取信息", "三、（六）其他处理：1.申请人无正当理由逾期不补正",
    "2.申请人逾期未按收费通知要求缴纳费用", "3.其他", "三、（七）总计", "四、结转下年度继续办理",
)  # fmt: skip
ZERO = "0 0 0 0 0 0 0"
ROWS = {0: "4 1 0 0 0 1 6", 1: "1 0 0 0 0 0 1", 2: "4 1 0 0 0 1 6", 23: "4 1 0 0 0 1 6", 24: "1 0 0 0 0 0 1"}


def cells(text: str) -> str:
    return " | ".join(text.split())


def report(text: str = "本年新收申请6件，上年结转1件，结转下年度1件；行政复议1件。", rows: dict[int, str] | None = None,
           rules: str = "1 0 5", review: str = "1 0 0 0 1") -> str:  # fmt: skip
    numbers = ROWS | (rows or {})
    second = "\n".join(f"| {label} | {cells(numbers.get(n, ZERO))} |" for n, label in enumerate(LABELS))
    return f"""## 一、总体情况

{text}

## 二、主动公开政府信息情况

| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
|---|---|---|---|
| 规章 | 0 | 0 | 0 |
| 行政规范性文件 | {cells(rules)} |

| 行政许可 | 87 |
|---|---|
| 行政处罚 | 5 |
| 行政强制 | 0 |
| 行政事业性收费 | 0.5 |

## 三、收到和处理政府信息公开申请情况

| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
|---|---|---|---|---|---|---|---|
{second}

## 四、政府信息公开行政复议、行政诉讼情况

| 类别 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
|---|---|---|---|---|---|
| 行政复议 | {cells(review)} |
| 行政诉讼：未经复议直接起诉 | 0 | 0 | 0 | 0 | 0 |
| 行政诉讼：复议后起诉 | 0 | 0 | 0 | 0 | 0 |

## 五、存在的主要问题及改进情况

问题和改进。

## 六、其他需要报告的事项

未收取信息处理费。
"""


def year(body: str, of: int = 2025, n: int = 1) -> object:
    return entry(
        REPORTS, n, body, day=f"{of + 1}-01-20", title=f"{of}年政府信息公开工作年度报告", details={"year": of}
    )


SAME = (
    "本年度我们认真做好公开工作，主动公开政策文件、规划计划、财政预算、民生实事，及时回应群众关切，加强平台建设。"
    * 3
)
OTHER = (
    "这一年的重点是解读：每份文件都有图解，村里有讲解员；另外新设了三处查阅点，收到建议四十条，全部答复并公布。"
    * 3
)
NEXT = {0: "5 0 0 0 0 0 5", 1: "1 0 0 0 0 0 1", 2: "6 0 0 0 0 0 6", 23: "6 0 0 0 0 0 6", 24: ZERO}

CASES = (
    bad("Y01", world(), "2025 年度政府信息公开工作年度报告没有发布"),
    good("Y01", world(year(report()))),
    bad("Y02", world(year(report().replace("一、总体情况", "一、基本情况"))), "缺标题：一、总体情况"),
    good("Y02", world(year(report()), year("旧格式", 2019, 2))),
    bad("Y03", world(year(report(rows={0: "4 1 0 0 0 1 六"}))), "有 1 行缺数"),
    bad("Y03", world(year("没有表格")), "有 34 行缺数"),
    good("Y03", world(year(report()))),
    bad(
        "Y04",
        world(year(report(rows={24: ZERO}))),
        "“自然人”列：新收 4 + 结转 1 ≠ 办理 4 + 结转下年 0",
        "“总计”列",
    ),
    good("Y04", world(year(report()))),
    bad(
        "Y05",
        world(year(report(rows={2: "3 1 0 0 0 1 5"}))),
        "“自然人”列：各项之和 3，总计写的是 4",
        "“总计”列",
    ),
    good("Y05", world(year(report()))),
    bad("Y06", world(year(report(rows={0: "4 1 0 0 0 1 5"}))), "第 1 行“本年新收”：六项之和 6"),
    good("Y06", world(year(report()))),
    bad("Y07", world(year(report(review="1 0 0 0 2"))), "“行政复议”：四项之和 1，总计写的是 2"),
    good("Y07", world(year(report()))),
    bad(
        "Y08",
        world(year(report(), 2024, 1), year(report(rows={1: ZERO}), 2025, 2)),
        "上年结转 0 件，而 2024 年报结转下年度 1 件",
    ),
    good("Y08", world(year(report(), 2024, 1), year(report(rows=NEXT), 2025, 2))),
    bad(
        "Y09",
        world(year(report(), 2024, 1), year(report(rules="1 0 7"), 2025, 2)),
        "上年有效 5 + 制发 1 − 废止 0 ≠ 现行有效 7",
    ),
    good("Y09", world(year(report(), 2024, 1), year(report(rules="1 0 6"), 2025, 2))),
    bad(
        "Y10",
        world(year(report("本年新收申请5件，行政复议2件。"))),
        "文字说新收 5 件，表格是 6 件",
        "文字说行政复议 2 件，表格是 1 件",
    ),
    good("Y10", world(year(report()))),
    bad("Y11", world(year(report() + "\n新制作数量")), "“新制作数量”是 2019 年旧格式"),
    good("Y11", world(year(report()), year("新制作数量", 2019, 2))),
    bad("Y12", world(), "没有发布 2025 年政府网站工作年度报表"),
    good("Y12", world(entry(title="2025年政府网站工作年度报表"))),
    bad("Y13", world(), "没有发布 2025 年度法治政府建设报告"),
    good("Y13", world(entry("jdbz/fzzf", title="青山镇2025年度法治政府建设情况报告"))),
    bad("Y14", world(year(report(SAME), 2024, 1), year(report(SAME), 2025, 2)), "与 2024 年报有 100% 相同"),
    good("Y14", world(year(report(SAME), 2024, 1), year(report(OTHER), 2025, 2))),
)
