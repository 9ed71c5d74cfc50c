"""By which words somebody is found in a text, and which words are left alone."""

import io
import zipfile

import pytest

from peremena.desk import findings
from peremena.desk.traces import BLANK, Loose, Named, certain, may_tell, signs, without

ALIYA = Named("Алия", "Сергеевна", "Берёзкина", ("a.berez@example.org",), ("+79131234567",))
PYOTR = Named("Пётр", "", "Ключников")


@pytest.mark.parametrize(
    "words",
    [
        "Берёзкина Алия Сергеевна", "Алия Березкина", "Алии Берёзкиной", "БЕРЁЗКИНА АЛИЯ",
        "Алией Сергеевной Берёзкиной", "Берёзкиной А. С.", "А.С. Берёзкина", "А. Берёзкина",
        "Берёзкина АС", "Берёзкина\xa0Алия", "Берёзкину, Алию", "Берёзкина А.",
        "8 (913) 123-45-67", "+7 913 123 45 67", "9131234567", "A.Berez@Example.org",
    ],
)  # fmt: skip
def test_a_person_is_found_however_the_name_is_written(words):
    assert may_tell({"words": words}, signs(ALIYA))
    assert certain(ALIYA).sub(BLANK, f"(это {words})") == f"(это {BLANK})"


@pytest.mark.parametrize(
    "words",
    [
        "Алия", "Берёзкина", "Алия Сергеевна", "Берёзкина Алия Петровна", "Берёзкина А. В.",
        "В. А. Берёзкина", "Берёзкина и Петров", "9131234568", "xa.berez@example.org",
        "a.berez@example.organic", "1239131234567890",
    ],
)  # fmt: skip
def test_somebody_else_is_left_alone(words):
    assert certain(ALIYA).sub(BLANK, words) == words


def test_where_no_patronymic_is_known_any_goes_with_the_name():
    text = "Пётр Иванович Ключников, Ключниковым Петром Ивановичем, Ключников П. И."

    assert certain(PYOTR).sub(BLANK, text) == f"{BLANK}, {BLANK}, {BLANK}"


def test_loose_words_are_blanked_when_somebody_decides_so():
    text = "Алии Сергеевне и семье Берёзкиных"

    assert certain(ALIYA, [Loose.POLITE]).sub(BLANK, text) == f"{BLANK} и семье Берёзкиных"
    assert certain(ALIYA, Loose).sub(BLANK, text) == f"{BLANK} и семье {BLANK}"


def test_somebody_without_surname_is_found_nowhere_by_the_name():
    assert certain(Named("Алия", "", "")).sub(BLANK, "Алия") == "Алия"


def test_what_stands_beside_the_name_in_a_row_goes_too():
    row = {"person": "Берёзкина Алия", "contact": "у мамы", "role": "руководитель", "load": 50}

    assert without({"team": [row]}, certain(ALIYA)) == (
        {"team": [{"person": BLANK, "contact": BLANK, "role": "руководитель", "load": 50}]}, 2
    )  # fmt: skip


def test_a_document_kept_as_text_keeps_its_shape_and_its_numbers():
    text = '{"team": [{"person": "Алия Берёзкина", "contact": "у мамы"}], "sum": 12.50}\n'

    cleared, _count = without(text, certain(ALIYA))

    assert cleared == f'{{"team": [{{"person": "{BLANK}", "contact": "{BLANK}"}}], "sum": 12.50}}\n'


def test_office_files_and_texts_are_read_in_their_codes():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", "<w:t>Берёзкина </w:t><w:t>Алия</w:t>")
    pattern = certain(ALIYA)

    assert findings.mentions(packed.getvalue(), pattern)
    assert findings.mentions("Алия Берёзкина".encode("cp1251"), pattern)
    assert not findings.mentions(b"PK\x03\x04 broken", pattern)
    assert not findings.mentions(b"%PDF-1.7 stream\n123endstream", pattern)


def test_most_texts_are_passed_over_quickly():
    assert not may_tell({"goal": {"text": "Вернуть занятие, 40 подростков"}}, signs(ALIYA))
