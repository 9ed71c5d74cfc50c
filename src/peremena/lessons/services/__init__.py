"""What people do in the lessons room: each function is one deed in one transaction."""

from . import lessons, materials, sessions

__all__ = ["lessons", "materials", "sessions"]
