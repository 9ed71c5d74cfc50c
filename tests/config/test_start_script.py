"""The start script on machines that lack something."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "peremena"

pytestmark = pytest.mark.slow


def start(*arguments, **environment):
    return subprocess.run(
        [sys.executable, str(SCRIPT), *arguments],
        env=os.environ | environment, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


def test_without_a_venv_module_it_names_the_one_line_to_type(tmp_path):
    (tmp_path / "ensurepip.py").write_text("raise ImportError")

    done = start(
        "run",
        PYTHONPATH=str(tmp_path),
        PATH=str(tmp_path),
        PEREMENA_VENV=str(tmp_path / "venv"),
    )

    assert done.returncode == 3
    assert "sudo apt-get update && sudo apt-get install -y -qq python3-venv" in done.stderr
    assert "Traceback" not in done.stderr


def test_help_names_every_command():
    done = start("--help")

    assert done.returncode == 0
    for command in ("run", "test", "serve", "demo", "user", "backup", "restore", "brief",
                    "application", "check", "fix", "bench", "shots"):  # fmt: skip
        assert f"  {command} " in done.stdout


def test_an_unknown_command_is_answered_with_the_list():
    done = start("fly")

    assert done.returncode == 2
    assert "There is no command “fly”." in done.stderr


def test_a_taken_port_is_said_before_anything_is_made(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        done = start("run", "--port", str(port), PEREMENA_STATE=str(tmp_path / "state"))

    assert done.returncode == 2
    assert f"Port {port} is taken" in done.stdout
    assert not (tmp_path / "state").exists()
