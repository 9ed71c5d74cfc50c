"""Component tags: each draws its states, escapes what people wrote, and passes the page checks."""

from datetime import date

import pytest
from django.template import engines
from django.utils import translation

from peremena.kit.fields import FormField, Kind, Option
from tests.browse import page_faults

pytestmark = pytest.mark.urls("peremena.kit.urls")


def draw(template, **context):
    html = engines["django"].from_string(template).render(context)
    assert page_faults(html) == []
    return html


@pytest.fixture(autouse=True)
def russian():
    with translation.override("ru"):
        yield


def test_a_panel_has_a_title_a_note_and_an_anchor():
    html = draw('{% panel title="Смета" note="6 строк" anchor="sums" %}<p>1</p>{% endpanel %}')

    assert 'id="sums"' in html
    assert "<h2>Смета</h2>" in html
    assert '<p class="note">6 строк</p>' in html


def test_what_people_wrote_is_escaped_and_our_own_markup_is_not():
    html = draw("{% panel title=name %}<p>{{ name }}</p>{% endpanel %}", name="<b>Каток</b>")

    assert html.count("&lt;b&gt;Каток&lt;/b&gt;") == 2
    assert "<p>" in html


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("done", '<span class="badge good">готово</span>'),
        ("current", '<span class="badge soon">сейчас</span>'),
        ("late", '<span class="badge late">просрочено</span>'),
        ("todo", ""),
    ],
)
def test_a_step_says_its_state_in_a_word(state, expected):
    html = draw('{% steps %}{% step "Смета" state %}{% endstep %}{% endsteps %}', state=state)

    assert f'<li class="{state}"' in html
    assert expected in html
    assert ("badge" in html) == bool(expected)
    assert ('aria-current="step"' in html) == (state == "current")


def test_a_step_may_say_it_in_other_words():
    html = draw('{% step "Смета" "late" badge="просрочено на 1 день" %}Две строки{% endstep %}')

    assert '<span class="badge late">просрочено на 1 день</span>' in html
    assert '<div class="note">Две строки</div>' in html


def test_the_next_step_shows_its_day_on_a_leaf():
    html = draw(
        '{% next_step "Смета" day=day %}<a href="/">Дальше</a>{% endnext_step %}',
        day=date(2026, 12, 2),
    )

    assert 'datetime="2026-12-02"' in html
    assert "<b>2</b>" in html


@pytest.mark.parametrize(
    ("arguments", "share", "text"),
    [("1 of=4", 25, "25 %"), ('3 of=5 text="3 из 5"', 60, "3 из 5"), ("9 of=0", 0, "0 %"),
     ("7 of=5", 100, "100 %")],
)  # fmt: skip
def test_a_meter_stays_between_nothing_and_all(arguments, share, text):
    html = draw('{% meter "Смета" ' + arguments + " %}")

    assert f'value="{share}"' in html
    assert f'<span class="amount">{text}</span>' in html


def test_progress_without_a_value_is_going_on():
    assert "value=" not in draw('{% progress "Готовим заявку" %}')
    assert 'max="1640" value="1200"' in draw('{% progress "Читаем" 1200 of=1640 %}')


def test_a_ring_needs_no_style_attribute():
    assert 'stroke-dasharray="62 100"' in draw('{% ring "Готовность" 62 %}')


def test_an_avatar_has_always_the_same_colour_for_a_name():
    first, second = draw('{% avatar "Ирина Петровна" %}'), draw('{% avatar "Ирина Петровна" %}')

    assert first == second
    assert ">ИП</span>" in first


def test_tabs_mark_the_current_one():
    html = draw(
        '{% tabs label="Виды" %}{% tab "Смета" "/a/" current=True %}{% tab "Ещё" "/b/" count=3 %}'
        "{% endtabs %}"
    )

    assert html.count('aria-current="page"') == 1
    assert '<span class="count">3</span>' in html


def test_a_dialog_unfolds_without_a_script():
    html = draw('{% dialog opens="Удалить" title="Удалить строку?" %}<p>Да</p>{% enddialog %}')

    assert '<summary class="button second">Удалить</summary>' in html


def test_a_page_that_does_not_exist_yet_has_no_address():
    assert draw('{% url_if_any "no-such-page" as url %}[{{ url }}]') == "[]"


def test_filters_set_sums_and_days():
    html = draw("{{ sum|roubles }}; {{ day|day }}", sum="1250000", day=date(2027, 3, 12))

    assert html == "1\xa0250\xa0000\xa0₽; 12\xa0марта 2027"


OPTIONS = (Option("a", "Письмом", "На почту"), Option("b", "Никак"))
KINDS = {
    Kind.TEXT: '<input id="f-way" name="way" type="text" value="a"',
    Kind.TEXTAREA: '<textarea id="f-way" name="way" rows="4"',
    Kind.NUMBER: 'inputmode="numeric"',
    Kind.MONEY: 'inputmode="decimal"',
    Kind.DATE: 'type="date"',
    Kind.EMAIL: 'type="email"',
    Kind.PASSWORD: 'type="password"',
    Kind.CODE: 'inputmode="numeric"',
    Kind.SELECT: '<option value="a" selected>Письмом</option>',
    Kind.RADIO: '<input type="radio" name="way" value="a" checked>',
    Kind.CHECKS: '<input type="checkbox" name="way" value="a" checked>',
    Kind.TICK: '<input type="checkbox" id="f-way" name="way" checked',
    Kind.FILE: 'type="file"',
}


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_field_has_a_label_its_words_and_its_error(kind):
    field = FormField(
        "way", "Как писать", kind, value="a", options=OPTIONS, hint="Удобно", why="Чтобы",
        example="Так", mistake="Не так", error="Выберите", required=True,
    )  # fmt: skip

    html = draw("{% field field %}", field=field)

    assert KINDS[kind] in html
    assert 'aria-describedby="f-way-hint f-way-error"' in html
    for words in ("Как писать", "Удобно", "Чтобы", "Так", "Не так", "Выберите"):
        assert words in html


def test_a_long_limit_is_written_for_the_script_and_for_people():
    html = draw("{% field field %}", field=FormField("goal", "Цель", limit=2500, value="абв"))

    assert 'data-limit="2500"' in html
    assert "Осталось знаков: 2\xa0497" in html


def test_an_overrun_limit_is_said_and_nothing_is_cut():
    html = draw("{% field field %}", field=FormField("goal", "Цель", limit=2, value="абвг"))

    assert "Лишних знаков: 2" in html
    assert 'value="абвг"' in html


@pytest.mark.parametrize(("kind", "word"), [(Kind.TEXT, " readonly"), (Kind.SELECT, " disabled")])
def test_what_may_only_be_read_cannot_be_typed_over(kind, word):
    html = draw("{% field field %}", field=FormField("inn", "ИНН", kind, readonly=True))

    assert word in html


def test_a_field_passes_attributes_on():
    field = FormField("goal", "Цель", attributes={"hx-post": "/save/", "autocomplete": "off"})

    assert 'hx-post="/save/" autocomplete="off"' in draw("{% field field %}", field=field)
