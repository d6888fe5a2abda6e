"""What the clients of tortoise lack: no statement is left half-way by a cancelled caller."""

from typing import Any

from storage.settle import settle


class Settled:
    """Mixed into a client: each statement is awaited to its end before a cancellation is passed on."""

    async def execute_insert(self, query: str, values: list[Any]) -> Any:
        return await settle(super().execute_insert(query, values))  # type: ignore[misc]

    async def execute_many(self, query: str, values: list[list[Any]]) -> None:
        await settle(super().execute_many(query, values))  # type: ignore[misc]

    async def execute_query(self, query: str, values: list[Any] | None = None) -> Any:
        return await settle(super().execute_query(query, values))  # type: ignore[misc]

    async def execute_query_dict(self, query: str, values: list[Any] | None = None) -> Any:
        return await settle(super().execute_query_dict(query, values))  # type: ignore[misc]

    async def execute_script(self, query: str) -> None:
        await settle(super().execute_script(query))  # type: ignore[misc]
