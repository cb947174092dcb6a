"""The routes of the local page, and who may ask for them.

Only a browser on this machine that was given the token gets anything. Another site that the same browser shows can reach
this address too: so requests must name it (`Host`, against names that are bound anew), must not come from elsewhere
(`Origin`, `Sec-Fetch-Site`), must bring the cookie that no other site sends (`SameSite=Strict`), and can only read.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from functools import partial
from importlib import resources
from secrets import compare_digest
from typing import Final

from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from filingexport.declaring import frozen
from filingexport.serving.board import Board

HOST: Final = "127.0.0.1"
"""The one address that is listened on."""
_HEARTBEAT: Final = 15.0
"""Seconds after which a silent stream says something, so that one whose reader has gone is found."""
_POLICY: Final = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_ALWAYS: Final = {
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
_REFUSED: Final = "Open the address that `filingexport serve` printed.\n"


@frozen
class Gate:
    """Who may come in. port: that is listened on. token: that was given to who started the command."""

    port: int
    token: str

    @property
    def hosts(self) -> frozenset[str]:
        """What requests may call us."""
        names = {f"{HOST}:{self.port}", f"localhost:{self.port}"}
        return frozenset(names | ({HOST, "localhost"} if self.port == 80 else set()))

    @property
    def cookie(self) -> str:
        """The name of the cookie: cookies know no ports, so that two pages at once need two names."""
        return f"filingexport-{self.port}"

    @property
    def address(self) -> str:
        """What is opened in the browser."""
        return f"http://{HOST}:{self.port}/?token={self.token}"

    def refusal(self, request: Request) -> Response | None:
        """The answer to a request that may not come in; None for one that may. Says nothing of what was asked."""
        if request.method != "GET":
            return PlainTextResponse("This page can only be read.\n", 405, {"allow": "GET"})
        host = request.headers.get("host", "")
        origin = request.headers.get("origin")
        elsewhere = request.headers.get("sec-fetch-site") in ("cross-site", "same-site")
        if host not in self.hosts or (origin is not None and origin != f"http://{host}"):
            return PlainTextResponse(_REFUSED, 403)
        if request.url.path == "/" and "token" in request.query_params:
            if not self._is_token(request.query_params["token"]):
                return PlainTextResponse(_REFUSED, 403)
            entered = RedirectResponse("/", 303)  # so that the token is not kept in the address
            entered.set_cookie(self.cookie, self.token, path="/", httponly=True, samesite="strict")
            return entered
        if elsewhere or not self._is_token(request.cookies.get(self.cookie, "")):
            return PlainTextResponse(_REFUSED, 403)
        return None

    def _is_token(self, said: str) -> bool:
        return compare_digest(said.encode(), self.token.encode())


class Guard:
    """Lets in whom the gate lets in, and says with every answer how a browser is to treat it."""

    def __init__(self, app: ASGIApp, gate: Gate) -> None:
        self.app = app
        self.gate = gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            return

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _ALWAYS.items():
                    headers[name] = value
                headers.setdefault("content-security-policy", _POLICY)
            await send(message)

        answer: ASGIApp = self.gate.refusal(Request(scope)) or self.app
        await answer(scope, receive, told)


def app(board: Board, gate: Gate, language: str = "") -> ASGIApp:
    """The page. language: in which it opens, ``en`` or ``ja``; "" for the browser's."""
    shell = _asset("shell.html").replace("{language}", language)

    async def state(request: Request) -> Response:
        return Response(board.state.data, media_type="application/json")

    async def document(request: Request) -> Response:
        now = board.state
        if not now.page:
            return PlainTextResponse("There is no document yet.\n", 404)
        policy = f"{now.policy}; frame-ancestors 'self'"
        return Response(now.page, media_type="application/xhtml+xml", headers={"content-security-policy": policy})

    async def events(request: Request) -> Response:
        return StreamingResponse(_news(board), media_type="text/event-stream")

    routes = [
        Route("/", partial(_static, shell, "text/html")),
        Route("/shell.css", partial(_static, _asset("shell.css"), "text/css")),
        Route("/shell.js", partial(_static, _asset("shell.js"), "text/javascript")),
        Route("/state", state),
        Route("/page", document),
        Route("/events", events),
    ]
    return Guard(Starlette(routes=routes), gate)


async def _static(content: str, kind: str, request: Request) -> Response:
    return Response(content, media_type=kind)


async def _news(board: Board) -> AsyncIterator[str]:
    """The number of each new state, as server-sent events; states that come fast are told as one."""
    told = -1
    with board.listening() as news:
        while not board.closed:
            news.clear()
            if (number := board.state.number) != told:
                told = number
                yield f"data: {number}\n\n"
            try:
                await asyncio.wait_for(news.wait(), _HEARTBEAT)
            except TimeoutError:
                yield ":\n\n"


def _asset(name: str) -> str:
    return (resources.files("filingexport.serving") / "templates" / name).read_text("utf-8")
