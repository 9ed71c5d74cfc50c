"""Saves are merged, counted once and kept as versions."""

from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from peremena.drafts import services
from peremena.drafts.deeds import Deed, Verb
from peremena.drafts.history import Source
from peremena.drafts.models import Clash, Revision
from peremena.drafts.protocol import SaveRequest
from peremena.drafts.values import Problem
from peremena.drafts.writing import MOST_ROWS, Refusal
from peremena.journal.models import Entry
from peremena.kit.refusals import Refused
from tests.factories import PersonFactory

from .village import Village

pytestmark = pytest.mark.django_db

NOW = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
CONTENT = {
    "problem": {"core": "Клуб закрыт.", "causes": [{"id": "c1", "text": "нет ставки"}]},
    "place": {"people": 1140},
}


@pytest.fixture
def aliya():
    return PersonFactory(name="Алия")


@pytest.fixture
def pavel():
    return PersonFactory(name="Павел")


@pytest.fixture
def draft(aliya):
    return services.open_draft("village", CONTENT, by=aliya, now=NOW)


def send(draft, by, fields=None, *, base=1, operation="operation-1", now=NOW, **rest):
    request = SaveRequest(operation, base, fields or {}, **rest)
    return services.save(draft, request, model=Village, by=by, now=now)


def test_a_save_makes_a_version_with_its_author(draft, aliya):
    saved = send(draft, aliya, {"problem.core": "Клуб открыт."}, now=NOW + timedelta(hours=1))

    expected = CONTENT | {"problem": CONTENT["problem"] | {"core": "Клуб открыт."}}
    assert (saved.version, saved.content, saved.clashes) == (2, expected, ())
    revision = Revision.objects.get(draft=draft, version=2)
    assert (revision.content, revision.base, revision.source) == (expected, 1, "web")
    assert (revision.author, revision.at) == (aliya, NOW + timedelta(hours=1))
    draft.refresh_from_db()
    assert (draft.content, draft.version, draft.changed_by) == (expected, 2, aliya)


def test_a_save_that_says_nothing_new_makes_no_version(draft, aliya):
    saved = send(draft, aliya, {"problem.core": "Клуб закрыт.", "place.people": "1 140"})

    assert saved.version == 1
    assert Revision.objects.count() == 1


def test_asking_what_is_new_leaves_no_trace(draft, aliya):
    saved = send(draft, aliya)

    assert saved.content == CONTENT
    assert not draft.operations.exists()


def test_the_same_send_twice_counts_once(draft, aliya, pavel):
    send(draft, aliya, {"problem.core": "А"})
    send(draft, pavel, {"problem.core": "Б"}, base=2, operation="operation-2")

    again = send(draft, aliya, {"problem.core": "А"})

    assert again.is_repeat
    assert (again.version, again.content["problem"]["core"]) == (3, "Б")
    assert not Clash.objects.exists()


def test_a_repeat_says_again_what_was_refused(draft, aliya):
    too_long = {"problem.core": "я" * 20_001}

    first, again = send(draft, aliya, too_long), send(draft, aliya, too_long)

    assert first.refused == again.refused == {"problem.core": Refusal.FAR_TOO_LONG}


def test_other_words_under_an_old_operation_are_not_lost(draft, aliya):
    """Somebody went back in the browser and wrote something else on the same page."""
    send(draft, aliya, {"problem.core": "А"})

    saved = send(draft, aliya, {"place.people": "7"})

    assert not saved.is_repeat
    assert saved.content["place"]["people"] == 7


def test_two_people_from_one_version_keep_both_words(draft, aliya, pavel):
    send(draft, aliya, {"problem.core": "Клуб открыт."})

    saved = send(draft, pavel, {"place.people": "1200"}, operation="operation-2")

    assert saved.content["problem"]["core"] == "Клуб открыт."
    assert saved.content["place"]["people"] == 1200


def test_the_earlier_words_are_offered_with_their_author(draft, aliya, pavel):
    send(draft, aliya, {"problem.core": "Слово Алии"})
    send(draft, pavel, {"place.people": "7"}, base=2, operation="operation-2")

    saved = send(draft, pavel, {"problem.core": "Слово Павла"}, operation="operation-3")

    (clash,) = saved.clashes
    assert (clash.path, clash.kept, clash.offered) == ("problem.core", "Слово Павла", "Слово Алии")
    assert clash.offered_by == aliya
    assert saved.content["problem"]["core"] == "Слово Павла"


def test_one_offer_is_made_once(draft, aliya, pavel):
    send(draft, aliya, {"problem.core": "Слово Алии"})
    send(draft, pavel, {"problem.core": "Слово"}, operation="operation-2")
    draft.refresh_from_db()
    services.replace(draft, draft.content | {"problem": {"core": "Слово Алии"}}, by=aliya, now=NOW)

    saved = send(draft, pavel, {"problem.core": "Слово Павла"}, operation="operation-3")

    assert [clash.offered for clash in saved.clashes] == ["Слово Алии"]


def offered(draft, aliya, pavel):
    send(draft, aliya, {"problem.core": "Слово Алии"})
    return send(draft, pavel, {"problem.core": "Слово Павла"}, operation="operation-2").clashes[0]


def test_an_offer_can_be_taken_together_with_typed_words(draft, aliya, pavel):
    clash = offered(draft, aliya, pavel)

    saved = send(
        draft,
        pavel,
        {"place.people": "9"},
        base=3,
        operation="operation-3",
        deed=Deed(Verb.TAKE, str(clash.pk)),
    )

    assert saved.content["problem"]["core"] == "Слово Алии"
    assert saved.content["place"]["people"] == 9
    assert saved.clashes == ()
    clash.refresh_from_db()
    assert (clash.is_taken, clash.settled_by, clash.settled_at) == (True, pavel, NOW)
    assert Entry.objects.get().deed == "drafts.offer.take"


def test_both_can_stand_one_after_the_other(draft, aliya, pavel):
    clash = offered(draft, aliya, pavel)
    assert clash.kept_by == pavel
    deed = Deed(Verb.JOIN, str(clash.pk))

    saved = send(draft, aliya, base=3, operation="operation-3", deed=deed)

    assert saved.content["problem"]["core"] == "Слово Павла\nСлово Алии"
    assert saved.clashes == ()
    assert Entry.objects.get().deed == "drafts.offer.join"


def test_an_offer_can_be_put_by(draft, aliya, pavel):
    clash = offered(draft, aliya, pavel)

    saved = send(draft, aliya, base=3, operation="operation-3", deed=Deed(Verb.KEEP, str(clash.pk)))

    assert saved.content["problem"]["core"] == "Слово Павла"
    assert saved.clashes == ()


@pytest.mark.parametrize("number", ["0", "99999999999999999999", "c1"])
def test_an_offer_that_is_not_there_changes_nothing(draft, aliya, number):
    assert send(draft, aliya, deed=Deed(Verb.TAKE, number)).content == CONTENT


def test_an_edit_is_merged_from_what_its_field_showed(draft, aliya, pavel):
    """The page had not shown what Pavel added, because Aliya was writing in the field."""
    send(draft, aliya, {"problem.core": "Клуб закрыт. Раз."})
    send(draft, pavel, {"problem.core": "Клуб закрыт. Пока."}, operation="operation-2")

    saved = send(
        draft,
        aliya,
        {"problem.core": "Клуб закрыт. Раз. Два."},
        base=3,
        operation="operation-3",
        seen={"problem.core": "Клуб закрыт. Раз."},
    )

    assert saved.content["problem"]["core"] == "Клуб закрыт. Раз. Пока. Два."
    assert saved.clashes == ()


def test_another_spelling_of_the_same_number_is_no_quarrel(draft, aliya):
    send(draft, aliya, {"place.people": "1250"})

    saved = send(
        draft,
        aliya,
        {"place.people": "12500"},
        base=2,
        operation="operation-2",
        seen={"place.people": "1250"},
    )

    assert (saved.content["place"]["people"], saved.clashes) == (12500, ())


@pytest.mark.parametrize("base", [0, 9])
def test_a_page_of_an_unknown_version_loses_nothing(draft, aliya, base):
    saved = send(
        draft,
        aliya,
        {"problem.core": "Моё", "place.people": ""},
        base=base,
        rows={"problem.causes": []},
    )

    assert saved.base is None
    assert saved.content["problem"] == {"core": "Моё", "causes": CONTENT["problem"]["causes"]}
    assert saved.content["place"]["people"] == 1140
    assert [clash.offered for clash in saved.clashes] == ["Клуб закрыт."]


def test_what_cannot_be_read_is_kept_and_reported(draft, aliya):
    saved = send(draft, aliya, {"place.people": "много"})

    assert saved.content["place"]["people"] == "много"
    assert saved.problems == {"place.people": Problem.NOT_A_NUMBER}


def test_one_bad_field_does_not_hold_back_the_rest(draft, aliya):
    saved = send(draft, aliya, {"problem.core": "Новое", "nothing": "x"})

    assert saved.refused == {"nothing": Refusal.NO_SUCH_FIELD}
    assert saved.content["problem"]["core"] == "Новое"


def test_a_draft_that_holds_all_it_can_says_so_and_stays_as_it_was(draft, aliya):
    rows = [{"id": f"c{number}", "text": "я" * 19_000} for number in range(52)]
    services.replace(draft, {"problem": {"causes": rows}}, by=aliya, now=NOW)

    with pytest.raises(Refused):
        send(draft, aliya, {"problem.core": "я" * 15_000}, base=2)

    draft.refresh_from_db()
    assert draft.version == 2


def test_rows_are_added_once_with_the_words_typed_before(draft, aliya):
    add = partial(
        send,
        draft,
        aliya,
        {"problem.causes.c1.text": "нет ставки и тепла"},
        deed=Deed(Verb.ADD, "problem.causes"),
    )
    first, again = add(), add()

    assert first.content == again.content
    causes = first.content["problem"]["causes"]
    assert causes[0] == {"id": "c1", "text": "нет ставки и тепла"}
    request = SaveRequest(
        "operation-1",
        1,
        {"problem.causes.c1.text": "нет ставки и тепла"},
        deed=Deed(Verb.ADD, "problem.causes"),
    )
    assert request.new_row == f"problem.causes.{causes[1]['id']}"


def test_a_removed_row_comes_back_with_its_words(draft, aliya):
    send(draft, aliya, deed=Deed(Verb.REMOVE, "problem.causes.c1"))
    draft.refresh_from_db()
    assert draft.content["problem"]["causes"] == []

    saved = send(
        draft, aliya, base=2, operation="operation-2", deed=Deed(Verb.RESTORE, "problem.causes.c1")
    )

    assert saved.content == CONTENT


@pytest.mark.parametrize("path", ["problem", "problem.core", "c1", "elsewhere.c1", "causes.c1.c1"])
@pytest.mark.parametrize("verb", [Verb.ADD, Verb.REMOVE, Verb.UP, Verb.RESTORE])
def test_a_deed_about_something_that_is_no_row_is_refused(draft, aliya, verb, path):
    saved = send(draft, aliya, deed=Deed(verb, path))

    assert saved.content == CONTENT
    assert set(saved.refused.values()) <= {Refusal.NO_SUCH_FIELD}


def test_a_full_list_takes_no_row_but_keeps_the_words(draft, aliya):
    ids = [f"c{number}" for number in range(MOST_ROWS)]

    saved = send(
        draft,
        aliya,
        {"problem.core": "Новое"},
        rows={"problem.causes": ids},
        deed=Deed(Verb.ADD, "problem.causes"),
    )

    assert saved.refused == {"problem.causes": Refusal.TOO_MANY_ROWS}
    assert saved.content["problem"]["core"] == "Новое"


def test_restoring_gives_exactly_that_content(draft, aliya, pavel):
    send(draft, aliya, {"problem.core": "Другое"}, deed=Deed(Verb.REMOVE, "problem.causes.c1"))

    services.restore(draft.revisions.get(version=1), by=pavel, now=NOW)

    draft.refresh_from_db()
    assert (draft.content, draft.version) == (CONTENT, 3)
    assert draft.revisions.get(version=3).source == Source.RESTORE
    assert Entry.objects.get().deed == "drafts.draft.restore"


def test_a_page_open_during_a_restore_is_merged_with_it(draft, aliya, pavel):
    send(draft, aliya, {"problem.core": "Другое"})
    services.restore(draft.revisions.get(version=1), by=pavel, now=NOW)

    saved = send(draft, aliya, {"place.people": "5"}, base=2, operation="operation-2")

    assert saved.content == CONTENT | {"place": {"people": 5}}


def test_what_follows_of_itself_is_saved_with_the_words(draft, aliya):
    def doubled(before, after):
        assert before == CONTENT
        return after | {"place": {"people": after["place"]["people"] * 2}}

    request = SaveRequest("operation-1", 1, {"place.people": "5"})

    saved = services.save(draft, request, model=Village, by=aliya, now=NOW, finish=doubled)

    assert saved.content["place"] == {"people": 10}


def test_who_wrote_for_whom_is_kept(draft, aliya, pavel):
    request = SaveRequest("operation-1", 1, {"for": "лыжи"}, source=Source.OFFLINE)

    services.save(draft, request, model=Village, by=pavel, now=NOW, on_behalf_of=aliya)

    revision = draft.revisions.get(version=2)
    assert (revision.author, revision.on_behalf_of) == (pavel, aliya)
    assert revision.source == "offline"


def test_old_versions_are_thinned_to_one_a_burst_and_pages_still_merge(draft, aliya, pavel):
    for minute in range(2, 8):
        by = aliya if minute < 5 else pavel
        at = NOW + timedelta(minutes=minute)
        fields = {"problem.core": f"Слово {minute}."}
        send(draft, by, fields, base=minute - 1, operation=f"operation-{minute}", now=at)

    gone = services.thin(draft, before=NOW + timedelta(days=1))

    assert gone == 5
    assert [revision.version for revision in draft.revisions.in_order()] == [4, 7]
    draft.refresh_from_db()
    saved = send(draft, aliya, {"place.people": "5"}, base=6, operation="operation-9")
    assert saved.content["problem"]["core"] == "Слово 7."
    assert saved.content["place"]["people"] == 5
