"""Addresses of the cohorts room. Staff come here from their board."""

from django.urls import path

from .views import certificates, deadlines, enrolling, enrolments, gates, programmes

app_name = "cohorts"
urlpatterns = [
    path("cohorts/", programmes.shelf, name="list"),
    path("cohorts/programmes/new/", programmes.add_programme, name="add_programme"),
    path("cohorts/programmes/<int:pk>/", programmes.programme, name="programme"),
    path("cohorts/programmes/<int:pk>/edit/", programmes.edit_programme, name="edit_programme"),
    path("cohorts/programmes/<int:pk>/plan/", programmes.plan, name="plan"),
    path("cohorts/programmes/<int:pk>/cohorts/new/", programmes.add_cohort, name="add_cohort"),
    path("cohorts/<int:pk>/", programmes.cohort, name="cohort"),
    path("cohorts/<int:pk>/edit/", programmes.edit_cohort, name="edit_cohort"),
    path("cohorts/<int:pk>/enrol/", enrolling.choose, name="choose"),
    path("cohorts/<int:pk>/enrol/new/", enrolling.enrol, name="enrol"),
    path("cohorts/<int:pk>/enrol/<int:person>/", enrolling.enrol, name="enrol_person"),
    path("cohorts/<int:pk>/deadlines/", deadlines.deadlines, name="deadlines"),
    path("cohorts/deadlines/<int:pk>/", deadlines.edit, name="edit_deadline"),
    path("cohorts/deadlines/<int:pk>/remove/", deadlines.remove, name="remove_deadline"),
    path("cohorts/<int:pk>/gates/", gates.gates, name="gates"),
    path("cohorts/gates/<int:pk>/edit/", gates.edit, name="edit_gate"),
    path("cohorts/steps/<int:pk>/tick/", gates.tick, name="tick_step"),
    path("cohorts/steps/<int:pk>/drop/", gates.drop, name="drop_step"),
    path("cohorts/<int:pk>/certificates.pdf", certificates.papers_of_cohort, name="certificates"),
    path("certificates/<int:pk>/", certificates.certificate, name="certificate"),
    path("certificates/<int:pk>/paper.pdf", certificates.paper, name="certificate_paper"),
    path("check/", certificates.check_code, name="check_code"),
    path("check/<str:key>/", certificates.check, name="check_certificate"),
    path("cohorts/people/<int:pk>/", enrolments.enrolment, name="enrolment"),
    path("cohorts/people/<int:pk>/status/", enrolments.change_status, name="change_status"),
    path("cohorts/people/<int:pk>/call/", enrolments.call, name="call"),
    path("cohorts/people/<int:pk>/project/<int:project>/", enrolments.attach, name="attach"),
]
