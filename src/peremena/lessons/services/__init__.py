"""What people do in the lessons room: each function is one deed in one transaction."""

from . import attendance, homework, lessons, materials, sessions

__all__ = ["attendance", "homework", "lessons", "materials", "sessions"]
