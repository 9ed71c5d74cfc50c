"""A real server is killed in the middle of saves; what it acknowledged is there afterwards."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path

import pytest

from peremena.config.commands.testing import free_port

pytestmark = pytest.mark.slow

SAVES = 200
KILLS = 3
WRITERS = 4
LISTS = ("causes", "effects")
FIRST_START = 240  # seconds: the tables and the demonstration are made on a machine that is busy


class Server:
    """`./peremena run` with a database of its own."""

    def __init__(self, state):
        self.state, self.port = state, free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.process = None

    def start(self):
        command = [sys.executable, "-m", "peremena", "run", "--port", str(self.port)]
        environment = os.environ | {"PEREMENA_STATE": str(self.state)}
        environment.pop("DATABASE_URL", None)
        self.process = subprocess.Popen(
            command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
        wait_until(self.answers, FIRST_START)

    def kill(self):
        """The whole group at once, with no chance to finish anything."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def answers(self):
        try:
            urllib.request.urlopen(self.address, timeout=2).close()
        except OSError:
            return False
        return True


class Writer:
    """A person's phone: sends each save again until it is acknowledged."""

    def __init__(self, server, number, saves):
        self.server, self.number, self.saves = server, number, saves
        self.browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        self.acknowledged = {}

    def write(self, project):
        for turn in range(self.saves):
            text = f"Слово {turn} писателя {self.number}"
            path = f"problem.{LISTS[self.number % 2]}.w{self.number}n{turn}.text"
            body = {"operation": f"w{self.number}-{turn:06}", "base": 1, "fields": {path: text}}
            while not self.sent(project, body):
                time.sleep(0.1)
            self.acknowledged[f"w{self.number}n{turn}"] = text

    def sent(self, project, body):
        token = self.token
        request = urllib.request.Request(
            f"{self.server.address}/projects/{project}/problem/",
            data=json.dumps(body).encode(),
            headers={"Content-Type": "application/json", "X-CSRFToken": token},
        )
        try:
            with self.browser.open(request, timeout=10) as response:
                return json.load(response)["version"] > 1
        except (OSError, ValueError):
            return False

    def sign_in(self, name):
        page = self.browser.open(f"{self.server.address}/demonstration/").read().decode()
        form = page.split(name)[0].rsplit("<form", 1)[1]
        action = form.split('action="')[1].split('"')[0]
        self.token = form.split('csrfmiddlewaretoken" value="')[1].split('"')[0]
        data = f"csrfmiddlewaretoken={self.token}".encode()
        self.browser.open(f"{self.server.address}{action}", data=data).read()
        cookies = next(h for h in self.browser.handlers if hasattr(h, "cookiejar")).cookiejar
        self.token = next(cookie.value for cookie in cookies if cookie.name == "csrftoken")


def wait_until(question, seconds=60):
    end = time.monotonic() + seconds
    while not question():
        assert time.monotonic() < end, "the server did not answer"
        time.sleep(0.1)


def count(writers):
    return sum(len(writer.acknowledged) for writer in writers)


def problem_page(state):
    """The project that Алия leads, and the stored content of its problem page."""
    with sqlite3.connect(Path(state) / "peremena.sqlite3") as database:
        return database.execute(
            "SELECT section.project_id, draft.content FROM projects_section section"
            " JOIN drafts_draft draft ON draft.id = section.draft_id"
            " JOIN projects_project project ON project.id = section.project_id"
            " WHERE section.name = 'problem' AND project.title LIKE 'Пимокаты%'"
        ).fetchone()


def test_nothing_acknowledged_is_lost_when_the_server_is_killed(tmp_path):
    server = Server(tmp_path)
    server.start()
    project, _content = problem_page(tmp_path)
    writers = [Writer(server, number, SAVES // WRITERS) for number in range(WRITERS)]
    for writer in writers:
        writer.sign_in("Алия")

    threads = [threading.Thread(target=writer.write, args=(project,)) for writer in writers]
    for thread in threads:
        thread.start()
    for kill in range(1, KILLS + 1):
        wait_until(lambda enough=kill * SAVES // 5: count(writers) > enough)
        server.kill()
        server.start()
    for thread in threads:
        thread.join()
    server.kill()

    _project, content = problem_page(tmp_path)
    problem = json.loads(content)["problem"]
    rows = {row["id"]: row.get("text") for name in LISTS for row in problem[name]}
    acknowledged = {key: text for writer in writers for key, text in writer.acknowledged.items()}
    assert len(acknowledged) == SAVES
    assert {key: rows.get(key) for key in acknowledged} == acknowledged
