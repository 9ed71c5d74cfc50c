"""What the workshop calls its sections and fields, and how it explains them, in each language."""

from .reading import FieldText, RowsText, SectionText, field, section, word

__all__ = ["FieldText", "RowsText", "SectionText", "field", "section", "word"]
