"""What is done with people: each function is one deed in one transaction."""

from . import keeping, paper_codes, trust
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
    "keeping",
    "paper_codes",
    "register",
    "rename",
    "set_password",
    "take_role",
    "trust",
]
