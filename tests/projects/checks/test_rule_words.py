"""Words of rules: complete in both languages, with the same placeholders."""

import string

import pytest

from peremena.projects.checks.checking import RULES, START
from peremena.projects.checks.wording import plural, sources, typeset, words_of_rules

SPOKEN = sorted([START, *(rule.id for rule in RULES)])


@pytest.mark.parametrize("language", ["ru", "en"])
def test_each_rule_has_words_and_no_words_are_left_over(language):
    assert sorted(words_of_rules(language)) == SPOKEN


@pytest.mark.parametrize("language", ["ru", "en"])
def test_no_sentence_is_empty(language):
    for words in words_of_rules(language).values():
        said = [
            words.title,
            words.example,
            words.why,
            *said_by(words.wrong),
            *said_by(words.advice),
        ]
        assert all(sentence.strip() for sentence in said)


def test_both_languages_have_the_same_variants_and_placeholders():
    russian, english = words_of_rules("ru"), words_of_rules("en")

    for rule in SPOKEN:
        for part in ("wrong", "advice"):
            assert shape(getattr(russian[rule], part)) == shape(getattr(english[rule], part))
        assert sorted(russian[rule].names) == sorted(english[rule].names)


def test_each_rule_has_an_id_of_its_own():
    assert len(SPOKEN) == len(set(SPOKEN))


@pytest.mark.parametrize("language", ["ru", "en"])
def test_sources_of_all_rules_have_names(language):
    assert {source for rule in RULES for source in rule.sources} <= set(sources(language))


@pytest.mark.parametrize(
    ("number", "form"),
    [
        (0, "дней"),
        (1, "день"),
        (2, "дня"),
        (5, "дней"),
        (11, "дней"),
        (21, "день"),
        (112, "дней"),
        (1.5, "дня"),
    ],
)
def test_russian_words_agree_with_numbers(number, form):
    assert plural(number, ["день", "дня", "дней"]) == form


@pytest.mark.parametrize(("number", "form"), [(0, "days"), (1, "day"), (21, "days")])
def test_english_words_agree_with_numbers(number, form):
    assert plural(number, ["day", "days"]) == form


def said_by(sentences):
    return [sentences] if isinstance(sentences, str) else sentences.values()


def shape(sentences):
    """Variant → names of its placeholders; "" is a sentence for all variants."""
    table = {"": sentences} if isinstance(sentences, str) else sentences
    return {variant: placeholders(sentence) for variant, sentence in table.items()}


def placeholders(sentence):
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize(
    ("written", "typeset_as"),
    [
        ("дело — это", "дело\u00a0— это"),
        ("74 подростка", "74\u00a0подростка"),
        ("{n} {n:день|дня|дней} в селе", "{n}\u00a0{n:день|дня|дней} в\u00a0селе"),
        ("{place} {where}", "{place} {where}"),
    ],
)
def test_lines_do_not_break_where_they_must_not(written, typeset_as):
    assert typeset(written) == typeset_as
