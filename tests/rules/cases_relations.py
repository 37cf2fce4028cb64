"""R: relations."""

from gongkai.model.relation import RelationKind
from tests.rules.world import CONSULTATIONS, FEEDBACK, FILES, INTERPRETATIONS, NOTICE, bad, entry, good, world

OF, BACK, ASKED = RelationKind.INTERPRETS, RelationKind.FEEDBACK_ON, RelationKind.CONSULTED_IN
READ = entry(INTERPRETATIONS, 1, title="防汛方案解读")
PLAN = entry(FILES, 2, title="青山镇防汛方案", doc_number="青政发〔2026〕2号")
TALK = entry(NOTICE, 3, title="青山镇防汛值班公告")
ASK = entry(CONSULTATIONS, 4, title="集镇管理办法征求意见")
REPLY = entry(FEEDBACK, 5, title="集镇管理办法意见反馈")

CASES = (
    bad(
        "R009",
        world(READ, PLAN, TALK, links=[(OF, 1, 3)]),
        "最接近的政策文件有：青政发〔2026〕2号《青山镇防汛方案》",
    ),
    bad(
        "R009",
        world(REPLY, ASK, TALK, links=[(BACK, 1, 3)]),
        "“对应征集”写的《青山镇防汛值班公告》不是意见征集",
    ),
    bad("R009", world(PLAN, TALK, links=[(ASKED, 1, 2)]), "不是意见征集，是“公示公告”"),
    bad("R009", world(READ, TALK, links=[(RelationKind.REPEALS, 1, 2)]), "“废止文件”"),
    good("R009", world(READ, PLAN, links=[(OF, 1, 2)])),
    good("R009", world(REPLY, ASK, PLAN, links=[(BACK, 1, 2), (ASKED, 3, 2), (OF, 1, 3)])),
    good("R009", world(READ, entry(NOTICE, 2, doc_number="青政发〔2026〕2号"), links=[(OF, 1, 2)])),
)
