"""Looking at chats and members."""

from typing import Any

from tests.fakes.telegram.calls import Call, answers
from tests.fakes.telegram.chats import PERMISSIONS, Member
from tests.fakes.telegram.errors import bad
from tests.fakes.telegram.reach import chat_of, writable

ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}


@answers("getChat")
def get_chat(call: Call) -> dict[str, Any]:
    """A `ChatFullInfo`; it still finds a group that was upgraded."""
    chat = chat_of(call)
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    shown = {**chat.wire(), "accent_color_id": abs(chat.id) % 7, "max_reaction_count": 11}
    shown["accepted_gift_types"] = dict.fromkeys(gifts, False)
    if chat.is_group:
        shown["permissions"] = {right: right in chat.permissions for right in PERMISSIONS}
    return shown


@answers("getChatMember")
def get_member(call: Call) -> dict[str, Any]:
    """What somebody is in a chat; sure only if the bot administers it."""
    chat = chat_of(call)
    user_id = call.get("user_id")
    if user_id <= 0:
        raise bad("invalid user_id specified")
    if chat.type == "group":
        writable(call)
    if chat.hides_members and user_id != call.bot.id and not chat.may(call.bot.id, "can_manage_chat"):
        raise bad("CHAT_ADMIN_REQUIRED")
    user = call.world.users.get(user_id)
    if user is None:
        raise bad("PARTICIPANT_ID_INVALID")
    member = chat.member(user_id) or Member(user, "left")
    return member.wire(chat.type, call.bot.id)


@answers("getChatAdministrators")
def get_administrators(call: Call) -> list[dict[str, Any]]:
    """Owner and administrators, without other bots unless asked."""
    chat = writable(call)
    if chat.is_private:
        raise bad("there are no administrators in the private chat")
    admins = [member for member in chat.present() if member.is_admin]
    if not call.get("return_bots"):
        admins = [member for member in admins if not member.user.is_bot or member.user.id == call.bot.id]
    return [member.wire(chat.type, call.bot.id) for member in admins]


@answers("getChatMemberCount")
def get_member_count(call: Call) -> int:
    """How many are in a chat."""
    return len(list(writable(call).present()))


@answers("sendChatAction")
def send_action(call: Call) -> bool:
    """A sign of work; it costs nothing of the flood limits here."""
    if call.get("action") not in ACTIONS:
        raise bad("wrong parameter action in request")
    writable(call)
    return True


@answers("leaveChat")
def leave(call: Call) -> bool:
    """The bot goes; others hear of it."""
    chat = chat_of(call)
    if chat.is_private:
        raise bad("chat member status can't be changed in private chats")
    if chat.migrated_to is not None:
        raise bad("chat is deactivated")
    if chat.is_group:
        call.world.serve(chat, call.bot.user, {"left_chat_member": call.bot.user.wire()})
    call.world.change_member(chat, chat.members[call.bot.id], call.bot.user, status="left", rights=set())
    return True
