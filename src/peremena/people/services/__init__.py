"""What is done with people: each function is one deed in one transaction."""

from .accounts import (
    add_centre,
    add_person,
    centre_meant,
    forget_ended_devices,
    give_role,
    register,
    rename,
    set_password,
    take_role,
)

__all__ = [
    "add_centre",
    "add_person",
    "centre_meant",
    "forget_ended_devices",
    "give_role",
    "register",
    "rename",
    "set_password",
    "take_role",
]
