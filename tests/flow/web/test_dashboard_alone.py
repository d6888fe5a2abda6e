"""A team whose requests are asked on the dashboard and nowhere else."""

from tests.flow.conftest import OpenHouse
from tests.flow.house import CONFIG
from tests.flow.web.conftest import SignIn


async def test_a_team_on_the_dashboard_alone_decides_there(open_house: OpenHouse, sign_in: SignIn) -> None:
    members = 'members = ["ana", "ben"]\n'
    alone = CONFIG.replace(f'{members}post = ["play:review"]', f'{members}post = ["web"]')
    house = await open_house(config=alone)
    await house.say("I want a refund for order 45678")
    await house.verify()
    await house.quiet()
    assert await house.cards() == []
    [(handoff,)] = house.rows("SELECT id FROM handoff")
    ana = await sign_in(house, "ana")
    assert handoff[:6] in (await ana.get("/")).words
    page = await ana.get(f"/handoffs/{handoff}")
    form = next(each for each in page.forms(f"/handoffs/{handoff}/act") if "approve" in each.get("token", ""))
    await ana.post(f"/handoffs/{handoff}/act", **form)
    await house.sees("*approved*")
    await house.advance(hours=2)
    await house.quiet()
    assert house.rows("SELECT state, COUNT(*) FROM effect GROUP BY state") == [
        ("sent", house.rows("SELECT COUNT(*) FROM effect")[0][0])
    ]
    assert house.rows("SELECT COUNT(*) FROM tool_intent") == [(1,)]
