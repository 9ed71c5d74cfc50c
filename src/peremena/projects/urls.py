"""Addresses of the projects room. A project's first page is composed in desk."""

from django.urls import path

from .views import (
    borrowing,
    cases,
    comparing,
    method,
    milestones,
    pictures,
    remarks,
    sections,
    starting,
    talks,
    teams,
    verdicts,
    versions,
)

app_name = "projects"
urlpatterns = [
    path("cases/", cases.library, name="cases"),
    path("cases/<slug:card>/", cases.case, name="case"),
    path("cases/<slug:card>/open/", cases.open_case, name="open_case"),
    path("join/", teams.enter_code, name="enter_code"),
    path("join/<str:token>/", teams.join, name="join"),
    path("projects/new/", starting.begin, name="begin"),
    path("projects/from-file/", starting.from_file, name="from_file"),
    path("projects/<int:pk>/file/", starting.to_file, name="to_file"),
    path("projects/<int:pk>/people/", teams.team, name="team"),
    path("projects/<int:pk>/people/invite/", teams.invite, name="invite"),
    path("projects/<int:pk>/people/invite/<int:invitation>/", teams.withdraw, name="withdraw"),
    path("projects/<int:pk>/people/<int:member>/role/", teams.change_role, name="change_role"),
    path("projects/<int:pk>/people/<int:member>/leave/", teams.leave, name="leave"),
    path("projects/<int:pk>/show/", teams.show, name="show"),
    path("projects/<int:pk>/remarks/", remarks.remarks, name="remarks"),
    path("projects/<int:pk>/remarks/aside/", remarks.put_aside, name="put_aside"),
    path("projects/<int:pk>/remarks/<int:aside>/", remarks.take_up, name="take_up"),
    path("talks/", talks.mine, name="talks"),
    path("projects/<int:pk>/changes/", comparing.changes, name="changes"),
    path("projects/<int:pk>/pictures/", pictures.pictures, name="pictures"),
    path("projects/<int:pk>/pictures/<slug:kind>/", pictures.picture, name="picture"),
    path("projects/<int:pk>/branch/", method.keep_branch, name="keep_branch"),
    path("projects/<int:pk>/formula/", method.goal_formula, name="goal_formula"),
    path("projects/<int:pk>/begin-task/", method.begin_task, name="begin_task"),
    path("projects/<int:pk>/milestones/", milestones.milestones, name="milestones"),
    path("projects/<int:pk>/milestones/<int:milestone>/", milestones.compare, name="compare"),
    path("projects/<int:pk>/milestones/<int:milestone>/bring/", milestones.bring, name="bring"),
    path(
        "projects/<int:pk>/milestones/<int:milestone>/remove/",
        milestones.remove,
        name="remove_milestone",
    ),
    path("take/", borrowing.take, name="take"),
    path("projects/<int:pk>/borrow/", borrowing.borrow, name="borrow"),
    path("projects/<int:pk>/borrow/renew/", borrowing.renew, name="renew"),
    path("projects/<int:pk>/<slug:section>/", sections.section, name="section"),
    path("projects/<int:pk>/<slug:section>/versions/", versions.versions, name="versions"),
    path(
        "projects/<int:pk>/<slug:section>/restore/<int:revision>/", versions.restore, name="restore"
    ),
    path("projects/<int:pk>/<slug:section>/verdict/", verdicts.verdict, name="verdict"),
    path(
        "projects/<int:pk>/<slug:section>/verdict/back/",
        verdicts.take_back,
        name="take_back_verdict",
    ),
    path("projects/<int:pk>/<slug:section>/comment/", sections.comment, name="comment"),
]
