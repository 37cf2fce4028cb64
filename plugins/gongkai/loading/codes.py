"""Every finding that loading can make: its code, its Chinese name, its level; the only place where they are made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gongkai.model.problem import Concern, Level, Problem

_BLOCK, _ERROR, _WARNING, _INFO = Level.BLOCK, Level.ERROR, Level.WARNING, Level.INFO


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of finding. `concern` says what a blocking one is about, `basis` the rule behind it."""

    code: str
    name: str
    level: Level
    concern: Concern = Concern.FORM
    basis: str = ""


_ALL = (
    # files
    Code("L001", "文件打不开", _BLOCK),
    Code("L002", "文件过大", _BLOCK),
    Code("L003", "空文件", _BLOCK),
    Code("L004", "编码不是 UTF-8", _BLOCK),
    Code("L005", "文件带 BOM", _INFO),
    Code("L006", "文件用 CRLF 换行", _INFO),
    Code("L007", "链接指到文件夹外面", _BLOCK),
    Code("L008", "不是普通文件", _WARNING),
    Code("L009", "文件里有控制字符", _BLOCK),
    # front matter
    Code("L010", "没有信息头", _BLOCK),
    Code("L011", "信息头没有结尾", _BLOCK),
    Code("L012", "信息头格式不对", _BLOCK),
    Code("L013", "字段重复", _BLOCK),
    Code("L014", "信息头用了引用", _BLOCK),
    Code("L015", "信息头过于复杂", _BLOCK),
    # fields
    Code("L020", "不认识的字段", _BLOCK),
    Code("L021", "同一字段写了两次", _BLOCK),
    Code("L022", "字段的值不对", _BLOCK),
    Code("L023", "缺少必填字段", _BLOCK),
    Code("L024", "这一类型不用的字段", _WARNING),
    Code("L025", "审核人与责任编辑是同一人", _WARNING),
    # columns of an item
    Code("L030", "没有栏目", _BLOCK),
    Code("L031", "没有这个栏目", _BLOCK),
    Code("L032", "这个栏目不能放信息", _BLOCK),
    Code("L033", "信息类别不对", _BLOCK),
    Code("L034", "栏目名称有多个", _BLOCK),
    Code("L035", "普通页面的文件名不能用", _BLOCK),
    Code("L036", "像信息但名字不以 .md 结尾", _WARNING),
    # attachments and images
    Code("L040", "附件不存在", _BLOCK),
    Code("L041", "附件类型不允许", _BLOCK),
    Code("L042", "附件位置不对", _BLOCK),
    Code("L043", "附件过大", _BLOCK),
    Code("L045", "图片不存在", _BLOCK),
    Code("L046", "图片在别的网站上", _BLOCK),
    Code("L047", "图片类型不允许", _BLOCK),
    Code("L048", "表格的一行比表头多", _ERROR),
    # identity
    Code(
        "L050",
        "索引号重复",
        _BLOCK,
        Concern.IDENTITY,
        "《政府信息公开条例》第十二条（政府信息公开目录包括索引号）",
    ),
    Code("L051", "网页地址相同", _BLOCK, Concern.IDENTITY),
    # secrecy and privacy
    Code("L060", "有密级标志", _BLOCK, Concern.SECRECY, "《政府信息公开条例》第十四条"),
    Code("L061", "有身份证号", _BLOCK, Concern.PRIVACY, "《政府信息公开条例》第十五条"),
    Code("L062", "有银行账号", _BLOCK, Concern.PRIVACY, "《政府信息公开条例》第十五条"),
    # applications for information, the gazette
    Code("L070", "依申请公开数据有误", _ERROR),
    Code("L071", "年报数据对不上", _ERROR, basis="国办公开办函〔2021〕30号（勾稽关系）"),
    Code("L072", "依申请公开台账有误", _ERROR),
    Code(
        "L073", "申请超期", _ERROR, basis="《政府信息公开条例》第三十三条（20个工作日，延长不超过20个工作日）"
    ),
    Code(
        "L074",
        "申请快到期",
        _WARNING,
        basis="《政府信息公开条例》第三十三条（20个工作日，延长不超过20个工作日）",
    ),
    Code("L080", "政府公报文件有误", _ERROR),
    Code("L081", "政府公报缺期", _WARNING, basis="国办发〔2018〕22号"),
    Code("L082", "政府公报的 PDF 不是最新的", _WARNING),
    # relations
    Code("R001", "关联的信息找不到", _ERROR),
    Code("R002", "关联的信息有多个", _ERROR),
    Code("R003", "关联的信息没有公开", _ERROR),
    Code("R004", "两边写的关联不一致", _ERROR),
    Code("R005", "关联了自己", _ERROR),
    Code("R006", "废止关系成环", _ERROR),
    Code("R007", "废止文件比被废止的文件早", _WARNING),
    Code("R008", "有效性与推算的不一致", _ERROR),
    Code("R010", "正文链接找不到", _ERROR),
    Code("R011", "正文链接的信息没有公开", _ERROR),
    # tables
    Code("T001", "清单定义不对", _BLOCK),
    Code("T002", "没有这种目录", _BLOCK),
    Code("T003", "清单的数据文件找不到", _BLOCK),
    Code("T004", "清单的数据文件读不了", _BLOCK),
    Code("T005", "工作表不存在", _BLOCK),
    Code("T006", "找不到表头", _BLOCK),
    Code("T007", "清单缺少一列", _ERROR),
    Code("T008", "清单多出的列没有公布", _WARNING),
    Code("T009", "清单的列重复", _BLOCK),
    Code("T010", "清单的必填项是空的", _ERROR),
    Code("T011", "清单里的值不对", _ERROR),
    Code("T012", "清单的关键字段重复", _BLOCK, Concern.IDENTITY),
    Code("T013", "清单的合计不对", _ERROR),
    Code("T014", "公式没有存下结果", _ERROR),
    Code("T015", "清单里有错误值", _ERROR),
    Code("T016", "清单里关联的信息找不到", _ERROR),
    Code("T017", "清单里关联的文件已失效", _ERROR),
    Code("T018", "清单有隐藏的行或列", _WARNING),
    Code("T019", "清单里有小计行", _WARNING),
    Code("T020", "清单文件的编码不是 UTF-8", _INFO),
    Code("T021", "清单是空的", _WARNING),
    Code("T022", "清单的上一版读不了", _WARNING),
    Code("T025", "只列名称的目录有内容", _ERROR),
    Code("T026", "清单的筛选值太多", _INFO),
    Code("T027", "内部台账逾期未办", _WARNING),
    Code("T028", "流程图写法不对", _ERROR),
    Code("T029", "两个清单网址相同", _BLOCK, Concern.IDENTITY),
    Code("T030", "清单里的金额换算了单位", _INFO),
    Code("T031", "清单里的单位不一样", _ERROR),
    # the unit and its columns
    Code("U001", "没有单位设置", _BLOCK),
    Code("U002", "单位设置格式不对", _BLOCK),
    Code("U003", "单位设置里不认识的项目", _BLOCK),
    Code("U004", "单位设置缺项", _BLOCK),
    Code("U005", "单位设置的值不对", _BLOCK),
    Code("U006", "门户片段文件不存在", _BLOCK),
    Code("U007", "索引号记录格式不对", _BLOCK),
    Code("U008", "预设不存在", _BLOCK),
    Code("U009", "索引号格式设置不能用", _BLOCK),
    Code("U020", "必设栏目空白", _WARNING),
    Code("U021", "检索同义词有误", _WARNING),
    Code("U201", "豁免写得不完整", _WARNING),
    Code("U204", "放假安排看不懂", _WARNING),
    Code("U206", "还没有这一年的放假安排", _WARNING),
    # what is entered by hand: the year's work off the site, press plans, topics and standard lists
    Code("S001", "工作数据格式不对", _ERROR),
    Code("S002", "工作数据里不认识的项目", _ERROR),
    Code("S003", "工作数据的值不对", _ERROR),
    Code("S004", "工作数据前后不一致", _WARNING),
    Code("S005", "工作数据的文件名不对", _ERROR),
    Code("S011", "新闻发布计划格式不对", _ERROR),
    Code("S012", "新闻发布计划的值不对", _ERROR),
    Code("S021", "专题指定的信息不存在", _WARNING),
    Code("S022", "标准目录写的栏目不存在", _WARNING),
)

CODES: Mapping[str, Code] = {code.code: code for code in _ALL}
"""All codes of loading by their text."""


def finding(
    code: str, path: str, message: str, *, line: int = 0, field: str = "", hint: str = "", basis: str = ""
) -> Problem:
    """Make a finding; level, concern and (unless given) basis come from the table."""
    kind = CODES[code]
    return Problem(code, kind.level, path, line, field, message, hint, basis or kind.basis, kind.concern)


def shortened(text: str, limit: int = 40) -> str:
    """A value as it may be quoted in a message: one line, not too long."""
    plain = " ".join(text.split())
    return plain if len(plain) <= limit else plain[: limit - 1] + "…"


def quoted(names: tuple[str, ...] | list[str], limit: int = 8) -> str:
    """Several values in Chinese quotation marks."""
    shown = "、".join(f"“{shortened(name)}”" for name in names[:limit])
    return f"{shown}等 {len(names)} 个" if len(names) > limit else shown
