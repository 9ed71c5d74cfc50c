"""Files of territories for tests."""

from django.core.files.base import ContentFile

from peremena.places.importing import Column, Place, Told, lines
from peremena.places.words import STATUSES

TITLES = (
    "Район", "Территория", "Центр", "Население", "Население: год", "Население: источник",
    "Статус", "Статус: с какого дня", "Статус: источник", "ОКТМО", "ОКТМО: с какого дня",
    "Населённый пункт", "Жителей", "Жителей: год", "Жителей: источник", "Широта", "Долгота",
)  # fmt: skip


def table(*rows, titles=TITLES, name="территории.csv"):
    """Rows are dictionaries by title, or whole lists of cells."""
    cells = [
        [row.get(title, "") for title in titles] if isinstance(row, dict) else row for row in rows
    ]
    said = "\n".join(";".join(str(cell) for cell in line) for line in [titles, *cells])
    return ContentFile(said.encode(), name=name)


def row(**more):
    told = {"Район": "Тарский район", "Территория": "Ключевская", "Центр": "Ключи"}
    return told | {"Населённый пункт": "Ключи"} | more


def many(number):
    """A table of so many new territories of one district, two villages each."""
    told = [
        Place(
            "Тарский район",
            f"Территория {one}",
            f"Село {one}",
            1000 + one,
            2021,
            code=f"{52654000 + one}",
            villages=(Told(f"Село {one}", 700), Told("Лесная", 300)),
        )
        for one in range(number)
    ]
    assert len(TITLES) == len(Column)
    words = {status: str(text) for status, text in STATUSES.items()}
    shown = [
        ["" if cell is None else cell for cell in line]
        for one in told
        for line in lines(one, words)
    ]
    return table(*shown)
