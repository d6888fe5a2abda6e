"""Acting as people: what they say, press, use and see."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Any

from tests.fakes.discord import mentions
from tests.fakes.discord.accounts import Application, User
from tests.fakes.discord.channels import FORUM, PUBLIC_THREAD, Channel
from tests.fakes.discord.files import Upload
from tests.fakes.discord.filling import filled
from tests.fakes.discord.messages import SELECTS, Message, every
from tests.fakes.discord.presses import AUTOCOMPLETE, COMMAND, COMPONENT, MODAL, Answer, Modal, Press
from tests.fakes.discord.rights import Right
from tests.fakes.discord.slashes import chosen, command_data
from tests.fakes.discord.threads import changed, opened
from tests.fakes.discord.world import World

Place = Channel | Application


class Person:
    """A user with hands. A place is a channel, or an application for the direct messages with its bot."""

    def __init__(self, world: World, user: User) -> None:
        self.world = world
        self.user = user

    @property
    def id(self) -> int:
        return self.user.id

    @property
    def mention(self) -> str:
        return self.user.mention

    def channel(self, place: Place) -> Channel:
        """The channel meant."""
        return place if isinstance(place, Channel) else self.world.dm(place.user, self.user)

    def may(self, channel: Channel, right: Right) -> bool:
        """Whether they may do something there."""
        return not channel.deleted and right in channel.rights_of(self.id)

    # --- words

    async def says(
        self, place: Place, text: str, *, reply_to: Message | None = None, files: dict[str, bytes] | None = None
    ) -> Message:
        """Post a text, with files by their names."""
        channel = self.channel(place)
        self._must(channel, Right.SEND_MESSAGES_IN_THREADS if channel.is_thread else Right.SEND_MESSAGES)
        if channel.type == FORUM or channel.locked:
            raise ValueError(f"nobody can write in {channel.name!r} itself")
        kept = [self.world.keep(Upload(name, data), channel) for name, data in (files or {}).items()]
        made = self.world.compose(channel, self.user, content=text, reply_to=reply_to, attachments=kept)
        mentions.people_say(self.world, made)
        self.world.announce(made)
        return made

    async def edits(self, message: Message, text: str) -> Message:
        """Edit what they posted."""
        if message.author is not self.user:
            raise ValueError("people edit their own messages only")
        message.content, message.edited_at = text, self.world.now()
        mentions.people_say(self.world, message)
        message.remember(message.edited_at)
        self.world.announce(message, edited=True)
        return message

    async def deletes(self, message: Message) -> None:
        """Delete a message: their own, an ephemeral one that they see, or any with the right to."""
        own = message.author is self.user or message.only_for == self.id
        if not own and not self.may(message.channel, Right.MANAGE_MESSAGES):
            raise ValueError(f"{self.user.name} may not delete it")
        self.world.remove(message)

    # --- buttons, menus, forms

    def presses(self, message: Message, label: str | None = None, *, custom_id: str | None = None) -> Press:
        """Press a button, by its label or custom id, without waiting for an answer."""
        if custom_id is None:
            button = message.button(label or "")
        else:
            found = [one for one in message.all_buttons() if one.get("custom_id") == custom_id]
            assert found, f"no button of {message.text!r} carries {custom_id!r}; fake.forged_press() sends it anyway"
            button = found[0]
            assert not button.get("disabled"), f"the button {custom_id!r} cannot be pressed"
        assert "custom_id" in button, f"the button {label!r} does not tell the bot: {button}"
        self._must_see(message)
        data = {"custom_id": button["custom_id"], "component_type": 2, "id": button["id"]}
        return self._interact(message, data)

    def chooses(self, message: Message, *labels: str, custom_id: str | None = None) -> Press:
        """Choose options of a select menu by their labels."""
        menus = [one for one in every(message.components) if one["type"] in SELECTS]
        menu = next(one for one in menus if custom_id in (None, one["custom_id"]))
        self._must_see(message)
        data = {"custom_id": menu["custom_id"], "component_type": menu["type"], "id": menu["id"]}
        return self._interact(message, {**data, "values": chosen(menu, labels)})

    async def taps(
        self, message: Message, label: str | None = None, *, custom_id: str | None = None, within: float = 5.0
    ) -> Answer:
        """Press a button and wait for what is shown."""
        return await self.presses(message, label, custom_id=custom_id).answer(within)

    def submits(self, modal: Modal, values: dict[str, Any] | None = None) -> Press:
        """Fill in a form, fields by their label or custom id, and send it."""
        opener = modal.press
        data = {"custom_id": modal.custom_id, "components": filled(modal, values or {})}
        return self.press(MODAL, opener.app, opener.channel, data, opener.message, opener)

    # --- commands

    def uses(self, command: str, place: Place, bot: Application | None = None, **options: Any) -> Press:
        """Use a slash command, as `ana.uses("/pending", desk, who=ben)`; "/handoff list" names a subcommand."""
        app, channel = self._app(place, bot), self.channel(place)
        self._must(channel, Right.VIEW_CHANNEL)
        return self.press(COMMAND, app, channel, command_data(app, self.user, channel, command, options))

    def types(self, command: str, place: Place, option: str, text: str, **others: Any) -> Press:
        """Type into an option with autocompletion; the answer has `choices`."""
        app, channel = self._app(place, None), self.channel(place)
        data = command_data(app, self.user, channel, command, {**others, option: text}, focused=option)
        return self.press(AUTOCOMPLETE, app, channel, data)

    def _app(self, place: Place, bot: Application | None) -> Application:
        if bot is not None or isinstance(place, Application):
            return bot or place  # type: ignore[return-value]
        return next(iter(self.world.apps.values()))

    def _interact(self, message: Message, data: dict[str, Any]) -> Press:
        app = self.world.apps[message.author.id]
        return self.press(COMPONENT, app, message.channel, data, message)

    def press(
        self,
        kind: int,
        app: Application,
        channel: Channel,
        data: dict[str, Any],
        message: Message | None = None,
        parent: Press | None = None,
    ) -> Press:
        """An interaction of any shape."""
        made = Press(
            self.world,
            self.world.number(),
            secrets.token_urlsafe(48),
            kind,
            app,
            self.user,
            channel,
            data,
            self.world.now(),
            message,
            parent,
        )
        self.world.interact(made, made.wire())
        return made

    # --- looking

    async def sees(
        self,
        place: Place,
        fragment: str = "",
        *,
        within: float = 10.0,
        button: str | None = None,
        after: Message | None = None,
        where: Callable[[Message], bool] | None = None,
    ) -> Message:
        """The newest message of others with that text (and button); waits so many real seconds for it."""
        channel = self.channel(place)

        def found() -> Message | None:
            if not self.may(channel, Right.VIEW_CHANNEL):
                return None
            fits = [
                one
                for one in channel.live(self.id)
                if one.author is not self.user
                and fragment in one.text
                and (button is None or any(button in label for label in one.buttons))
                and (after is None or one.id > after.id)
                and (where is None or where(one))
            ]
            return fits[-1] if fits else None

        message: Message | None = await self.world.until(found, within)
        if message is None:
            shown = "\n".join(f"  {one.text!r} {one.buttons}" for one in channel.live(self.id))
            raise AssertionError(f"{self.user.name} does not see {fragment!r} in:\n{shown}")
        return message

    def _must(self, channel: Channel, right: Right) -> None:
        if not self.may(channel, Right.VIEW_CHANNEL) or not self.may(channel, right):
            raise ValueError(f"{self.user.name} may not {right.name} in {channel.name or 'the DM'!r}")

    def _must_see(self, message: Message) -> None:
        self._must(message.channel, Right.VIEW_CHANNEL)
        if message.deleted or message.only_for not in (None, self.id):
            raise ValueError(f"{self.user.name} does not see {message.text!r}")

    # --- threads, blocking

    async def opens_thread(self, parent: Channel, name: str, kind: int = PUBLIC_THREAD) -> Channel:
        """Open a thread, or a post in a forum."""
        self._must(parent, Right.CREATE_PUBLIC_THREADS)
        return opened(self.world, parent, self.id, name, kind)

    async def archives(self, thread: Channel) -> None:
        """Close a thread."""
        changed(self.world, thread, archived=True)

    async def blocks(self, bot: Application) -> None:
        """Let the bot write no more in private."""
        self.user.blocked.add(bot.id)

    async def unblocks(self, bot: Application) -> None:
        """Let it write again."""
        self.user.blocked.discard(bot.id)
