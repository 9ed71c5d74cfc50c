"""Papers about people: the form of a consent, to be signed by hand."""

from pathlib import Path

from peremena.kit import pdf
from peremena.people.models import ConsentText, Person
from peremena.people.queries.consents import wording

TEMPLATE = Path(__file__).with_name("consent.typ")
LINE = "_" * 44


def consent_form(text: ConsentText, operator: str, person: Person | None) -> bytes:
    """The bytes of a PDF in Russian; with a line to fill where nobody is named."""
    title, body = wording(text, operator)
    content = {
        "title": title,
        "paragraphs": [part.strip() for part in body.split("\n\n")],
        "name": person.full_name if person else LINE,
        "version": text.version,
        "sample": text.is_sample,
    }
    return pdf.write(TEMPLATE, content)
