"""Rows of handoffs to the engine's types and back; what has its default value is left out of the JSON."""

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields, replace
from datetime import datetime, timedelta
from typing import Any

from engine.handoff import NOTHING_YET, Decision, Edit, Handoff, Progress
from engine.ids import BotId, ConversationId, HandoffId, NodeId, PersonId, Place, RunId
from engine.question import Editable, Escalation, Fact, FrozenCall, HandoffKind, Option, Question
from engine.talk import Inquiry, Talk
from engine.transitions import Action, HandoffState
from engine.values import dump, from_micros, parse, to_micros

HANDOFF = (
    "h.id, h.run_id, h.bot, h.conversation_id, h.node, h.token, h.team, h.state, h.question, h.places, h.requester, "
    "h.opened_at, h.due_at, h.asked_by, h.unreached, h.progress, d.action, d.person, d.person_name, d.at, d.reason, "
    "d.via, d.choice"
)
"""Of `handoff h LEFT JOIN decision d ON d.handoff_id = h.id`."""
_QUESTION = Question(HandoffKind.APPROVAL, "")
_PLAIN = (
    "label", "team", "allow_self_approval", "require_reason", "estimate", "notify_user", "error", "confirm_by_code",
    "channels", "hidden", "unknown_calls", "stages", "deny", "bulk", "proven", "take_over", "erased",
)  # fmt: skip
"""Parts of a question that are JSON as they stand."""
_MOMENTS = ("seen_at", "paused_since", "nudged_at")
"""Moments of the progress that stand there by their names."""


def question_to_json(question: Question) -> str:
    """The `question` column of a handoff."""
    data: dict[str, Any] = {"kind": question.kind, "reason": question.reason}
    data |= {name: value for name in _PLAIN if (value := getattr(question, name)) != getattr(_QUESTION, name)}
    lists = {
        "facts": [_kept(fact) for fact in question.facts],
        "calls": [_call_to_json(call) for call in question.calls],
        "options": [
            _kept(option) | {"calls": [_call_to_json(call) for call in option.calls]} for option in question.options
        ],
        "editable": [_kept(each) for each in question.editable],
        "escalations": [
            [int(each.after.total_seconds()), each.team, each.channels, each.quorum] for each in question.escalations
        ],
    }
    data |= {name: value for name, value in lists.items() if value}
    moments = {"retry_after": question.retry_after, "due_at": question.due_at if _wakes_before(question) else None}
    data |= {name: to_micros(moment) for name, moment in moments.items() if moment}
    if question.remind is not None:
        data["remind"] = [int(span.total_seconds()) for span in question.remind]
    if question.undo:
        data["undo"] = int(question.undo.total_seconds())
    return dump(data)


ERASED = "•••"
"""Stands where something secret was."""
_LEFT = ("kind", "label", "team", "channels", "stages", "escalations", "deny", "notify_user", "require_reason", "undo")
"""What a node and its team say of every question alike, and nothing of whose request it is."""
_LEFT_OF_ERROR = ("node", "field", "code", "tool", "key")


def erased_question(text: str) -> str:
    """The `question` column once its customer is forgotten: who was asked, and which ways there were."""
    data = parse(text)
    left: dict[str, Any] = {name: data[name] for name in _LEFT if name in data}
    if "options" in data:
        left["options"] = [{name: option[name] for name in ("id", "label")} for option in data["options"]]
    if "error" in data:
        left["error"] = {name: data["error"].get(name, "") for name in _LEFT_OF_ERROR} | {"detail": ""}
    return dump({**left, "reason": "", "erased": True})


def hidden_in(text: str) -> Sequence[str]:
    """What a `question` column says that no card may show."""
    return tuple(parse(text).get("hidden", ()))


def without(reason: str, hidden: Sequence[str]) -> str:
    """What somebody wrote about a request, without what it hid: once that is erased nothing else would hide it."""
    for value in sorted(hidden, key=len, reverse=True):
        reason = reason.replace(value, ERASED) if len(value) > 1 else reason
    return reason


def erased_progress(text: str | None, hidden: Sequence[str]) -> str | None:
    """The `progress` column once its customer is forgotten: votes stay, values that were changed do not."""
    progress, _ = _progress_from_json(text)
    votes = tuple(replace(vote, reason=without(vote.reason, hidden)) for vote in progress.votes)
    return _progress_to_json(replace(progress, votes=votes, edits=(), talked=False, nudged_at=None), None)


def _wakes_before(question: Question) -> bool:
    """Whether the clock may have something to do before the time is up; else the `due_at` column says when that is."""
    return bool(question.undo or question.escalations)


def _question_from_json(text: str, due_at: int | None) -> Question:
    data = parse(text)
    data["kind"] = HandoffKind(data["kind"])
    for name in ("channels", "hidden", "unknown_calls", "proven"):
        data[name] = tuple(data.get(name, ()))
    data["facts"] = tuple(Fact(**fact) for fact in data.get("facts", ()))
    data["calls"] = tuple(_call_from_json(call) for call in data.get("calls", ()))
    data["stages"] = tuple(tuple(stage) for stage in data.get("stages", ()))
    data["options"] = tuple(_option_from_json(option) for option in data.get("options", ()))
    data["editable"] = tuple(
        Editable(**{**each, "choices": tuple(each.get("choices", ()))}) for each in data.get("editable", ())
    )
    data["escalations"] = tuple(
        Escalation(timedelta(seconds=int(after)), team, tuple(channels), int(quorum))
        for after, team, channels, quorum in data.get("escalations", ())
    )
    for name in ("retry_after", "due_at"):
        if name in data:
            data[name] = from_micros(data[name])
    if "remind" in data:
        data["remind"] = tuple(timedelta(seconds=int(seconds)) for seconds in data["remind"])
    if "undo" in data:
        data["undo"] = timedelta(seconds=int(data["undo"]))
    question = Question(**data)
    if due_at is None or _wakes_before(question):
        return question
    return replace(question, due_at=from_micros(due_at))


def _kept(full: Any) -> dict[str, Any]:
    """The parts of a value that must be given, and those that are not as they are without."""
    return {
        part.name: value
        for part in fields(full)
        if (value := getattr(full, part.name)) != part.default or part.default is MISSING
    }


def _call_to_json(call: FrozenCall) -> list[str]:
    return [call.node, call.tool, call.arguments, call.schema, call.digest]


def _call_from_json(data: list[str]) -> FrozenCall:
    node, *call = data
    return FrozenCall(NodeId(node), *call)


def _option_from_json(data: Mapping[str, Any]) -> Option:
    calls = tuple(_call_from_json(call) for call in data.get("calls", ()))
    return Option(**{**data, "calls": calls, "unknown_calls": tuple(data.get("unknown_calls", ()))})


def progress_to_json(handoff: Handoff) -> str | None:
    """The `progress` column of a handoff; None as long as nothing has happened."""
    return _progress_to_json(handoff.progress, handoff.question.due_at)


def _progress_to_json(progress: Progress, due_at: datetime | None) -> str | None:
    if progress == NOTHING_YET:
        return None
    data: dict[str, Any] = {
        "votes": [_vote_to_json(vote) for vote in progress.votes],
        "stage": progress.stage,
        "edits": [[e.path, e.before, e.after, e.by, e.by_name, to_micros(e.at)] for e in progress.edits],
        "assignee": progress.assignee,
        "assignee_name": progress.assignee_name,
        "runs_at": progress.runs_at and to_micros(progress.runs_at),
        "escalated": progress.escalated,
        "put_off": [[number, to_micros(at)] for number, at in progress.put_off],
        "talked": progress.talked,
        "wants_person": progress.wants_person,
        "paused": progress.paused // timedelta(microseconds=1),
    }
    moments = {name: getattr(progress, name) for name in _MOMENTS}
    if progress.talked:  # the column of the question's own moment may say another one since
        moments["due_at"] = due_at
    data |= {name: to_micros(moment) for name, moment in moments.items() if moment}
    if inquiry := progress.inquiry:
        data["inquiry"] = [inquiry.by, inquiry.by_name, inquiry.words, to_micros(inquiry.at), to_micros(inquiry.until),
                           inquiry.place]  # fmt: skip
    if talk := progress.talk:
        data["talk"] = [talk.by, talk.by_name, to_micros(talk.since), to_micros(talk.heard_at),
                        talk.idle // timedelta(seconds=1), talk.place, talk.is_unanswered]  # fmt: skip
    return dump({name: value for name, value in data.items() if value})


def _progress_from_json(text: str | None) -> tuple[Progress, int | None]:
    """The progress, and the moment when the question's time is up if the column of that says another one."""
    if not text:
        return NOTHING_YET, None
    data = parse(text)
    due = data.pop("due_at", None)
    data |= {name: from_micros(data[name]) for name in (*_MOMENTS, "runs_at") if name in data}
    if "paused" in data:
        data["paused"] = timedelta(microseconds=int(data["paused"]))
    if "inquiry" in data:
        by, name, words, at, until, place = data["inquiry"]
        data["inquiry"] = Inquiry(PersonId(by), name, words, from_micros(at), from_micros(until), Place(place))
    if "talk" in data:
        by, name, since, heard_at, idle, place, *more = data["talk"]
        span = timedelta(seconds=int(idle))
        data["talk"] = Talk(PersonId(by), name, from_micros(since), from_micros(heard_at), span, Place(place), *more)
    data["escalated"] = tuple(int(number) for number in data.get("escalated", ()))
    data["put_off"] = tuple((int(number), from_micros(at)) for number, at in data.get("put_off", ()))
    if "assignee" in data:
        data["assignee"] = PersonId(data["assignee"])
    data["votes"] = tuple(_vote_from_json(vote) for vote in data.get("votes", ()))
    data["edits"] = tuple(
        Edit(path, before, after, PersonId(by), by_name, from_micros(at))
        for path, before, after, by, by_name, at in data.get("edits", ())
    )
    return Progress(**data), due


def _vote_to_json(vote: Decision) -> dict[str, Any]:
    data = {
        "action": vote.action, "by": vote.by, "by_name": vote.by_name, "at": to_micros(vote.at), "reason": vote.reason,
        "via": vote.via, "choice": vote.choice, "teams": vote.teams, "stage": vote.stage, "stands_for": vote.stands_for,
        "by_role": vote.by_role,
    }  # fmt: skip
    return {name: value for name, value in data.items() if value or name in ("by", "by_name")}


def _vote_from_json(data: dict[str, Any]) -> Decision:
    told = {"action": Action(data["action"]), "at": from_micros(data["at"]), "teams": tuple(data.get("teams", ()))}
    stands_for = tuple(map(PersonId, data.get("stands_for", ())))
    by_role = tuple(data.get("by_role", ()))
    return Decision(**{**data, **told, "stands_for": stands_for, "by_role": by_role})


def handoff_from_row(row: tuple[Any, ...]) -> Handoff:
    """A handoff from the columns of `HANDOFF`."""
    (number, run, bot, conversation, node, token, team, state, question, places, requester, opened, due, asked_by,
     unreached, progress, action, by, by_name, at, reason, via, choice) = row  # fmt: skip
    decision = None
    if action is not None:
        person = None if by is None else PersonId(by)
        decision = Decision(Action(action), person, by_name, from_micros(at), reason, via, choice or "")
    happened, ends = _progress_from_json(progress)
    asked = _question_from_json(question, ends if happened.talked else due)
    return Handoff(
        HandoffId(number), RunId(run), BotId(bot), ConversationId(conversation), NodeId(node), token,
        asked, tuple(Place(p) for p in parse(places)), requester, from_micros(opened),
        team, HandoffState(state), decision, asked_by or "", tuple(Place(p) for p in parse(unreached or "[]")),
        happened,
    )  # fmt: skip
