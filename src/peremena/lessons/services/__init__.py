"""What people do in the lessons room: each function is one deed in one transaction."""

from . import attendance, homework, lessons, materials, sessions, sheets, surveys

__all__ = ["attendance", "homework", "lessons", "materials", "sessions", "sheets", "surveys"]
