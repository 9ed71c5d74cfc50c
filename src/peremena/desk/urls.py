"""Addresses of the desk: the first page, and a project's first page."""

from django.urls import path

from .views import erasure, first, hats, journal, outbox, person, personal, retention, search

app_name = "desk"
urlpatterns = [
    path("", first.home, name="home"),
    path("help/", first.guide, name="help"),
    path("search/", search.search, name="search"),
    path("outbox/", outbox.outbox, name="outbox"),
    path("outbox/write/", outbox.write, name="write"),
    path("outbox/<int:pk>/", outbox.letter, name="letter"),
    path("outbox/<int:pk>/do/", outbox.handle, name="letter_deed"),
    path("calls/", outbox.calls, name="calls"),
    path("board/", hats.board, name="board"),
    path("path/", hats.way, name="path"),
    path("queue/", hats.queue, name="queue"),
    path("totals/", hats.totals, name="totals"),
    path("more/", hats.more, name="more"),
    path("projects/", hats.projects, name="projects"),
    path("people/<int:pk>/", person.card, name="person"),
    path("me/helpers/", person.helpers, name="helpers"),
    path("me/helpers/<int:pk>/name/", person.name_fellow, name="name_fellow"),
    path("me/helpers/<int:trust>/take-back/", person.take_back, name="take_back_trust"),
    path("me/written-for-me/", person.written_for_me, name="written_for_me"),
    path("heard/", person.heard, name="heard"),
    path("me/data/", personal.my_data, name="my_data"),
    path("me/data/copy/", personal.my_copy, name="my_copy"),
    path("me/data/erase/", personal.ask_erasure, name="ask_erasure"),
    path("me/data/keep/", personal.take_back_erasure, name="take_back_erasure"),
    path("me/deeds/", journal.my_deeds, name="my_deeds"),
    path("people/<int:pk>/erase/", personal.ask_erasure_for, name="ask_erasure_for"),
    path("people/<int:pk>/journal/", journal.journal_of_person, name="journal_of_person"),
    path("requests/", erasure.requests, name="requests"),
    path("requests/<int:pk>/", erasure.one, name="request"),
    path("requests/<int:pk>/refuse/", erasure.refuse, name="refuse_request"),
    path("kept/", retention.sweeps, name="sweeps"),
    path("journal/", journal.journal, name="journal"),
    path("journal/<slug:kind>/<int:pk>/", journal.journal_of, name="journal_of"),
    path("projects/<int:pk>/", first.workshop, name="workshop"),
]
