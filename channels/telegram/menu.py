"""The menus of commands, per scope and language: what somebody is offered is what they may use."""

import logging
from collections.abc import Iterator, Sequence

from aiogram.methods import SetMyCommands
from aiogram.types import BotCommand, BotCommandScopeChat, BotCommandScopeDefault

from channels.base import ChannelError
from channels.menus import Command, Menus
from channels.telegram.client import Client
from channels.telegram.places import Places
from channels.telegram.settings import Staff

log = logging.getLogger(__name__)

MOST_DESCRIPTION = 256

Scope = BotCommandScopeDefault | BotCommandScopeChat


async def put_menus(client: Client, places: Places, menus: Menus, staff: Staff) -> None:
    """Offer everybody their commands: in review chats and to reviewers in private also theirs, to admins all."""
    chats = dict.fromkeys(places.spot(place).chat for place in staff.places)
    for scope, commands in _offers(menus, tuple(chats), staff):
        for method in _menu(scope, commands, menus.default_locale):
            try:
                await client.ask(method)
            except ChannelError as error:
                # Somebody who never wrote to the bot has no chat with it; their menu comes with a later start.
                log.info("the commands of %s could not be offered: %s", scope, error)
                break


def _offers(menus: Menus, chats: Sequence[int], staff: Staff) -> Iterator[tuple[Scope, Sequence[Command]]]:
    yield BotCommandScopeDefault(), menus.everybody
    reviewing = (*menus.everybody, *menus.reviewers)
    for chat in chats:
        yield BotCommandScopeChat(chat_id=chat), (*reviewing, *menus.admins)
    for user in dict.fromkeys((*staff.reviewers, *staff.admins)):
        yield BotCommandScopeChat(chat_id=user), (*reviewing, *menus.admins) if user in staff.admins else reviewing


def _menu(scope: Scope, commands: Sequence[Command], default: str) -> Iterator[SetMyCommands]:
    languages = sorted({tag for command in commands for tag in command.descriptions} - {default})
    for language in ("", *languages):
        named = [_named(command, language or default) for command in commands]
        yield SetMyCommands(commands=named, scope=scope, language_code=language or None)


def _named(command: Command, language: str) -> BotCommand:
    return BotCommand(command=command.name, description=command.descriptions[language][:MOST_DESCRIPTION])
