"""The page of a draft: what it shows, and that a plain form and the script get what they need."""

import json
from datetime import UTC, datetime
from functools import partial

import pytest

from peremena.drafts import services
from peremena.drafts.models import Comment, Draft
from peremena.drafts.protocol import SaveRequest
from tests.browse import Browse
from tests.factories import PersonFactory

from .village import Village

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.drafts.site")]

NOW = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
CONTENT = {
    "place": {"people": 1140, "villages": ["Ключи", "Лесная"], "kind": "village"},
    "problem": {
        "core": "Клуб <b>закрыт</b>.",
        "causes": [{"id": "c1", "text": "нет ставки", "chosen": True}, {"id": "c2"}],
    },
    "partners": [{"id": "k1", "org": "КФХ", "causes": ["c1", "c9"], "letter": {"date": "весной"}}],
}


@pytest.fixture
def aliya():
    return PersonFactory(name="Алия", surname="Ахметова")


@pytest.fixture
def draft(aliya):
    return services.open_draft("village", CONTENT, by=aliya, now=NOW)


@pytest.fixture
def browse(aliya):
    client = Browse()
    client.force_login(aliya)
    return client


def address(draft, rest=""):
    return f"/village/{draft.pk}/{rest}"


def plain(browse, draft, **fields):
    """As a browser without scripts sends it."""
    common = {"operation": "operation-1", "base": str(draft.version)}
    sent = {name.replace("__", "."): text for name, text in fields.items()}
    return browse.post(address(draft), common | sent)


def scripted(browse, draft, **said):
    body = {"operation": "operation-1", "base": draft.version, "fields": {}} | said
    return browse.post(address(draft), json.dumps(body), content_type="application/json")


def test_the_page_shows_what_stands_in_the_draft(browse, draft, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        page = browse.get(address(draft)).text

    assert "Клуб &lt;b&gt;закрыт&lt;/b&gt;." in page
    assert 'value="1\xa0140"' in page
    assert "Ключи\nЛесная</textarea>" in page
    assert '<input type="hidden" name="rows.problem.causes" value="c1 c2">' in page
    assert 'name="base" value="1"' in page
    assert 'value="add:problem.causes"' in page
    assert 'value="up:problem.causes.c1" disabled' in page.replace("\n", "")
    assert 'name="unknown.problem.causes.c2.text"' in page
    assert 'name="unknown.problem.causes.c1.text"' not in page


def test_more_rows_ask_the_database_no_more(browse, draft, aliya, django_assert_num_queries):
    with django_assert_num_queries(6):
        browse.get(address(draft))
    rows = [{"id": f"c{number}", "text": "ещё"} for number in range(30)]
    services.replace(draft, {"problem": {"causes": rows}}, by=aliya, now=NOW)

    with django_assert_num_queries(6):
        browse.get(address(draft))


def test_further_rows_explain_only_what_is_not_filled_in_yet(browse, draft, aliya):
    rows = [{"id": f"c{number}", "text": text} for number, text in enumerate(["а", "б", None])]
    services.replace(draft, {"problem": {"causes": rows}}, by=aliya, now=NOW)

    assert browse.get(address(draft)).text.count("Проблему держат причины.") == 2


def test_words_that_cannot_be_read_stay_in_a_field_that_can_show_them(browse, draft):
    page = browse.get(address(draft)).text

    assert 'value="весной"' in page
    assert "Напишите день" in page


def test_what_is_picked_but_gone_is_still_shown(browse, draft):
    page = browse.get(address(draft)).text

    assert 'value="c9" checked' in page
    assert "Строка, которую убрали" in page


def test_a_plain_form_saves_and_comes_back_to_the_page(browse, draft):
    answer = plain(browse, draft, problem__core="Клуб открыт.")

    assert (answer.status_code, answer.headers["Location"]) == (302, address(draft))
    draft.refresh_from_db()
    assert draft.content["problem"]["core"] == "Клуб открыт."


@pytest.mark.parametrize(
    ("do", "place"),
    [
        ("remove:problem.causes.c1", "?removed=problem.causes.c1#f-problem-causes"),
        ("up:problem.causes.c2", "#f-problem-causes-c2"),
    ],
)
def test_buttons_of_rows_work_without_a_script(browse, draft, do, place):
    answer = plain(browse, draft, do=do)

    assert answer.headers["Location"] == address(draft) + place


def test_a_removed_row_can_be_put_back(browse, draft):
    removed = plain(browse, draft, do="remove:problem.causes.c1").headers["Location"]

    page = browse.get(removed).text

    assert 'value="restore:problem.causes.c1"' in page


def test_an_added_row_is_where_the_page_comes_back(browse, draft):
    answer = plain(browse, draft, do="add:problem.causes")

    draft.refresh_from_db()
    added = draft.content["problem"]["causes"][-1]["id"]
    assert answer.headers["Location"] == f"{address(draft)}#f-problem-causes-{added}"


def test_words_that_do_not_fit_are_shown_again(browse, draft):
    words = "я" * 20_001

    answer = plain(browse, draft, problem__core=words, gone="старое поле")

    assert answer.status_code == 422
    assert words in answer.text
    assert "старое поле" in answer.text


def test_the_script_gets_what_has_changed(browse, draft, aliya):
    fields = {"place.people": "7", "for": "лыжи"}
    request = SaveRequest("operation-0", 1, {"problem.core": "Клуб открыт.", "for": "санки"})
    services.save(draft, request, model=Village, by=aliya, now=NOW)
    draft.version = 1

    answer = scripted(browse, draft, fields=fields).json()

    clash = answer["clashes"][0]
    assert answer == {
        "operation": "operation-1",
        "version": 3,
        "said": answer["said"],
        "fields": {"place.people": "7", "for": "лыжи", "problem.core": "Клуб открыт."},
        "rows": {"problem.causes": ["c1", "c2"], "partners": ["k1"]},
        "problems": {"partners.k1.letter.date": answer["problems"]["partners.k1.letter.date"]},
        "refused": {},
        "clashes": [{"id": clash["id"], "path": "for", "offered": "санки"}],
        "added": "",
        "removed": "",
    }
    assert answer["said"].startswith("Сохранено в\xa0")


def test_the_script_hears_what_was_refused(browse, draft):
    answer = scripted(browse, draft, fields={"problem.core": "я" * 20_001, "for": "лыжи"}).json()

    assert answer["refused"].keys() == {"problem.core"}
    assert answer["fields"] == {"for": "лыжи"}


def test_an_offer_stands_beside_the_field(browse, draft, aliya):
    for number, words in enumerate(["Одно", "Другое"]):
        request = SaveRequest(f"operation-{number}", 1, {"problem.core": words})
        services.save(draft, request, model=Village, by=aliya, now=NOW)

    page = browse.get(address(draft)).text

    assert "Сейчас стоит · Алия Ахметова" in page
    for words in ("Одно", "Другое"):
        assert f'<blockquote class="lines">{words}</blockquote>' in page
    for deed in ("keep", "take", "join"):
        assert f'value="{deed}:' in page


def test_an_offer_reads_in_words(browse, draft, aliya):
    said = {
        "place.kind": ("town", "хутор"),
        "partners.k1.letter.date": ("2027-03-01", "2027-03-02"),
        "partners.k1.first": ("c1", "c2"),
    }
    for number in (0, 1):
        fields = {path: words[number] for path, words in said.items()}
        request = SaveRequest(f"operation-{number}", 1, fields)
        services.save(draft, request, model=Village, by=aliya, now=NOW)

    page = browse.get(address(draft)).text

    for words in ("город", "1\xa0марта 2027", "нет ставки"):
        assert f'<blockquote class="lines">{words}</blockquote>' in page


def test_an_offer_for_a_row_that_is_gone_is_not_told(browse, draft, aliya):
    for number, words in enumerate(["Одно", "Другое"]):
        request = SaveRequest(f"operation-{number}", 1, {"problem.causes.c1.text": words})
        services.save(draft, request, model=Village, by=aliya, now=NOW)

    answer = scripted(browse, draft, do="remove:problem.causes.c1").json()

    assert answer["clashes"] == []


@pytest.mark.parametrize("body", [" ", "[" * 9_999, "{}", '{"operation": "operation-1"}', "\x00"])
def test_what_is_no_save_gets_a_sentence(browse, draft, body):
    answer = browse.post(address(draft), body, content_type="application/json")

    assert answer.status_code == 400
    assert answer.json()["reason"].endswith(".")


def test_signs_that_no_database_keeps_are_left_out(browse, draft):
    fields = {"problem.core": "Клуб\x00 \ud83d", "place.ages.\ud83d": "5", "place.ages.a\x00": "5"}

    answer = scripted(browse, draft, fields=fields, rows={"problem.causes": ["\ud83d", "c1"]})

    assert answer.json()["refused"].keys() == fields.keys() - {"problem.core"} | {"problem.causes"}
    draft.refresh_from_db()
    assert draft.content["problem"]["core"] == "Клуб ?"


def test_what_is_no_form_gets_a_page_with_a_sentence(browse, draft):
    answer = browse.post(address(draft), {"problem.core": "слово"})

    assert answer.status_code == 400
    assert "Обновите страницу" in answer.text


def test_more_than_a_draft_holds_is_a_sentence_for_the_script(browse, draft, aliya):
    rows = [{"id": f"c{number}", "text": "я" * 19_000} for number in range(52)]
    services.replace(draft, {"problem": {"causes": rows}}, by=aliya, now=NOW)

    answer = scripted(browse, draft, fields={"problem.core": "я" * 15_000})

    assert answer.status_code == 409
    assert answer.json()["reason"]


def test_a_visitor_is_asked_to_sign_in(draft):
    assert Browse().get(address(draft)).status_code == 302


def talk(browse, draft, do, text=""):
    return browse.post(address(draft, "talk/"), {"do": do, do: text})


def test_a_comment_is_pinned_to_its_field_with_what_stood_there(browse, draft, aliya):
    talk(browse, draft, "say:place.people", " А по переписи? ")

    comment = Comment.objects.get()
    assert (comment.path, comment.text, comment.quote) == (
        "place.people",
        "А по переписи?",
        "1\xa0140",
    )
    assert "А по переписи?" in browse.get(address(draft)).text


def test_a_tick_is_not_quoted(browse, draft):
    talk(browse, draft, "say:problem.causes.c1.chosen", "Точно?")

    assert Comment.objects.get().quote == ""


def test_a_talk_is_answered_settled_and_opened_again(browse, draft):
    talk(browse, draft, "say:problem.core", "Кому плохо?")
    first = Comment.objects.get()
    say = partial(talk, browse, draft)

    say(f"answer:{first.pk}", "Подросткам")
    say(f"close:{first.pk}")
    assert "Решено: Алия Ахметова" in browse.get(address(draft)).text
    say(f"reopen:{first.pk}")
    assert "Решено: Алия" not in browse.get(address(draft)).text
    say(f"close:{first.pk}")
    say(f"answer:{first.answers.get().pk}", "И младшим")

    first.refresh_from_db()
    assert [answer.text for answer in first.answers.in_order()] == ["Подросткам", "И младшим"]
    assert first.closed_at is None


def test_a_comment_outlives_its_row(browse, draft):
    talk(browse, draft, "say:problem.causes.c1.text", "Точно?")
    plain(browse, draft, do="remove:problem.causes.c1")

    page = browse.get(address(draft)).text

    assert "О строке, которую убрали" in page
    assert "нет ставки" in page


@pytest.mark.parametrize(
    ("do", "text", "status"),
    [
        ("say:problem.core", "  ", 409),
        ("say:problem.core", "я" * 4_001, 409),
        ("say:problem", "x", 400),
        ("say:a..b", "x", 400),
        ("answer:999", "x", 409),
        ("answer:x", "x", 409),
        ("shout:1", "x", 400),
        ("", "x", 400),
        ("say:problem.core", "\x00", 409),
    ],
)
def test_nothing_is_said_by_mistake(browse, draft, do, text, status):
    assert talk(browse, draft, do, text).status_code == status
    assert not Comment.objects.exists()


def test_somebody_who_only_reads_gets_no_button(browse, draft, monkeypatch):
    from tests.drafts import site

    page_of = site.page_of
    monkeypatch.setattr(site, "page_of", lambda draft: read_only(page_of(draft)))

    page = browse.get(address(draft)).text

    assert 'name="do"' not in page
    assert 'name="base"' not in page
    assert Draft.objects.get().version == 1


def read_only(page):
    from dataclasses import replace

    return replace(page, is_writable=False, talk_address="")
