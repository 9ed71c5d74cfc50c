"""What people do in the lessons room: each function is one deed in one transaction."""

from . import homework, lessons, materials, sessions

__all__ = ["homework", "lessons", "materials", "sessions"]
