"""The server: one port of this machine, one thread that watches the source, until it is told to stop."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable
from secrets import token_urlsafe
from threading import Event, Thread
from types import FrameType

import uvicorn

from filingexport.findings import FilingError, finding
from filingexport.said import Said, say
from filingexport.serving.app import HOST, Gate, app
from filingexport.serving.board import Board
from filingexport.serving.draft import Draft, Rebuilt
from filingexport.serving.watching import watch


class _Server(uvicorn.Server):
    """A server that tells when it can be reached and, before it ends, the streams it has open that they end."""

    def __init__(self, config: uvicorn.Config, board: Board, opened: Callable[[], None]) -> None:
        super().__init__(config)
        self._board = board
        self._opened = opened

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._opened()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._board.close()
        super().handle_exit(sig, frame)


def listening(port: int) -> socket.socket:
    """A socket on this port of this machine, 0 for any that is free; raises FilingError where the port is taken."""
    taken = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind((HOST, port))
        taken.listen()
    except (OSError, OverflowError) as error:
        taken.close()
        why = (
            Said("is taken by another program", "他のプログラムが使用中です")
            if getattr(error, "errno", None) == errno.EADDRINUSE
            else say("cannot be used: {error}", "使用できません（{error}）", error=error)
        )
        message = say(
            "the port {port} {why}; give another by --port, or none for any that is free",
            "ポート{port}は{why}。--portで別の番号を指定するか、指定を省いてください",
            port=port,
            why=why,
        )
        raise FilingError([finding("fx:port", message)]) from None
    return taken


def serve(
    draft: Draft, port: int, language: str, opened: Callable[[str], None], rebuilt: Callable[[Rebuilt], None]
) -> None:
    """Show this draft until SIGINT, which ends it as KeyboardInterrupt, or SIGTERM.

    opened: called with the address to open, once that can be opened. rebuilt: called after each change, in the thread
    that watches. Raises FilingError where the port is taken.
    """
    taken = listening(port)
    gate = Gate(taken.getsockname()[1], token_urlsafe(32))
    board, stop = Board(draft.state), Event()

    def changed() -> None:
        made = draft.rebuild()
        if made.changed:
            board.publish(made.state)
        rebuilt(made)

    config = uvicorn.Config(
        app(board, gate, language), http="h11", ws="none", lifespan="off", log_config=None, access_log=False,
        server_header=False, date_header=False, proxy_headers=False, limit_concurrency=100, timeout_graceful_shutdown=2,
    )  # fmt: skip
    watcher = Thread(target=watch, args=(draft.source, changed, stop), name="watch", daemon=True)
    try:
        watcher.start()
        _Server(config, board, lambda: opened(gate.address)).run(sockets=[taken])
    finally:
        stop.set()
        watcher.join()
        taken.close()
