"""C: consultations and messages; S: guides; Z: enforcement; F: budgets; W: words."""

from datetime import date

from gongkai.checks.words import Word, WordList, WordLists
from gongkai.model.relation import RelationKind
from tests.rules.world import CONSULTATIONS, FEEDBACK, NEWS, NOTICE, bad, entry, good, world

ASK = {
    "consult_start": date(2026, 6, 1),
    "consult_end": date(2026, 6, 30),
    "submit_ways": "信函",
    "drafting_note": "说明",
}
GUIDE = dict.fromkeys(
    "service_name legal_basis conditions materials place service_hours contact_phone procedure".split(), "有"
)
EMPTY = {"service_name": "低保", "place": "大厅", "materials": "无"}
PERMIT, CHECKS, BUDGET, LEADER = "glgk/xzzf/xzxk", "glgk/ssjygk", "zdly/czyjs/zjyjs", "glgk/jgzn/ldxx"


def ask(
    n: int = 1,
    body: str = "征求意见稿全文。" * 20,
    day: str = "2026-06-01",
    title: str = "征求意见",
    **details: object,
) -> object:
    return entry(CONSULTATIONS, n, body, day=day, title=title, details=ASK | details)


def decision(n: int, decided: str, day: str, title: str = "行政许可决定") -> object:
    return entry(PERMIT, n, day=day, title=title, details={"decided": date.fromisoformat(decided)})


def answer(n: int, asked: str, day: str) -> object:
    return entry(
        "hygq/zdhy",
        n,
        day=day,
        details={"concern_date": date.fromisoformat(asked), "response_date": date.fromisoformat(day)},
    )


OWN = WordLists(WordList(), WordList(), WordList((Word("不该写的词", ""),)))
MAYOR = entry(LEADER, 9, details={"person_name": "周某某", "post": "镇党委副书记、镇长"})

CASES = (
    bad("C01", world(ask(body="短", drafting_note="")), "缺起草说明", "没有征求意见稿"),
    good("C01", world(ask(), entry(CONSULTATIONS, 2, "短", details=ASK, files=[("稿.docx", "全文")]))),
    bad("C02", world(ask(consult_end=date(2026, 6, 5))), "征集 4 个工作日"),
    bad("C02", world(ask(title="重大行政决策征求意见", consult_end=date(2026, 6, 20))), "征集 19 天"),
    bad("C02", world(ask(consult_end=date(2026, 5, 5))), "早于征集开始"),
    good(
        "C02", world(ask(), ask(2, body="因汛期紧迫，缩短征集期限，理由如下。", consult_end=date(2026, 6, 3)))
    ),
    bad("C03", world(ask()), "征集已在 2026-06-30 结束"),
    good(
        "C03",
        world(
            ask(),
            entry(FEEDBACK, 2),
            ask(3, consult_end=date(2026, 11, 1)),
            links=[(RelationKind.FEEDBACK_ON, 2, 1)],
        ),
    ),
    bad("C04", world(entry(FEEDBACK, details={"received": 12, "adopted": 5})), "有 7 条意见没有采纳"),
    bad("C04", world(entry(FEEDBACK, details={"received": 5, "adopted": 5, "not_adopted": 2})), "对不上"),
    bad("C04", world(entry(FEEDBACK, details={"received": 5, "adopted": 6})), "收到 5 条，采纳"),
    bad(
        "C04",
        world(entry(FEEDBACK, body="收到12条，采纳9条，未采纳3条。", details={"received": 12, "adopted": 9})),
        "没有写理由",
    ),
    good(
        "C04",
        world(
            entry(
                FEEDBACK, body="未采纳3条，因补助标准由县统一规定。", details={"received": 12, "adopted": 9}
            )
        ),
    ),
    good(
        "C04",
        world(
            entry(
                FEEDBACK,
                details={"received": 12, "adopted": 5, "not_adopted": 7, "not_adopted_reason": "无权调整"},
            )
        ),
    ),
    bad("C05", world(answer(1, "2026-03-02", "2026-11-02")), "超过三个月"),
    bad("C05", world(answer(1, "2026-11-02", "2026-11-12")), "8 个工作日"),
    good("C05", world(answer(1, "2026-11-02", "2026-11-05"), answer(2, "2020-01-02", "2020-11-05"))),
    bad("C06", world(answer(1, "2026-08-02", "2026-08-05")), "最近一条是 2026-08-05"),
    good("C06", world(answer(1, "2026-11-02", "2026-11-05"))),
    bad(
        "S01",
        world(entry("fwgk/bszn", details=EMPTY), entry("fwgk/bszn", 2, details=GUIDE)),
        "缺设定依据、申请条件、办理材料",
    ),
    good("S01", world(entry("fwgk/bszn", details=GUIDE))),
    bad("S02", world(entry("fwgk/bszn", details={"materials": ("申请表（见附件）",)})), "申请表（见附件"),
    good(
        "S02",
        world(
            entry("fwgk/bszn", details={"materials": ("申请表（见附件）",)}, files=[("申请表.docx", "表")])
        ),
    ),
    bad("S03", world(entry(title="2026年一季度办件统计", day="2026-04-05")), "最近一次：2026-04-05"),
    good("S03", world(entry(title="2026年三季度办件统计", day="2026-10-10"))),
    bad("Z01", world(decision(1, "2026-05-06", "2026-06-01")), "个工作日后才公示，要求 7 个工作日内"),
    good(
        "Z01",
        world(
            decision(1, "2026-05-06", "2026-05-13"), decision(2, "2026-05-06", "2026-05-25", "行政强制决定")
        ),
    ),
    bad("Z02", world(decision(1, "2026-03-06", "2026-06-01", "行政强制决定")), "要求 20 个工作日内"),
    good("Z02", world(decision(1, "2026-05-06", "2026-06-01", "行政强制决定"))),
    bad("Z03", world(entry(CHECKS, title="2026年抽查计划")), "缺：清单、结果"),
    good(
        "Z03",
        world(
            entry(CHECKS, title="2026年抽查计划"),
            entry(CHECKS, 2, title="抽查事项清单"),
            entry(CHECKS, 3, title="检查结果"),
        ),
    ),
    bad(
        "F01",
        world(entry(BUDGET, title="政府预算", day="2026-03-01", details={"approved": date(2026, 1, 15)})),
        "45 天后",
        "没有年份",
    ),
    good(
        "F01",
        world(
            entry(BUDGET, title="2026年政府预算", day="2026-02-01", details={"approved": date(2026, 1, 15)})
        ),
    ),
    bad("F02", world(entry(BUDGET, body="略。")), "缺三公经费、预决算表、说明"),
    good("F02", world(entry(BUDGET, body="预算报告：三公经费下降。", files=[("预算表.xlsx", "科目\t金额")]))),
    bad("W01", world(entry(body="中华人民共合国")), "中华人民共合国"),
    bad("W01", world(entry(title="有不该写的词"), words=OWN), "“不****”"),
    good("W01", world(entry(body="中华人民共和国，扫黑除恶领导小组"))),
    bad("W02", world(entry(NOTICE, body="第一行\n禁止焚烧秸杆，报县国土资源局")), "秸杆", "国土资源局"),
    good(
        "W02",
        world(entry(body="秸秆；原国土资源局；通讯期间"), entry(NEWS, 2, "县国土资源局", day="2018-05-01")),
    ),
    bad("W03", world(MAYOR, entry(NEWS, body="副镇长周某某调研。")), "正文写“副镇长周某某”"),
    good("W03", world(MAYOR, entry(NEWS, body="镇长周某某调研，镇党委副书记、镇长周某某讲话。"))),
)
