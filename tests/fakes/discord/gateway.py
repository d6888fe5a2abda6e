"""The gateway: HELLO, IDENTIFY, READY, heartbeats, RESUME, and the trouble with them.

After the documentation's pages "Gateway" and "Opcodes and Status Codes".
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import secrets
from typing import Any

from aiohttp import WSMsgType, web

from tests.fakes.discord.accounts import PRIVILEGED, Application
from tests.fakes.discord.limits import DAY
from tests.fakes.discord.lines import COMPRESSIONS, Line
from tests.fakes.discord.outages import INVALID, Outages
from tests.fakes.discord.sessions import GUILDS, MEMBERS, Session
from tests.fakes.discord.world import World

HEARTBEAT, IDENTIFY, PRESENCE, VOICE, RESUME, ASK_MEMBERS, HELLO, ACK = 1, 2, 3, 4, 6, 8, 10, 11
KNOWN = {HEARTBEAT, IDENTIFY, PRESENCE, VOICE, RESUME, ASK_MEMBERS}
ENDED = {1000, 1001}
"""A client that closes with these gives its session up."""


class Gateway(Outages):
    """Serves connections; `received` is what clients sent, oldest first, without tokens."""

    def __init__(self, world: World) -> None:
        super().__init__()
        self.world = world
        self.interval = 41_250
        """Milliseconds between heartbeats."""
        self.received: list[dict[str, Any]] = []
        self._later: set[asyncio.Task[None]] = set()

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """One connection."""
        socket = web.WebSocketResponse(autoclose=False, max_msg_size=0)
        await socket.prepare(request)
        compression = request.query.get("compress", "")
        if request.query.get("encoding", "json") != "json" or compression not in COMPRESSIONS:
            self.world.violate([f"gateway: the fake does not model {dict(request.query)}"])
        line = Line(request, socket, compression)
        await self.doors.wait()
        self.lines[line] = None
        pumping = asyncio.create_task(line.pump())
        line.send(HELLO, {"heartbeat_interval": self.interval})
        try:
            async for message in socket:
                if message.type is not WSMsgType.TEXT or not self._heard(line, message.data):
                    break
        finally:
            await self._gone(line, pumping)
        return socket

    async def _gone(self, line: Line, pumping: asyncio.Task[None]) -> None:
        session = self.lines.pop(line, None)
        if session is not None and session.line is line:
            session.line, session.lost_at = None, self.world.now()
            session.dead |= line.socket.close_code in ENDED and not line.done
        self.world.changed()
        if line.done:
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(pumping, 1)
        pumping.cancel()

    def _heard(self, line: Line, text: str) -> bool:
        """Carry out what a client sent; False when it is not JSON."""
        try:
            said = json.loads(text)
            op, data = said["op"], said.get("d")
        except (ValueError, KeyError, TypeError):
            line.close(4002)
            return True
        kept = {name: one for name, one in data.items() if name != "token"} if isinstance(data, dict) else data
        self.received.append({"op": op, "d": kept})
        if op not in KNOWN:
            line.close(4001)
        elif op == HEARTBEAT:
            self._beat(line)
        elif op in (IDENTIFY, RESUME):
            (self._identify if op == IDENTIFY else self._resume)(line, data)
        elif self.lines.get(line) is None:
            line.close(4003)
        elif op == ASK_MEMBERS:
            self._members(line, data)
        self.world.changed()
        return True

    def _beat(self, line: Line) -> None:
        if self.deaf:
            return
        if not self.ack_after:
            line.send(ACK)
            return

        async def late() -> None:
            await asyncio.sleep(self.ack_after)
            line.send(ACK)

        task = asyncio.create_task(late())
        self._later.add(task)
        task.add_done_callback(self._later.discard)

    def _identify(self, line: Line, data: dict[str, Any]) -> None:
        app = self.world.by_token(str(data.get("token", "")))
        if self.lines.get(line) is not None:
            return line.close(4005)
        if app is None:
            return line.close(4004)
        intents = data.get("intents")
        if not isinstance(intents, int) or intents < 0 or intents >= 1 << 26:
            return line.close(4013)
        if any(intents & one and not app.allowed & one for one in PRIVILEGED):
            return line.close(4014)
        return self._start(line, app, intents)

    def _start(self, line: Line, app: Application, intents: int) -> None:
        """A new session; one too many in a day resets the token, and one too soon after another is invalid."""
        now, starts = self.world.now(), app.identified
        while starts and starts[0] <= now - DAY:
            starts.popleft()
        if starts and now - starts[-1] < self.world.limits.identify_gap:
            return line.send(INVALID, False)
        starts.append(now)
        if len(starts) > self.world.limits.sessions:
            app.revoked = True
            for one, session in list(self.lines.items()):
                if session is not None and session.app is app:
                    one.close(4004)
            return line.close(4004)
        session = Session(secrets.token_hex(16), app, intents, line)
        app.sessions[session.id] = session
        self.lines[line] = session
        session.dispatch("READY", self._ready(session))
        if session.hears(GUILDS):
            for guild in self.world.guilds_of(app):
                session.dispatch("GUILD_CREATE", self.world.guild_create(guild, session))
        return None

    def _ready(self, session: Session) -> dict[str, Any]:
        app = session.app
        return {
            "v": 10,
            "user": {**app.user.wire(), "verified": True, "mfa_enabled": False, "email": None},
            "guilds": [{"id": str(guild.id), "unavailable": True} for guild in self.world.guilds_of(app)],
            "session_id": session.id,
            "session_type": "normal",
            "resume_gateway_url": self.world.gateway_address,
            "application": app.partial(),
            "private_channels": [],
            "relationships": [],
            "presences": [],
        }

    def _resume(self, line: Line, data: dict[str, Any]) -> None:
        """Go on with a session; a bad token closes the connection, a lost session is invalid."""
        app = self.world.by_token(str(data.get("token", "")))
        if self.lines.get(line) is not None:
            return line.close(4005)
        if app is None:
            return line.close(4004)
        session = app.sessions.get(str(data.get("session_id")))
        stale = session is not None and session.line is None and self._expired(session)
        if self.refusing or session is None or session.dead or stale:
            self.refusing = max(self.refusing - 1, 0)
            return line.send(INVALID, False)
        seq = data.get("seq")
        if not isinstance(seq, int) or seq > session.seq:
            session.dead = True
            return line.close(4007)
        session.line = line
        self.lines[line] = session
        return session.replay(seq)

    def _expired(self, session: Session) -> bool:
        return self.world.now() - session.lost_at > self.world.limits.session_life

    def _members(self, line: Line, data: dict[str, Any]) -> None:
        session = self.lines[line]
        guild = self.world.guilds.get(int(data["guild_id"]))
        if session is None or guild is None or session.app.id not in guild.members:
            return
        wanted = {int(one) for one in data.get("user_ids", [])}
        query = str(data.get("query", "")).lower()
        found = [
            one
            for one in guild.members.values()
            if (one.user.id in wanted if wanted else one.user.username.startswith(query))
        ]
        if not wanted and not query and not session.intents & MEMBERS:
            line.close(4014)
            return
        chunk = {
            "guild_id": str(guild.id),
            "members": [one.wire() for one in found],
            "chunk_index": 0,
            "chunk_count": 1,
        }
        session.dispatch("GUILD_MEMBERS_CHUNK", {**chunk, "nonce": data.get("nonce")})
