"""What people do with applications: each function is one deed in one transaction."""

from .freezing import freeze
from .turns import admit, contract, correct, lose, pay, refuse, reserve, submit, take_back, win

__all__ = [
    "admit",
    "contract",
    "correct",
    "freeze",
    "lose",
    "pay",
    "refuse",
    "reserve",
    "submit",
    "take_back",
    "win",
]
