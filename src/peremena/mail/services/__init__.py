"""What is done with letters: written, sent, held, told by telephone, stopped."""

from .posting import post
from .sending import send, send_due
from .staff import cancel, edit, hold, release, send_now, tell, untell
from .wishes import change, resume, stop

__all__ = [
    "cancel",
    "change",
    "edit",
    "hold",
    "post",
    "release",
    "resume",
    "send",
    "send_due",
    "send_now",
    "stop",
    "tell",
    "untell",
]
