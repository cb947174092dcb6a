"""A bound on the time that reading takes: what is under way is broken off as if somebody had stopped it."""

from __future__ import annotations

import _thread
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from filingexport.formats.safe import Limits, beyond
from filingexport.said import say


@contextmanager
def within(limits: Limits, place: str) -> Iterator[None]:
    """Raises FilingError where what is done inside takes longer than `limits.seconds`.

    Only the main thread of a process can be broken off, and only where Ctrl-C would be: elsewhere time is not bounded
    here, and a program that reads in threads of its own bounds it by a process. A call into libxml2 is finished first.
    """
    if threading.current_thread() is not threading.main_thread() or (
        signal.getsignal(signal.SIGINT) is not signal.default_int_handler
    ):
        yield
        return
    lock = threading.Lock()
    fired = over = False

    def fire() -> None:
        nonlocal fired
        with lock:
            if not over:
                fired = True
                _thread.interrupt_main()

    timer = threading.Timer(limits.seconds, fire)
    timer.daemon = True
    said = say(
        "takes more than {most} seconds to read", "読込みに{most}秒を超える時間がかかります", most=limits.seconds
    )
    try:
        try:
            timer.start()
            yield
        finally:
            timer.cancel()
            with lock:
                over = True
            if fired:
                time.sleep(0)  # an interruption that was sent and has not arrived arrives here, not in what comes next
    except KeyboardInterrupt:
        if fired:
            raise beyond(said, place, "seconds") from None
        raise
