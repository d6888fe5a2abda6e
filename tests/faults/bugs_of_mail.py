"""Bugs of mail to plant: what a link may do, what a code is worth, what is sent twice, and what is believed."""

from tests.faults.bug import Bug

FLOW = "tests/flow/mail"
DECISIONS, CODES, BOUNCES = f"{FLOW}/test_decisions.py", f"{FLOW}/test_codes.py", f"{FLOW}/test_bounces.py"
ROBOTS, LINKS = f"{FLOW}/test_robots.py", "tests/contract/test_mail_links.py"
STORE, PROVIDERS = "tests/contract/test_mail_codes.py", "tests/contract/test_mail_providers.py"
KILLS = "tests/faults/test_mail_kills.py"
FEW = {"VISITS": "80", "TOKENS": "900"}

BUGS = (
    Bug(
        "a form without its tick decides",
        "channels/email/pages.py", 'if data.get("sure") != YES:', 'if data.get("sure") == "no":',
        ROBOTS, "approve and not code", environ=FEW,
    ),
    Bug(
        "a form from nowhere decides",
        "channels/email/pages.py", "if data is None or not await self._links.is_form(data.get(\"form\", \"\"), token):",
        "if data is None:",
        DECISIONS, "form_is_of_its_own_page",
    ),
    Bug(
        "a link is believed for ever",
        "channels/email/links.py", "if payload[-1] <= self._now().timestamp():", "if payload[-1] <= 0:",
        LINKS, "forged", environ=FEW,
    ),
    Bug(
        "a link that we did not sign is believed",
        "channels/email/links.py",
        "            payload = serializer.loads(token)\n        except BadData:\n            continue\n",
        "            payload = serializer.loads_unsafe(token)[1]\n        except BadData:\n            continue\n"
        "        if payload:\n            yield payload\n",
        LINKS, "forged", environ=FEW,
    ),
    Bug(
        "another spelling of a link is another link",
        "channels/email/links.py", "if hmac.compare_digest(str(serializer.dumps(payload)), token):", "if payload:",
        LINKS, "another_spelling",
    ),
    Bug(
        "a form is as good as a link",
        "channels/email/links.py", 'salt=f"assent mail {purpose}"', 'salt="assent mail"',
        LINKS, "belongs_to_its_link", also=(("channels/email/links.py", "len(payload) != count + 1", "not payload"),),
    ),
    Bug(
        "a link decides what it was not made for",
        "channels/email/door.py", "shown.view.binding != (link.visit, link.arguments)", "shown.view.binding == ()",
        DECISIONS, "bound_to_its_visit",
    ),
    Bug(
        "who left the team still reads the request",
        "channels/email/door.py", "if shown.refusal:\n", "if shown.refusal and not shown.view:\n",
        DECISIONS, "left_the_team",
    ),
    Bug(
        "the page of a marked request wants no code",
        "bot/mail_desk.py", "if shown.needs_code and not await", "if shown.needs_code is None and not await",
        DECISIONS, "marked_request",
    ),
    Bug(
        "a page of another site may send the form",
        "channels/web/guard.py", 'if request.headers.get("Origin", "").lower() not in known:', "if not known:",
        DECISIONS, "another_site",
    ),
    Bug(
        "a code is mailed without being counted",
        "engine/nodes/auth_gate.py", "if ctx.counts_codes else", "if ctx.counts_codes is None else",
        CODES, "limited",
    ),
    Bug(
        "codes are counted by the spelling of an address",
        "storage/codes.py", "    contact = contact.casefold()\n", "",
        STORE, "sqlite and by_address",
    ),
    Bug(
        "an old code is good beside the new one",
        "storage/codes.py", "    if challenge.replaces:\n", "    if not challenge.id:\n",
        STORE, "sqlite and replaces",
    ),
    Bug(
        "a code waits readable in the database",
        "bot/secrets.py", 'return self._box.encrypt(text.encode()).decode("ascii")', "return text",
        CODES, "stands_in_no", also=(("bot/secrets.py", "return self._box.decrypt(sealed).decode()", "return sealed"),),
    ),
    Bug(
        "a code that was typed stands in the transcript",
        "engine/execution.py", "self.draft.hear(message, node.kind.noted(token.memo, message.text))",
        "self.draft.hear(message)",
        CODES, "stands_in_no",
    ),
    Bug(
        "a proof is remembered for ever",
        "engine/nodes/auth_gate.py", "identity.at + data.valid_for > ctx.now", "identity.at < ctx.now",
        CODES, "remembered_for_as_long",
    ),
    Bug(
        "a mail that is repeated is made anew",
        "channels/email/channel.py", "Letter(**await self._drafts.kept(key, asdict(letter)))", "letter",
        DECISIONS, "the_very_same_mail",
    ),
    Bug(
        "what became of a request is mailed again after a kill",
        "channels/email/channel.py", "f\"result.{letter.id.strip('<>')}\"", 'f"result.{id(letter)}"',
        KILLS, "any_moment", environ={"MAIL_KILLS": "3"},
    ),
    Bug(
        "a mail is sent under no key",
        "channels/email/resend_post.py", 'return {"idempotency_key": key}', "return {}",
        PROVIDERS, "one_key",
    ),
    Bug(
        "an event is believed without its signature",
        "channels/email/resend_events.py", "        Webhooks.verify(\n", "        dict(\n",
        BOUNCES, "not_signed",
    ),
    Bug(
        "an event that is told twice is taken twice",
        "storage/unreached.py", "    if not new:\n", "    if new is None:\n",
        STORE, "sqlite and once_per_event",
    ),
    Bug(
        "a mail server elsewhere is spoken to without TLS",
        "channels/email/smtp_post.py", "None if server.is_here else True", "None",
        PROVIDERS, "without_tls",
    ),
)  # fmt: skip
