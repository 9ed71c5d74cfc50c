"""Catalogues of translations without gettext."""

import gettext

import pytest

from peremena.kit import messages
from peremena.kit.sentences import Sentence, in_python, in_template, wanted

HEADER = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && '
    '(n%100<12 || n%100>14) ? 1 : 2);\\n"\n'
)
DAYS = (
    '\nmsgid "%(days)s day"\nmsgid_plural "%(days)s days"\nmsgstr[0] "%(days)s день"\n'
    'msgstr[1] "%(days)s дня"\nmsgstr[2] "%(days)s дней"\n'
)


@pytest.fixture
def source(tmp_path):
    room = tmp_path / "mill"
    (room / "templates").mkdir(parents=True)
    (room / "locale/ru/LC_MESSAGES").mkdir(parents=True)
    (room / "__init__.py").touch()
    return tmp_path


def say(source, python="", template="", catalogue="", room="mill"):
    (source / room / "words.py").write_text(python)
    (source / room / "templates").mkdir(exist_ok=True)
    (source / room / "templates" / "page.html").write_text(template)
    (source / room / messages.CATALOGUE).parent.mkdir(parents=True, exist_ok=True)
    (source / room / messages.CATALOGUE).write_text(HEADER + catalogue)


@pytest.mark.parametrize(
    ("python", "expected"),
    [
        ("from django.utils.translation import gettext_lazy as _\n_('Bread')", Sentence("Bread")),
        (
            "from django.utils.translation import gettext\ngettext('Rye' ' bread')",
            Sentence("Rye bread"),
        ),
        (
            "from django.utils.translation import ngettext as n\nn('%d loaf', '%d loaves', 3)",
            Sentence("%d loaf", plural="%d loaves"),
        ),
        (
            "from django.utils import translation\ntranslation.npgettext('oven', 'a', 'b', 2)",
            Sentence("a", plural="b", context="oven"),
        ),
    ],
)
def test_sentences_are_found_in_python_under_any_name(python, expected):
    assert list(in_python(python)) == [expected]


def test_a_name_that_is_not_djangos_is_no_sentence():
    assert list(in_python("def _(x): ...\n_('Bread')")) == []


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ('{% translate "Bread" %}', Sentence("Bread")),
        ('{% translate "Bread" context "oven" as x %}', Sentence("Bread", context="oven")),
        ('{% panel title=_("It\'s ready (almost)") %}', Sentence("It's ready (almost)")),
        ('{{ name|default:_("nobody") }}', Sentence("nobody")),
        (
            "{% blocktranslate trimmed %}\n  Dear {{ name }},\n  come\n{% endblocktranslate %}",
            Sentence("Dear %(name)s, come"),
        ),
        (
            "{% blocktranslate count n=day %}{{ n }} a{% plural %}{{ n }} b{% endblocktranslate %}",
            Sentence("%(n)s a", plural="%(n)s b"),
        ),
        (
            '{% blocktranslate context "oven" count n=days %}a{% plural %}b{% endblocktranslate %}',
            Sentence("a", plural="b", context="oven"),
        ),
    ],
)
def test_sentences_are_found_in_templates(template, expected):
    assert list(in_template(template)) == [expected]


def test_each_sentence_knows_the_file_that_says_it(source):
    say(source, template='{% translate "Bread" %}')

    assert wanted(source / "mill") == {Sentence("Bread"): "templates/page.html"}


PYTHON = "from django.utils.translation import gettext as _, ngettext\n"


@pytest.mark.parametrize(
    ("python", "catalogue", "expected"),
    [
        ("_('Bread')", '\nmsgid "Bread"\nmsgstr "Хлеб"\n', []),
        ("ngettext('%(days)s day', '%(days)s days', 2)", DAYS, []),
        ("_('Bread')", "", ["mill/words.py: “Bread” is not in the catalogue"]),
        (
            "_('Bread')",
            '\nmsgid "Bread"\nmsgstr ""\n',
            ["mill/words.py: “Bread” has no translation, or lacks a plural form"],
        ),
        (
            "_('Bread')",
            '\n#, fuzzy\nmsgid "Bread"\nmsgstr "Хлеб"\n',
            ["mill/words.py: “Bread” is marked as obsolete or fuzzy"],
        ),
        (
            "ngettext('%(days)s day', '%(days)s days', 2)",
            DAYS.replace('"%(days)s дня"', '""'),
            ["mill/words.py: “%(days)s day” has no translation, or lacks a plural form"],
        ),
        (
            "_('Dear %(name)s')",
            '\nmsgid "Dear %(name)s"\nmsgstr "Дорогой %(nmae)s"\n',
            ["mill/words.py: “Dear %(name)s” has other placeholders in Russian"],
        ),
        (
            "",
            '\nmsgid "Bread"\nmsgstr "Хлеб"\n',
            ["mill/locale/ru/LC_MESSAGES/django.po: “Bread” is said nowhere any more"],
        ),
    ],
)
def test_gaps_name_the_file_and_what_is_wrong(source, python, catalogue, expected):
    say(source, python=PYTHON + python, catalogue=catalogue)

    assert list(messages.gaps(source)) == expected


def test_one_sentence_has_one_translation_in_the_whole_house(source):
    (source / "yard").mkdir()
    (source / "yard" / "__init__.py").touch()
    say(source, PYTHON + "_('Break')", catalogue='\nmsgid "Break"\nmsgstr "Перемена"\n')
    say(source, PYTHON + "_('Break')", catalogue='\nmsgid "Break"\nmsgstr "Обрыв"\n', room="yard")

    assert list(messages.gaps(source)) == [
        "yard/locale/ru/LC_MESSAGES/django.po: “Break” has another translation in mill"
    ]


def test_missing_sentences_are_added_once_and_wait_for_their_russian(source):
    (source / "mill/words.py").write_text(PYTHON + "_('Bread'); ngettext('a', 'b', 2)")

    assert [messages.add_missing(source), messages.add_missing(source)] == [2, 0]
    assert list(messages.gaps(source)) == [
        "mill/words.py: “Bread” has no translation, or lacks a plural form",
        "mill/words.py: “a” has no translation, or lacks a plural form",
    ]


def test_compiled_catalogues_speak_russian_with_three_plural_forms(source):
    say(source, catalogue=DAYS)

    written = [messages.compile_all(source), messages.compile_all(source)]

    compiled = (source / "mill" / messages.CATALOGUE).with_suffix(".mo")
    russian = gettext.GNUTranslations(compiled.open("rb")).ngettext
    assert written == [1, 0]
    assert [russian("%(days)s day", "%(days)s days", n) % {"days": n} for n in (21, 3, 11)] == [
        "21 день",
        "3 дня",
        "11 дней",
    ]
