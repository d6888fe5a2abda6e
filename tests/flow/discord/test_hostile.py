"""What Discord should never tell: nothing of it decides, nobody is silenced by it, and who can be answered is."""

import asyncio
import logging
import os
import random
from collections.abc import Callable
from typing import Any

import pytest

from channels.tokens import CardToken, encode
from tests.fakes.discord.fake import DiscordFake
from tests.fakes.discord.messages import Message
from tests.fakes.discord.mutants import mutant
from tests.fakes.discord.people import Person
from tests.fakes.discord.presses import AUTOCOMPLETE, COMMAND, COMPONENT, MODAL, Press
from tests.fakes.discord.sessions import ANY, DIRECT_MESSAGES, GUILDS
from tests.flow.discord.conftest import Open
from tests.flow.discord_house import DiscordHouse

SEED = int(os.environ.get("SEED", "20261128"))
FULL = os.environ.get("FULL", "") not in ("", "0")
COUNT = int(os.environ.get("MUTANTS", "600" if FULL else "150"))
KEPT = frozenset({("id",), ("token",), ("application_id",), ("type",)})
"""What an answer needs."""
TYPED = frozenset({("data",)})
"""The library itself tells of what is wrong with a text that is being typed, and goes on."""
UNKNOWN = "I do not know this button. Nothing happened."

pytestmark = pytest.mark.timeout(3600 if FULL else 120)


@pytest.fixture
async def house(open_discord: Open, caplog: pytest.LogCaptureFixture) -> DiscordHouse:
    """What the library cannot read is an error of ours, too."""
    house = await open_discord()
    logging.getLogger("discord.client").setLevel(logging.INFO)
    await house.fake.until(lambda: house.bot.commands.get(None))
    return house


class Forger:
    """Makes interactions of all kinds on a card; those of Ana carry what no button of it does."""

    def __init__(self, house: DiscordHouse, card: Message, chance: random.Random) -> None:
        [(self.handoff,)] = house.rows("SELECT id FROM handoff")
        self._house = house
        self._card = card
        self._chance = chance
        self.kinds: list[Callable[[], Press]] = [
            *(lambda action=action: self.pressed(house.otto, action) for action in ("approve", "ask_reason", "more")),
            lambda: self.sent(house.otto),
            lambda: self.pressed(house.ana, "confirm"),
            lambda: self.pressed(house.ana, "approve", kind=self._chance.choice((3, 4, 8, 99))),
            lambda: self.used("approve", COMMAND),
            lambda: self.used("reject", AUTOCOMPLETE),
        ]

    def pressed(self, who: Person, action: str, kind: int = 2) -> Press:
        """A press; of another kind than a button it carries nothing that a button does."""
        custom_id = encode(CardToken(self.handoff, action)) if kind == 2 else "h1:nobody:approve"
        return self._made(who, COMPONENT, {"custom_id": custom_id, "component_type": kind, "id": 1, "values": ["x"]})

    def sent(self, who: Person) -> Press:
        """A form that was filled in."""
        words = {"type": 4, "id": 3, "custom_id": "words", "value": "no"}
        chosen = {"type": 3, "id": 5, "custom_id": "choice", "values": ["Asked for twice"]}
        labels = [{"type": 18, "id": 2, "component": words}, {"type": 18, "id": 4, "component": chosen}]
        return self._made(who, MODAL, {"custom_id": encode(CardToken(self.handoff, "reject")), "components": labels})

    def used(self, name: str, kind: int) -> Press:
        """A command of somebody who may not."""
        command = next(one for one in self._house.bot.commands[None] if one["name"] == name)
        options = [{"name": "id", "type": 3, "value": self.handoff[:6], "focused": kind == AUTOCOMPLETE}]
        data = {"id": command["id"], "name": name, "type": 1, "options": options}
        return self._made(self._house.otto, kind, data, None)

    def _made(self, who: Person, kind: int, data: dict[str, Any], *message: Message | None) -> Press:
        world, [on] = self._house.fake.world, message or (self._card,)
        number = world.number()
        return Press(world, number, f"token-{number}", kind, self._house.bot, who.user, self._house.desk, data,
                     world.now(), on)  # fmt: skip


@pytest.mark.errors("is no place of discord")
@pytest.mark.errors("Ignoring exception in autocomplete")
async def test_interactions_with_anything_wrong_decide_nothing_and_silence_nobody(house: DiscordHouse) -> None:
    chance = random.Random(SEED)
    house.fake.limits.rates = False
    card = await house.asks()
    forger = Forger(house, card, random.Random(SEED))
    world, told = house.fake.world, ""
    for number in range(COUNT):
        press = chance.choice(forger.kinds)()
        kept = KEPT if number % 2 else frozenset()
        told, payload = mutant(press.wire(), chance, kept | TYPED if press.kind == AUTOCOMPLETE else kept)
        world.interact(press, payload)
        if number % 50 == 49:
            still = house.otto.presses(card, "Approve")
            assert (await still.answer()).kind == "silent", f"SEED={SEED}, {number}: deaf, at the latest after {told}"
    await nothing_came_of_it(house, card)


async def test_what_is_new_to_us_in_an_interaction_keeps_nobody_from_an_answer(house: DiscordHouse) -> None:
    """Fields that Discord adds or may leave out."""
    card = await house.asks()
    forger = Forger(house, card, random.Random(SEED))
    for name in ("entitlements", "locale", "guild_locale", "app_permissions", "guild", "context",
                 "authorizing_integration_owners"):  # fmt: skip
        press = forger.pressed(house.otto, "approve")
        wire = press.wire()
        del wire[name]
        house.fake.world.interact(press, {**wire, "new": [{}]})
        assert (await press.answer()).kind == "silent", name
    await nothing_came_of_it(house, card)


async def test_who_cannot_be_known_is_answered(house: DiscordHouse) -> None:
    card = await house.asks()
    forger = Forger(house, card, random.Random(SEED))
    for missing in ("member", "channel"):
        press = forger.pressed(house.ana, "approve")
        wire = press.wire()
        del wire[missing]
        house.fake.world.interact(press, wire)
        answer = await press.answer()
        assert answer.ephemeral and answer.text == UNKNOWN, missing
    press = forger.pressed(house.otto, "approve")
    house.fake.world.interact(press, {name: value for name, value in press.wire().items() if name != "message"})
    assert (await press.answer()).kind == "silent"
    assert await house.fake.until(lambda: press.later and press.later[0].text == UNKNOWN)
    press = forger.used("approve", COMMAND)
    house.fake.world.interact(press, {name: value for name, value in press.wire().items() if name != "member"})
    assert (await press.answer()).text == "That did not work, and nothing was decided. Please try again."
    await nothing_came_of_it(house, card)


async def test_a_press_counts_only_on_the_message_that_has_the_button(house: DiscordHouse, fake: DiscordFake) -> None:
    """On what others wrote, on what only one sees, on what has another button; and from a bot like from anybody."""
    card = await house.asks()
    [(handoff,)] = house.rows("SELECT id FROM handoff")
    approve = encode(CardToken(handoff, "approve"))
    mine = (await house.ana.presses(card, "More…").outcome()).message
    said = await house.otto.says(house.desk, "press here")
    other = await house.ana.uses("/help", house.desk).outcome()
    assert mine is not None and other.message is not None
    world = fake.world
    for message, custom_id in ((said, approve), (other.message, approve), (mine, encode(CardToken(handoff, "stop")))):
        data = {"custom_id": custom_id, "component_type": 2, "id": 1}
        press = house.ana.press(COMPONENT, house.bot, message.channel, data, message)
        await press.answer()
        assert await fake.until(lambda press=press: press.later), custom_id
        assert press.later[0].text == UNKNOWN
    robot = fake.user(4001, "Robot", is_bot=True)
    fake.join(house.guild, robot)
    press = robot.presses(card, "Approve")
    await press.answer()
    assert await fake.until(lambda: press.later and "not a reviewer" in press.later[0].text)
    assert world.violations == []
    await nothing_came_of_it(house, card)


async def test_a_form_whose_card_is_gone_decides_nothing_or_is_told(house: DiscordHouse, fake: DiscordFake) -> None:
    card = await house.asks()
    opened = await house.ana.taps(card, "Reject")
    assert opened.modal is not None
    fake.delete_message(card)
    sent = house.ana.submits(opened.modal, {"Your own words": "late"})
    assert (await sent.answer()).kind == "silent"
    assert await fake.until(lambda: sent.later)
    assert house.states() in ({"pending": 1}, {"rejected": 1})
    assert (sent.later[0].text == UNKNOWN) == (house.states() == {"pending": 1})


async def test_messages_with_anything_wrong_silence_nobody(house: DiscordHouse) -> None:
    chance = random.Random(SEED)
    world = house.fake.world
    said = await house.chris.says(house.bot, "refund please")
    events = [("MESSAGE_CREATE", said.wire(), DIRECT_MESSAGES), ("MESSAGE_UPDATE", said.wire(), DIRECT_MESSAGES)]
    said.edited_at = world.now()
    events += [("MESSAGE_UPDATE", said.wire(), DIRECT_MESSAGES)]
    events += [("CHANNEL_CREATE", house.fake.channel(house.guild, "other").wire(), GUILDS)]
    events += [("TYPING_START", {"user_id": "1"}, ANY), ("SOMETHING_NEW", {"id": "1"}, ANY)]
    for number in range(COUNT):
        name, payload, intent = chance.choice(events)
        told, made = mutant({**payload, "id": str(world.number())} if number % 2 else payload, chance)
        if not (name == "MESSAGE_CREATE" and made.get("author") == payload["author"]):
            world.tell(name, made, intent, None)
    card = await house.asks("still heard?")
    assert card.buttons
    assert len(house.bot.identified) == 1, told


async def nothing_came_of_it(house: DiscordHouse, card: Message) -> None:
    """The account goes on hearing by the session that it had, and the request waits for who may decide it."""
    assert house.states() == {"pending": 1}
    assert len(house.bot.identified) == 1
    await house.ana.taps(card, "Approve")
    await house.ana.sees(house.desk, "Approved by Ana")
    assert house.rows("SELECT person FROM decision") == [("ana",)]


@pytest.mark.parametrize("frame", ["no JSON", "[]", "null", '{"op": 99}', '{"op": 0, "t": ["x"], "s": "x", "d": null}'])
async def test_a_frame_that_is_no_event_ends_a_session_at_most(
    frame: str, house: DiscordHouse, fake: DiscordFake
) -> None:
    card = await house.asks()
    for line in list(fake.gateway.lines):
        line.say(frame)
    await asyncio.sleep(0.2)
    await fake.ready(within=20)
    await house.ana.taps(card, "Approve")
    await house.ana.sees(house.desk, "Approved by Ana")
    assert len(house.bot.identified) <= 2
