"""Whoever turns all pages sees every row once, in order."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from peremena.journal.models import Entry
from peremena.kit import paging
from peremena.people.models import Person
from tests.factories import NOON, PersonFactory

SURNAMES = st.lists(st.sampled_from(["", "Иванова", "Ёлкина", "иванова", "O'Neil"]), max_size=12)


def turned(rows, by, size):
    """All pages, one after another."""
    found = [paging.page(rows, by=by, size=size)]
    while after := found[-1].after:
        found.append(paging.page(rows, by=by, after=after, size=size))
    return found


class Turning(TestCase):
    @given(SURNAMES, st.integers(1, 5), st.sampled_from([("surname", "pk"), ("-surname", "-pk")]))
    def test_all_pages_together_are_the_whole_list(self, surnames, size, by):
        Person.objects.bulk_create(
            Person(name="Алия", surname=surname, email=f"p{n}@example.org")
            for n, surname in enumerate(surnames)
        )

        pages = turned(Person.objects.all(), by, size)

        assert [row for page in pages for row in page.rows] == list(Person.objects.order_by(*by))
        assert [page.is_first for page in pages] == [True] + [False] * (len(pages) - 1)
        assert all(len(page.rows) == size for page in pages[:-1])

    @given(st.lists(st.integers(0, 3), max_size=10), st.integers(1, 4))
    def test_moments_are_exact_to_the_microsecond(self, steps, size):
        moments = [NOON + timedelta(microseconds=step) for step in steps]
        Entry.objects.bulk_create(
            Entry(at=at, deed="tests.row.made", thing_type="x", thing_id=str(n))
            for n, at in enumerate(moments)
        )
        rows = Entry.objects.filter(deed="tests.row.made")

        pages = turned(rows, ("-at", "pk"), size)

        assert [row for page in pages for row in page.rows] == list(rows.order_by("-at", "pk"))


@pytest.mark.django_db
def test_rows_that_come_while_somebody_turns_pages_hide_none_of_the_others():
    people = [PersonFactory(surname=surname) for surname in "бвгд"]
    first = paging.page(Person.objects.all(), by=("surname", "pk"), size=2)
    PersonFactory(surname="а")

    second = paging.page(Person.objects.all(), by=("surname", "pk"), after=first.after, size=2)

    assert [*first.rows, *second.rows] == people


@pytest.mark.django_db
@pytest.mark.parametrize("after", ["x", "x:y:z", "'; DROP TABLE", "null", "a" * 5000])
def test_a_key_that_was_not_given_out_here_begins_anew(after):
    person = PersonFactory()

    listed = paging.page(Person.objects.all(), by=("surname", "pk"), after=after)

    assert (list(listed.rows), listed.is_first, listed.after) == ([person], True, "")


@pytest.mark.django_db
def test_a_key_of_another_list_begins_anew_and_breaks_nothing():
    for _turn in range(3):
        PersonFactory()
    key = paging.page(Person.objects.all(), by=("joined_at", "pk"), size=1).after

    other = paging.page(Person.objects.all(), by=("pk", "surname"), after=key, size=5)

    assert len(other.rows) == 3


@pytest.mark.django_db
def test_a_list_by_something_that_may_be_unknown_loses_nobody():
    known = PersonFactory(erased_at=datetime(2026, 1, 1, tzinfo=UTC))
    unknown = [PersonFactory() for _turn in range(3)]

    pages = turned(Person.objects.all(), ("erased_at", "pk"), 1)

    assert {row for page in pages for row in page.rows} == {known, *unknown}
