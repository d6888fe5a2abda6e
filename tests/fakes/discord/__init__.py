"""A fake Discord: REST, gateway and files on loopback, and people who use it.

    async with discord_fake(now) as fake:                    # the door is `fake.py`
        ...start the bot on fake.address with fake.token; GET /gateway/bot names the gateway...
        await fake.ready()                                   # a client has identified itself
        ana = fake.user(1001, "Ana", locale="de")
        office = fake.guild("Office", ana)                   # Ana owns it, the bot is a member
        desk = fake.channel(office, "desk")
        await ana.says(fake.bot, "refund order 17")          # a bot as a place is the direct messages with it
        card = await ana.sees(desk, "order 17", button="Approve")
        answer = await ana.presses(card, "Approve").answer() # what was shown: a message, a modal, "... failed"
        await ana.submits(answer.modal, {"Why": "late"}).outcome()
        await ana.uses("/pending", desk, kind="refund").answer()
        fake.faults.drop_after("create_message")             # the call is carried out, the answer is lost
        fake.gateway.drop()                                  # events wait for the client to resume
        assert len(fake.called("create_message")) == 2       # every request is logged, by its name in the document

Every request and answer is held against Discord's OpenAPI document (see `document`, and `newer` for what it lacks): an
unknown route, an unknown, missing or mistyped field is refused and noted in `fake.violations`, and the door asserts at
its end that there is none; so is what the fake does not model. Texts too long, lists too full and the rules that the
document does not express are refused as Discord refuses them, and are no violation. Where the document is absent,
only unknown routes are violations, and of what it says nothing but the lengths is known (`lengths`).

The clock is `now`: rate limits, the 3 seconds and 15 minutes of interactions, nonces and sessions go by it. People,
`sees` and `answer` wait in real seconds. discord.py sleeps in real seconds before an exhausted rate limit: a test whose
clock stands switches them off (`fake.limits.rates = False`).

Rules come from discord/discord-api-docs; error texts from there and from bug reports that quote Discord.

Assumed, since no source settles it
- The figures of routes' rate limits, of edits of old messages, of a session's and a nonce's life (`limits.Limits`).
- A nonce counts for an author in all channels.
- Lengths count UTF-16 units (`limits.units = "points"` refuses less).
- The codes of: too many components or too much text in all, a button without label and emoji, doubled component ids,
  a select's minimum and maximum, a command's size, an option with choices and autocompletion, a text input's lengths.
- An old edit's 429 (30046) names the time to wait, as every other 429 does, and that is until the hour is over.
- "Thread is archived" (50083) is a 400; a report of an answer in a locked thread shows it as a 403.
- The first follow-up after "is thinking" takes its place.

Not modelled
- Reactions, pins, polls, stickers, forwarding, voice, stages, events, auto moderation, invites, webhooks proper, audit
  log, emoji, user installations, shards, group messages, channels' and roles' administration by bots; calling such a
  route is a violation.
- zstd-stream, ETF, presence, the gateway's 120 payloads a minute, a close for missed heartbeats, voice connections.
- Message and user commands, commands' permissions by channel or role, attachments as options or in modals.
- Timeouts, slow mode, age restriction, verification, membership screening, boosts and the larger uploads they give.
- Auto-archiving by age, thread members' lists, forum tags, announcements' followers.
- Embeds that Discord makes of links by itself (`fake.unfurl` makes one), Markdown.
- The wait between a call and its events: an event is on its way before the call is answered.
"""
