"""A small mail server for tests: takes letters, refuses them, or never answers."""

import socketserver
import threading
from contextlib import contextmanager


class PostOffice(socketserver.ThreadingTCPServer):
    """`answers`: what is said to a command instead of agreeing, by its first word."""

    allow_reuse_address = daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Conversation)
        self.letters, self.answers, self.silent = [], {}, threading.Event()
        self.asked = 0


class Conversation(socketserver.StreamRequestHandler):
    def handle(self):
        self.server.asked += 1
        if self.server.silent.is_set():
            self.rfile.read(1)  # until the other side has had enough
        else:
            self.talk()

    def talk(self):
        self.say("220 post office")
        while line := self.rfile.readline():
            word = line.decode().split()[0].upper()
            if word in self.server.answers:
                self.say(self.server.answers[word])
            elif word == "DATA":
                self.take()
            elif word == "QUIT":
                break
            else:
                self.say("250 yes")

    def take(self):
        self.say("354 go on")
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        self.server.letters.append(b"".join(lines))
        self.say("250 taken")

    def say(self, words):
        self.wfile.write(f"{words}\r\n".encode())


@contextmanager
def post_office():
    with PostOffice() as office:
        threading.Thread(target=office.serve_forever, args=(0.01,), daemon=True).start()
        yield office
        office.shutdown()
