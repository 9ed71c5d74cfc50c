"""What is done with places: each function is one deed in one transaction."""

from .territories import add_territory, admit, load_districts, take_care, territory_of

__all__ = ["add_territory", "admit", "load_districts", "take_care", "territory_of"]
