"""The rules, told a second time: plays the recorded steps as a game of tokens on the document and counts what it finds.

It knows the document, the rows, the shop's own book and what people saw; it shares no code with the engine.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from engine.effects import EditStatus, PostStatus
from tests.faults.schedule import World
from tests.faults.small_world import worth

MOST_CLAIMS = 5
TEAM, OPERATORS = {"ana", "ben"}, {"olga"}
CLOSING = {"approve", "reject", "expire", "cancel", "retry", "confirm", "stop"}
ONE_OF_SEVERAL = "Your vote counts"
SILENT = ("stopped", "cancelled")
LED_TO = {
    "approve": "approved", "reject": "rejected", "expire": "timed_out", "cancel": "cancelled", "retry": "retried",
    "confirm": "confirmed", "stop": "stopped",
}  # fmt: skip
TOLD_WHEN = {
    "approval": "customer-escalated", "failure": "customer-person-will-look", "doubt": "customer-being-checked",
}  # fmt: skip
UNSURE = "several visits, and nobody can tell which one was confirmed"


class RunGame:
    """One run, replayed."""

    def __init__(self, world: World, row: tuple[Any, ...]) -> None:
        self.id, self.status, state = row
        self.state = json.loads(state)
        self.nodes: Mapping[str, Any] = {node["id"]: node for node in world.document["nodes"]}
        self.edges: dict[tuple[str, str], list[str]] = defaultdict(list)
        for edge in world.document["edges"]:
            self.edges[edge["source"], edge["sourceHandle"]].append(edge["target"])
        rows = world.database.rows
        steps = rows("SELECT visits FROM step WHERE run_id = ? ORDER BY version, id", self.id)
        self.visits = [tuple(visit) for (visits,) in steps for visit in json.loads(visits)]
        self.handoffs = rows("SELECT id, node, kind, state, question FROM handoff WHERE run_id = ?", self.id)
        self.intents = rows("SELECT key, node, tool, arguments, state FROM tool_intent WHERE run_id = ?", self.id)
        self.user = world.user
        self.values: dict[str, Any] = {}

    def check(self) -> None:
        self._play()
        self._check_handoffs()
        self._check_calls()

    def _play(self) -> None:
        """No edge is taken that nobody chose, and no token appears or vanishes by itself."""
        tokens = Counter([self.visits[0][0]])
        for node, handle in self.visits:
            assert tokens[node], f"{node} was executed, and nobody had led there"
            self._chosen(node, handle)
            if handle.startswith("["):
                continue
            tokens[node] -= 1
            tokens.update(self.edges[node, handle] if handle else [])
        tokens.subtract(node for _, node, kind, state, _ in self.handoffs if kind != "approval" and state in SILENT)
        assert min(tokens.values()) >= 0, f"more was stopped than there was: {tokens}"
        left = Counter(token["node"] for token in self.state.get("tokens", []))
        for node in tokens:  # whoever cancels is not asked any more what they were asked
            if self.state.get("cancelled") and self.nodes[node]["type"] == "auth_gate":
                tokens[node] = min(tokens[node], left[node])
        assert +tokens == left, f"tokens at {+tokens} instead of {left}"

    def _chosen(self, node: str, handle: str) -> None:
        data = self.nodes[node]["data"]
        match data.get("actionType") or data.get("logicType") or self.nodes[node]["type"]:
            case "set_variable":
                self.values[data["variable"]] = data["value"]
            case "if_else":
                value = self.values.get(data["condition"].split("}")[0].strip("{"))
                self._led(node, handle, value, str(value > 4).lower() if isinstance(value, int) else "error")
            case "switch":
                value = self.values.get(data["value"].strip("{}"))
                case = next((case["id"] for case in data["cases"] if case["value"] == value), "default")
                self._led(node, handle, value, case if isinstance(value, int) else "error")
            case "mcp_tool" if handle == "default":
                self.values[data["outputVariable"]] = self._result(node)

    def _led(self, node: str, handle: str, value: Any, expected: str) -> None:
        if value == UNSURE:
            return
        if expected == "error" and not self.edges[node, "error"]:
            expected = "[failure]"
        assert handle == expected, f"{node} was left at {handle} instead of {expected}"

    def _result(self, node: str) -> Any:
        """What the shop answers; a doubt that somebody confirmed leaves a reference, which is no number."""
        confirmed = self._states(node, "doubt")["confirmed"]
        if not confirmed:
            return worth(node)
        return UNSURE if self.visits.count((node, "default")) > 1 else {}

    def _states(self, node: str, kind: str) -> Counter[str]:
        return Counter(state for _, at, of, state, _ in self.handoffs if at == node and of == kind)

    def _check_handoffs(self) -> None:
        left = Counter(self.visits)
        for node, found in self.nodes.items():
            if found["data"].get("actionType") != "human_handoff":
                continue
            states = self._states(node, "approval")
            expected: Counter[str] = Counter()
            for state, handle in (("approved",) * 2, ("rejected",) * 2, ("timed_out", "timeout"), ("cancelled",) * 2):
                wired = bool(self.edges[node, handle])
                expected[handle if wired else {"timeout": "rejected"}.get(handle, "")] += states[state]
            taken = Counter({handle: left[node, handle] for handle in expected})
            assert taken == expected, f"{node}: edges {+taken} for {+expected}"

    def _check_calls(self) -> None:
        assert self.status == "active" or all(state != "open" for *_, state in self.intents), "a call was left open"
        for node in {node for _, node, *_ in self.intents}:
            keys = [key for key, at, *_ in self.intents if at == node]
            entered = self.state["visits"].get(node, 0)
            again = self._states(node, "doubt")["retried"] + self._states(node, "failure")["retried"]
            assert len(keys) <= entered + again, f"{node} was called under {len(keys)} keys"


def check(world: World) -> None:
    """Everything that must hold at rest."""
    rows, whose = world.database.rows, world.conversation
    runs = rows("SELECT id, status, state FROM run WHERE conversation_id = ? ORDER BY started_at", whose)
    games = [RunGame(world, row) for row in runs]
    for game in games:
        game.check()
    check_decisions(world)
    check_shop(world, games)
    check_waiting(world, games)


def check_decisions(world: World) -> None:
    """Exactly one outcome per closed handoff: somebody who may chose it, and everybody else was told so."""
    rows = world.database.rows(
        "SELECT h.id, h.kind, h.state, d.action, d.person, h.node FROM handoff h "
        "LEFT JOIN decision d ON d.handoff_id = h.id WHERE h.conversation_id = ?", world.conversation,
    )  # fmt: skip
    wanted = {node["id"]: node["data"].get("quorum", 1) for node in world.document["nodes"]}
    assert len(rows) == len({row[0] for row in rows}), "a handoff has two outcomes"
    for number, kind, state, action, person, node in rows:
        taps = [tap for tap in world.told.taps if tap.handoff == number]
        heard = [tap for tap in taps if tap.answer and not tap.refused and tap.action in CLOSING]
        won = [tap for tap in heard if not str(tap.answer).startswith(ONE_OF_SEVERAL)]
        if action is None:
            assert not won and state in ("pending", "rejecting", "confirming")
            continue
        assert state == LED_TO[action]
        assert len(won) <= 1 and all((tap.who, tap.action) == (person, action) for tap in won), f"{number}: {won}"
        entitled = TEAM if kind == "approval" else OPERATORS
        if action == "cancel":
            assert world.told.wishes
        else:
            assert person in entitled if action != "expire" else person is None
            assert (person or "", action) in {(tap.who, tap.action) for tap in taps}, f"{number}: nobody chose {action}"
        if kind == "approval" and action == "approve":
            # A vote may have been given by a tap whose answer a death swallowed.
            agreed = {tap.who for tap in taps if tap.action == action and not tap.refused} & TEAM
            assert len(agreed) >= wanted[node], f"{number}: {agreed} are not enough"
        late = [tap for tap in taps if tap.refused and tap.answer and "lready" in tap.answer and person]
        assert all(person in str(tap.answer) for tap in late), f"{number}: {late}"


def check_shop(world: World, games: Sequence[RunGame]) -> None:
    """Nothing was done without an intent, by other bytes, or twice; what returned was done."""
    intents = {key: (arguments, state) for game in games for key, _, _, arguments, state in game.intents}
    done = Counter(each.key for each in world.tools.done)
    assert all(number == 1 for number in done.values()), f"done twice: {done}"
    assert all(number == 1 for number in world.tools.asked.values()), f"sent twice: {world.tools.asked}"
    assert all(intents[each.key][0] == each.arguments for each in world.tools.done)
    assert all(key in done for key, (_, state) in intents.items() if state == "returned")
    assert not [key for key, (_, state) in intents.items() if state == "refused" and key in done], "refused, yet done"


def check_waiting(world: World, games: Sequence[RunGame]) -> None:
    """No run is lost: each goes on, has ended, or somebody was asked."""
    for game in games:
        tokens = game.state.get("tokens", [])
        opened = {number for number, _, _, state, _ in game.handoffs if state in ("pending", "rejecting", "confirming")}
        asked = {token["handoff"] for token in tokens if token.get("handoff")}
        assert opened == asked, f"{game.id}: open handoffs {opened}, tokens wait for {asked}"
        given_up = [question for *_, question in game.handoffs if "times in a row" in question]
        assert not given_up or world.fate.deaths >= len(given_up) * MOST_CLAIMS, f"parked without need: {given_up}"
        ended = game.status in ("done", "cancelled")
        assert ended == (not tokens)


def check_told(world: World) -> None:
    """At the end of everything: the customer heard each thing as often as it was said, the reviewers saw each card."""
    texts, cards = Counter[str](), set()
    for effect in {each.key: each.effect for each in world.told.sent}.values():
        if isinstance(effect, (PostStatus, EditStatus)):
            texts[TOLD_WHEN["approval"]] += isinstance(effect, PostStatus)
            continue
        words = getattr(effect, "words", None)
        texts[getattr(words, "text", getattr(words, "id", ""))] += 1
        cards.add(getattr(effect, "handoff", ""))
    rows, whose = world.database.rows, world.conversation
    for kind, words in TOLD_WHEN.items():
        ((number,),) = rows("SELECT COUNT(*) FROM handoff WHERE conversation_id = ? AND kind = ?", whose, kind)
        assert texts[words] == number, f"{words}: {texts[words]} for {number}"
    assert {number for (number,) in rows("SELECT id FROM handoff WHERE conversation_id = ?", whose)} <= cards
    steps = rows("SELECT s.visits FROM step s JOIN run r ON r.id = s.run_id WHERE r.conversation_id = ?", whose)
    visits = Counter(node for (step,) in steps for node, _ in json.loads(step))
    for node in [node for node in world.document["nodes"] if node["type"] == "send_message"]:
        assert texts[node["data"]["message"]] == visits[node["id"]], node
