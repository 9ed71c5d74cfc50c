"""Keeps a worker going beside the web server: starts it again when it dies, ends with the server.

Run as a module by `serving`. Only the standard library, so that it costs little memory.
"""

import contextlib
import os
import signal
import subprocess
import sys
import time

LOOK = 1.0  # seconds
PATIENCE = 20.0
PAUSES = (1.0, 5.0, 30.0, 60.0)
STEADY = 120.0  # a worker that lasted so long did not die of its start


def main() -> int:
    server, stopping = os.getppid(), []
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_signal: stopping.append(True))
    deaths = 0
    while not stopping and os.getppid() == server:
        began = time.monotonic()
        worker = start()
        while worker.poll() is None and not stopping and os.getppid() == server:
            time.sleep(LOOK)
        if worker.poll() is None:
            end(worker)
            break
        deaths = 1 if time.monotonic() - began > STEADY else deaths + 1
        print(f"The worker ended ({worker.returncode}); starting it again.", file=sys.stderr)
        time.sleep(PAUSES[min(deaths, len(PAUSES)) - 1])
    return 0


def start() -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-m", "peremena", "work", "--beside"])


def end(worker: "subprocess.Popen[bytes]") -> None:
    """A task in hand may be finished; after a while it is tried again by the next worker."""
    with contextlib.suppress(ProcessLookupError):
        worker.terminate()
    try:
        worker.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        worker.kill()


if __name__ == "__main__":
    sys.exit(main())
