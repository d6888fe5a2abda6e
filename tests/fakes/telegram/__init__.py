"""A fake Telegram: the Bot API on loopback, and people who use it.

    async with telegram_fake(now) as fake:                  # the door is `fake.py`
        ...start the bot on fake.address with fake.token...
        ana = fake.user(1001, "Ana", language="de")
        desk = fake.supergroup("Desk", ana)                 # Ana owns it, the bot is a member
        await ana.says(fake.bot, "refund order 17")         # a bot as a place is the private chat with it
        card = await ana.sees(desk, "order 17", button="Approve")
        answer = await ana.taps(card, "Approve")            # what the bot answered to the tap
        await ana.sees(desk, "Approved")
        fake.faults.drop_after("editMessageText")           # the call is carried out, the answer is lost
        assert len(fake.called("sendMessage")) == 2         # every request is logged

Every request, answer and update is held against the Bot API's document (see `document`, and `newer` for what the
document lacks); what breaks it is refused and noted in `fake.violations`, and the door asserts at its end that there is
none. The same list takes what Telegram would mend in silence (crossing entities, a button with two actions) and what a
test asks of the fake that it does not model. Where the document is absent, requests are read by guessing and nothing is
checked.

The clock is `now`: floods, expiry, deadlines and a webhook's retries go by it. People and `sees` wait in real seconds.

Rules come from the Bot API's documentation, from the source of Telegram's server (tdlib/telegram-bot-api) and TDLib
(tdlib/td), and where these are silent from `telegram-bot-test-server`'s page on Telegram's behaviour.

Assumed, since no source settles it
- The flood figures (`limits.Limits`): Telegram names none. `retry_after` is the shortest wait that helps; Telegram's is
  often longer. A call that is refused for another reason costs nothing.
- A text's length counts UTF-16 units; TDLib counts code points, which refuses less (`limits.units = "points"`).
- More than 8 buttons in a row or 100 in all are refused as "reply markup is too long"; the texts for that, for an empty
  button label, for a forced reply's placeholder, for a topic's name and for a photo that is too big.
- A tap may be answered for 150 s and once.
- An album counts as so many messages, but as one in its chat's pace. One of a single item is refused, as documented.
- What does not begin as a JPEG or PNG is no photo.
- In privacy mode a bot does not hear what merely mentions it, nor messages in a topic only because it opened the topic;
  a general command is heard by the bot that spoke last, or by all where none has spoken.
- A reply in a forum without a thread goes to the thread of what it replies to.

Not modelled
- Albums of people, and of other things than photos and documents; stickers, videos, polls, locations, reactions, pins,
  inline mode, payments, business, games, web apps' data, join requests, invite links, rich and ephemeral messages,
  drafts, and methods for them: calling one is a violation.
- Replies to other chats, files by address, thumbnails, the legacy Markdown mode, quotes and emoji in MarkdownV2.
- `file_id`s of their own for each bot; message ids of basic groups that differ between accounts.
- Telegram's splitting of crossing entities (the later one is dropped), of date entities, and of phone or card numbers.
- The 3 s delay of a second 409 and of repeated short polls; the description "Webhook was set"; https, ports and
  certificates of webhooks; an `update_id` that repeats.
- Slow mode, silent and scheduled sending, auto-delete, boosts, premium; of linked channels and their discussion groups
  nothing but `linked_post`.
- The wait between a call and its updates: an update is queued before the call is answered.
"""
