"""Handing over to the web server."""

import os
import socket
import subprocess
import sys


def serve(host: str, port: int, *, processes: int) -> int:
    """Becomes the web server; returns only where a process cannot be replaced.

    The worker beside it is looked after by a small process of its own.
    """
    subprocess.Popen([sys.executable, "-m", "peremena.config.commands.beside"])
    command = [
        sys.executable, "-m", "granian", "--interface", "wsgi",
        "--host", host, "--port", str(port), "--workers", str(processes),
        "--blocking-threads", "4", "--log-level", "warning", "--no-ws",
        "peremena.config.wsgi:application",
    ]  # fmt: skip
    os.execv(command[0], command)  # noqa: S606 -- no shell is wanted


def is_taken(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return True
    return False
