"""Addresses of the desk: the first page, and a project's first page."""

from django.urls import path

from .views import first, hats, outbox, person, search

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
    path("projects/<int:pk>/", first.workshop, name="workshop"),
]
