"""The unmodified aiogram client against the fake. Importing aiogram takes seconds: no other test of the fake does."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import SendMessage
from aiogram.types import (
    BotCommand,
    BotCommandScopeChatMember,
    BufferedInputFile,
    CallbackQuery,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)
from aiogram.utils.backoff import BackoffConfig
from aiogram.utils.formatting import Bold, Code, ExpandableBlockQuote, TextLink, as_key_value, as_list
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiohttp import web

from tests.contract.telegram_fake.ground import Plain
from tests.fakes.telegram.chats import ADMIN_RIGHTS, Chat
from tests.fakes.telegram.fake import TelegramFake
from tests.fakes.telegram.people import Person

CARD = InlineKeyboardMarkup(
    inline_keyboard=[
        [
            InlineKeyboardButton(text="Approve", callback_data="h:1:approve", style="success"),
            InlineKeyboardButton(text="Reject", callback_data="h:1:reject", style="danger"),
        ],
        [InlineKeyboardButton(text="Order", url="https://shop.example/17")],
    ]
)
QUICK = BackoffConfig(min_delay=0.01, max_delay=0.05, factor=1.5, jitter=0.0)


def client(fake: TelegramFake, token: str | None = None) -> Bot:
    session = AiohttpSession(api=TelegramAPIServer.from_base(fake.address), timeout=5)
    return Bot(token or fake.token, session=session, default=DefaultBotProperties(link_preview_is_disabled=True))


@pytest.fixture
async def bot(plain: Plain) -> AsyncIterator[Bot]:
    made = client(plain.fake)
    yield made
    await made.session.close()


@contextlib.asynccontextmanager
async def polling(dispatcher: Dispatcher, bot: Bot) -> AsyncIterator[asyncio.Task[Any]]:
    """The dispatcher at work; its task is there to look at."""
    task = asyncio.create_task(
        dispatcher.start_polling(
            bot, handle_signals=False, close_bot_session=False, handle_as_tasks=False, backoff_config=QUICK
        )
    )
    try:
        yield task
    finally:
        with contextlib.suppress(RuntimeError):
            await dispatcher.stop_polling()
        await asyncio.wait([task], timeout=5)


def approver() -> Dispatcher:
    """Posts a card for what is said and closes it when it is tapped."""
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def say(message: Message) -> None:
        await message.answer(f"card: {message.text}", reply_markup=CARD)

    @dispatcher.callback_query()
    async def tapped(query: CallbackQuery) -> None:
        if isinstance(query.message, Message):
            await query.message.edit_text(f"{query.data} by {query.from_user.first_name}")
        await query.answer("noted", show_alert=True)

    return dispatcher


async def test_a_card_is_asked_tapped_and_closed(bot: Bot, fake: TelegramFake, ana: Person) -> None:
    async with polling(approver(), bot):
        await ana.says(fake.bot, "refund 20 EUR")
        card = await ana.sees(fake.bot, "refund 20")
        answer = await ana.taps(card, "Approve")
        assert (answer.text, answer.alert) == ("noted", True)
        assert await ana.sees(fake.bot, "h:1:approve by Ana") is card
        assert card.history[0] == ("card: refund 20 EUR", ["Approve", "Reject", "Order"])


async def test_what_aiogram_builds_is_within_the_document(
    bot: Bot, fake: TelegramFake, ana: Person, team: Chat
) -> None:
    words = as_list(Bold("Refund"), as_key_value("Amount", Code("20 €")), ExpandableBlockQuote("😀 a\nb"))
    sent = await bot.send_message(team.id, **words.as_kwargs(), reply_markup=CARD, message_thread_id=None)
    assert [entity.type for entity in sent.entities or []] == ["bold", "bold", "code", "expandable_blockquote"]
    await bot.send_message(
        1001,
        **TextLink("see", url="https://shop.example/17").as_kwargs(),
        reply_parameters=ReplyParameters(message_id=sent.message_id, allow_sending_without_reply=True),
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )
    await bot.send_message(1001, "why?", reply_markup=ForceReply(input_field_placeholder="Reason", selective=True))
    off = InlineKeyboardButton.model_validate({"text": "Done", "disabled": {}})
    await sent.edit_reply_markup(reply_markup=InlineKeyboardMarkup(inline_keyboard=[[off]]))
    scope = BotCommandScopeChatMember(chat_id=team.id, user_id=1001)
    await bot.set_my_commands([BotCommand(command="pending", description="d")], scope=scope, language_code="de")
    assert fake.menu({"type": "chat_member", "chat_id": team.id, "user_id": 1001}, "de") == ["pending"]
    assert (await bot.get_chat_member(team.id, 1001)).status == "creator"
    assert (await bot.get_chat(team.id)).title == "Team"
    assert (await bot.get_me()).username == "assent_bot"
    assert fake.violations == []


async def test_refusals_arrive_as_aiograms_exceptions(bot: Bot, fake: TelegramFake, ana: Person) -> None:
    group = fake.group("Team", ana)
    sent = await bot.send_message(1001, "a")
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await sent.edit_text("a")
    with pytest.raises(TelegramBadRequest, match="message text is empty"):
        await bot.send_message(1001, "")
    fake.faults.flood(3)
    with pytest.raises(TelegramRetryAfter) as flood:
        await bot.send_message(1001, "a")
    assert flood.value.retry_after == 3
    made = fake.migrate(group)
    with pytest.raises(TelegramMigrateToChat) as moved:
        await bot.send_message(group.id, "a")
    assert moved.value.migrate_to_chat_id == made.id
    await ana.blocks(fake.bot)
    with pytest.raises(TelegramForbiddenError, match="blocked by the user"):
        await bot.send_message(1001, "a")
    fake.faults.conflict("getMe")
    with pytest.raises(TelegramConflictError):
        await bot.get_me()
    fake.limits.upload = 10
    with pytest.raises(TelegramEntityTooLarge):
        await bot.send_document(made.id, BufferedInputFile(b"x" * 11, "a.pdf"))
    fake.revoke()
    with pytest.raises(TelegramUnauthorizedError):
        await bot.get_me()


async def test_trouble_on_the_line_arrives_as_aiograms_exceptions(bot: Bot, fake: TelegramFake, ana: Person) -> None:
    chat = fake.world.private(fake.bot, ana.user)
    before = len(chat.live())
    for arm, error in (
        (fake.faults.drop_before, TelegramNetworkError),
        (fake.faults.drop_after, TelegramNetworkError),
        (fake.faults.broken_json, ClientDecodeError),
        (fake.faults.gateway, ClientDecodeError),
    ):
        arm("sendMessage")
        with pytest.raises(error):
            await bot.send_message(1001, "a")
    fake.faults.status(500, "sendMessage")
    with pytest.raises(TelegramServerError):
        await bot.send_message(1001, "a")
    fake.faults.hang("sendMessage")
    with pytest.raises(TelegramNetworkError, match="timeout"):
        await bot(SendMessage(chat_id=1001, text="a"), request_timeout=1)
    assert len(chat.live()) == before + 3, "those cut after the call were carried out"


async def test_files_go_up_and_down(bot: Bot, fake: TelegramFake, ana: Person) -> None:
    sent = await bot.send_document(1001, BufferedInputFile(b"%PDF-1", "r.pdf"), caption="receipt")
    assert sent.document is not None
    assert (sent.document.file_name, sent.caption) == ("r.pdf", "receipt")
    photo = await ana.sends_photo(fake.bot, b"jpeg")
    got = await bot.download(photo.media["photo"][0]["file_id"])
    assert got is not None and got.read() == b"jpeg"


async def test_one_undecodable_update_stops_polling_for_ever(bot: Bot, fake: TelegramFake, ana: Person) -> None:
    await bot.get_updates(offset=-1)
    fake.undecodable_update(fake.group("Team", ana))
    async with polling(approver(), bot):
        await ana.says(fake.bot, "anybody there?")
        await asyncio.sleep(0.3)
        assert len(fake.called("getUpdates")) > 3, "it asks again and again"
        assert not fake.called("sendMessage")
    with pytest.raises(ClientDecodeError):
        await bot.get_updates()


async def test_unknown_kinds_and_fields_do_not_stop_polling(bot: Bot, fake: TelegramFake, ana: Person) -> None:
    fake.strange_update()
    fake.newer_update(ana, "from the future")
    with pytest.warns(RuntimeWarning, match="unknown update type"):
        async with polling(approver(), bot):
            await ana.sees(fake.bot, "card: from the future")


async def test_administrators_decode(bot: Bot, fake: TelegramFake, ana: Person, team: Chat) -> None:
    fake.promote(team, fake.bot)
    change = (await bot.get_updates(offset=-1))[0].my_chat_member
    assert change is not None and change.new_chat_member.status == "administrator"
    assert all(hasattr(change.new_chat_member, right) for right in ADMIN_RIGHTS)


async def test_two_pollers_end_each_other(bot: Bot, fake: TelegramFake, ana: Person) -> None:
    await bot.get_updates(offset=-1)
    await bot.get_updates(offset=fake.bot.queue.pending()[-1].id + 1)
    first = asyncio.create_task(bot.get_updates(timeout=30))
    await asyncio.sleep(0.1)
    async with polling(approver(), bot):
        with pytest.raises(TelegramConflictError):
            await first


async def _serve(app: web.Application) -> tuple[web.AppRunner, str]:
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    return runner, "http://{}:{}".format(*runner.addresses[0][:2])


async def test_the_webhook_of_aiogram(bot: Bot, fake: TelegramFake, ana: Person) -> None:
    """Also its way to call a method by the answer to an update, which is multipart."""
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def say(message: Message) -> Any:
        return message.answer(f"by the answer: {message.text}", reply_markup=CARD)

    app = web.Application()
    handler = SimpleRequestHandler(dispatcher, bot, handle_in_background=False, secret_token="s3cret")
    handler.register(app, path="/hook")
    setup_application(app, dispatcher, bot=bot)
    runner, address = await _serve(app)
    await bot.set_webhook(f"{address}/hook", secret_token="s3cret", drop_pending_updates=True)
    await ana.says(fake.bot, "hello")
    assert (await ana.sees(fake.bot, "by the answer: hello")).buttons == ["Approve", "Reject", "Order"]
    with pytest.raises(TelegramConflictError, match="webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    await runner.cleanup()


async def test_a_webhook_with_the_wrong_secret_keeps_its_updates(bot: Bot, fake: TelegramFake, ana: Person) -> None:
    app = web.Application()
    SimpleRequestHandler(Dispatcher(), bot, secret_token="other").register(app, path="/hook")
    runner, address = await _serve(app)
    await bot.set_webhook(f"{address}/hook", secret_token="s3cret", drop_pending_updates=True)
    await ana.says(fake.bot, "hello")

    def refused() -> bool:
        return fake.bot.webhook is not None and fake.bot.webhook.error is not None

    await _soon(refused)
    info = await bot.get_webhook_info()
    assert (info.pending_update_count, info.last_error_message) == (
        1,
        "Wrong response from the webhook: 401 Unauthorized",
    )
    await bot.delete_webhook()
    assert len(await bot.get_updates()) == 1
    await runner.cleanup()


async def _soon(found: Callable[[], bool]) -> None:
    for _ in range(500):
        if found():
            return
        await asyncio.sleep(0.01)
    pytest.fail("it did not come")
