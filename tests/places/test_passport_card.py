"""The passport on paper: two pages at most, whatever stands in it; the same for the same."""

import re

from peremena.places.papers import card as papers
from peremena.places.papers.card import Card
from peremena.places.passport import Block
from peremena.places.passport.words import of_block
from peremena.places.queries.passports import passport_facts

PAGES = re.compile(rb"/Type/Pages/Count (\d+)")
LONGEST = "Переосвидетельствование" * 8
HUGE = 9_999_999


def made(blocks, **rest):
    facts = passport_facts(blocks)
    card = {"name": "Ключи", "place": "", "head": "", "contact": "", "facts": facts}
    return papers.write(Card(**card | {"resources": []} | rest))


def pages(pdf):
    return max(int(count) for count in PAGES.findall(pdf))


def absurd(block):
    words = of_block(block, "ru")
    content = {}
    for path in words.fields:
        head, _, rest = path.partition(".")
        codes = words.choices.get(path)
        value = next(iter(codes)) if codes else HUGE if words.units.get(path) else LONGEST
        if head in words.rows:
            for row in content.setdefault(head, [{"id": f"r{n}"} for n in range(60)]):
                row[rest] = value
        else:
            content.setdefault(head, {})[rest] = value
    return content


def test_absurd_content_fills_two_pages_and_no_more():
    everything = {block: absurd(block) for block in Block}

    pdf = made(everything, name=LONGEST, head=LONGEST, contact=LONGEST, resources=[LONGEST] * 60)

    assert pages(pdf) == 2


def test_empty_blocks_are_left_out_and_the_page_behind_too():
    assert pages(made({})) == 1
    assert pages(made({Block.LAND: {"forest": {"value": 7}}})) == 1


def test_the_same_card_gives_the_same_bytes():
    people = {Block.PEOPLE: {"population": {"value": 1140, "as_of": "2026"}}}

    assert made(people) == made(people)


def test_every_number_says_when_and_from_where():
    known = {"as_of": "2026", "source": "книга"}
    people = {
        "known": known,
        "population": {"value": 1140},
        "men": {"value": 540},
        "women": {"value": 600, "as_of": "2021", "source": "перепись"},
    }
    card = Card("Ключи", "", "", "", passport_facts({Block.PEOPLE: people}), [])

    content = papers.content(card)

    assert content["numbers"] == [
        {"value": "1\xa0140\xa0чел.", "label": "Сколько всего жителей", "known": "2026, книга"}
    ]
    (section,) = content["back"][0]["parts"]
    assert section["known"] == "2026, книга"
    assert [(item["text"], item["known"]) for item in section["items"]] == [
        ("540\xa0чел.", ""),
        ("600\xa0чел.", "2021, перепись"),
    ]


def test_what_does_not_fit_is_counted():
    offered = [{"id": f"r{number}", "text": f"Зал {number}"} for number in range(30)]
    card = Card("Ключи", "", "", "", passport_facts({Block.EXCHANGE: {"offered": offered}}), [])

    (section,) = papers.content(card)["front"][0]["parts"]

    assert (len(section["items"]), section["more"]) == (12, "…и ещё 18")
