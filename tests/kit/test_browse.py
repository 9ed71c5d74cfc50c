"""Each check of a page fails on a page that breaks it, and a good page passes them all."""

import pytest

from tests.browse import page_faults

GOOD = """<!doctype html>
<html lang="ru">
<head><title>Проект — Перемена</title><link rel="stylesheet" href="/static/kit.css"></head>
<body>
  <h1>Проект</h1>
  <h2>Поля</h2>
  <form method="post" action="/save/">
    <input type="hidden" name="csrfmiddlewaretoken" value="1">
    <label for="a">Имя</label><input id="a" name="a" aria-describedby="hint">
    <p id="hint">Как в паспорте</p>
    <label><input type="checkbox" name="b"> Да</label>
    <button>Сохранить</button>
  </form>
  <a href="/"><img src="/a.png" alt="Домой"></a>
</body>
</html>"""


def test_a_good_page_has_no_faults():
    assert page_faults(GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("<h1>Проект</h1>", "<h2>Проект</h2>", "the page has 0 headings of the first level"),
        ("<h2>Поля</h2>", "<h1>Поля</h1>", "the page has 2 headings of the first level"),
        ("<h2>Поля</h2>", "<h2> </h2>", "<h2> is empty"),
        ("<h2>Поля</h2>", "<h3>Поля</h3>", "the heading “Поля” skips a level"),
        ("Проект — Перемена", " ", "the page has no title"),
        ("Проект — Перемена", " — Перемена", "the title names only the site"),
        (' lang="ru"', "", "the page does not say its language"),
        (' action="/save/"', "", '<form method="post"> has no action'),
        ("csrfmiddlewaretoken", "x", '<form method="post" action="/save/"> has no csrf token'),
        ("<label>", "<span>", "</label> closes nothing that is open"),
        ('<p id="hint">', '<p id="a">', "the id “a” stands 2 times"),
        ('name="a"', 'name="a" name="b"', "says an attribute twice"),
        ('id="hint"', 'id="a 1"', "the id “a 1” holds a space"),
        ("<h2>", '<h2 style="color: red">', '<h2 style="color: red"> has a style or a script'),
        ("<h2>", '<h2 onclick="x()">', '<h2 onclick="x()"> has a style or a script'),
        ('href="/"', 'href="javascript:x()"', '<a href="javascript:x()"> has a style or a script'),
        ("</head>", "<style>a {}</style></head>", "<style> is written into the page"),
        ("</head>", "<script>a()</script></head>", "<script> is written into the page"),
        ("Поля", "{{ fields }}", "a piece of a template stands in the text"),
        ('"/save/"', '"{% url x %}"', "holds a piece of a template"),
        (' alt="Домой"', ' alt=""', '<a href="/"> has no name'),
        (' alt="Домой"', "", '<img src="/a.png"> has no alt'),
        ("Сохранить", "", "<button> has no name"),
        ('"/static/kit.css"', '"//cdn.example/a.css"', "comes from another host"),
        ('"/a.png"', '"https://cdn.example/a.png"', "comes from another host"),
        ("Как в паспорте", "<ul><li>Как</li></ul>", "<ul> cannot stand inside a paragraph"),
        ("<h2>", '<h2 hx-get="/">', '<h2 hx-get="/"> needs htmx'),
        ("</p>", "", "</form> closes nothing that is open"),
        ('<p id="hint">', "<p>", "points to “hint”, which is not on the page"),
    ],
)
def test_each_fault_is_found(old, new, fault):
    assert old in GOOD

    assert fault in "\n".join(page_faults(GOOD.replace(old, new, 1)))


def test_a_field_needs_a_label_of_its_own():
    faults = page_faults('<div><label for="b">Имя</label><input id="a"><select></select></div>')

    assert faults == ['<input id="a"> has no label', "<select> has no label"]


def test_hidden_words_are_no_name():
    assert page_faults('<a href="/"><span aria-hidden="true">×</span></a>') == [
        '<a href="/"> has no name'
    ]


def test_a_part_for_htmx_needs_no_head():
    assert page_faults('<form id="status" action="/"><button>Сдать</button></form>') == []
