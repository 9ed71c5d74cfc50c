"""Addresses of the intake room: short ones for visitors, the rest for staff."""

from django.urls import path

from .views import applying, calls, candidates, marking, public, selection, seminar

app_name = "intake"
urlpatterns = [
    path("c/<slug:slug>/", public.public_call, name="public_call"),
    path("c/<slug:slug>/fit/", public.fit, name="fit"),
    path("c/<slug:slug>/begin/", public.begin, name="begin"),
    path("c/<slug:slug>/territories/", public.territories, name="territories"),
    path("c/<slug:slug>/seminar/", public.impression, name="impression"),
    path("c/<slug:slug>/thanks/", public.thanks, name="thanks"),
    path("a/", applying.way_back, name="way_back"),
    path("a/<str:token>/", applying.application, name="application"),
    path("a/<str:token>/hand-in/", applying.hand_in, name="hand_in"),
    path("a/<str:token>/withdraw/", applying.withdraw, name="withdraw"),
    path("intake/", calls.calls, name="calls"),
    path("cohorts/<int:pk>/calls/new/", calls.add, name="add_call"),
    path("intake/<int:pk>/", calls.call, name="call"),
    path("intake/<int:pk>/edit/", calls.edit, name="edit_call"),
    path("intake/<int:pk>/form/<slug:part>/", calls.part, name="call_part"),
    path("intake/<int:pk>/preview/", calls.preview, name="preview"),
    path("intake/<int:pk>/publish/", calls.publish, name="publish"),
    path("intake/<int:pk>/notice.pdf", calls.notice, name="notice"),
    path("intake/<int:pk>/candidates/", candidates.candidates, name="candidates"),
    path("intake/<int:pk>/candidates.<slug:kind>", candidates.table, name="table"),
    path("intake/<int:pk>/key-in/", candidates.key_in, name="key_in"),
    path("intake/<int:pk>/seminar/", seminar.seminar, name="seminar"),
    path("intake/<int:pk>/seminar/invite/", seminar.invite, name="invite"),
    path("intake/<int:pk>/seminar/tick/", seminar.tick, name="tick"),
    path("intake/candidates/<int:pk>/", candidates.candidate, name="candidate"),
    path("intake/candidates/<int:pk>/write/", candidates.write_for, name="write_for"),
    path("intake/candidates/<int:pk>/deed/", candidates.deed, name="deed"),
    path("a/<str:token>/answer/", marking.answer, name="answer"),
    path("intake/<int:pk>/selection/", selection.selection, name="selection"),
    path("intake/<int:pk>/markers/", selection.markers, name="markers"),
    path("intake/<int:pk>/decisions/", selection.decisions_page, name="decisions"),
    path("intake/<int:pk>/waiting/", selection.waiting, name="waiting"),
    path("intake/markers/<int:pk>/dismiss/", selection.dismiss, name="dismiss_marker"),
    path("intake/candidates/<int:pk>/decide/", selection.decide, name="decide"),
    path("intake/candidates/<int:pk>/move-up/", selection.move_up, name="move_up"),
    path("intake/candidates/<int:pk>/answer/", selection.answer_for, name="answer_for"),
    path("marking/", marking.marking, name="marking"),
    path("marking/<int:pk>/", marking.marking_of, name="marking_of"),
    path("marking/candidates/<int:pk>/", marking.mark, name="mark"),
    path("marking/candidates/<int:pk>/too-close/", marking.too_close, name="too_close"),
]
