"""Addresses of the lessons room."""

from django.urls import path

from .views import attendance, homework, lessons, timetable, wall

app_name = "lessons"
urlpatterns = [
    path("cohorts/<int:pk>/lessons/", lessons.lessons, name="lessons"),
    path("cohorts/<int:pk>/lessons/modules/", lessons.add_module, name="add_module"),
    path("cohorts/<int:pk>/lessons/copy/", lessons.copy, name="copy"),
    path("modules/<int:pk>/", lessons.edit_module, name="edit_module"),
    path("modules/<int:pk>/lessons/new/", lessons.add_lesson, name="add_lesson"),
    path("lessons/<int:pk>/", lessons.lesson, name="lesson"),
    path("lessons/<int:pk>/edit/", lessons.edit_lesson, name="edit_lesson"),
    path("lessons/<int:pk>/publish/", lessons.publish, name="publish"),
    path("lessons/<int:pk>/pack.zip", lessons.pack, name="pack"),
    path("lessons/<int:pk>/materials/new/", lessons.add_material, name="add_material"),
    path("materials/<int:pk>/", lessons.material, name="material"),
    path("materials/<int:pk>/remove/", lessons.remove_material, name="remove_material"),
    path("lessons/<int:pk>/tasks/new/", homework.give, name="give_task"),
    path("tasks/<int:pk>/", homework.task, name="task"),
    path("tasks/<int:pk>/edit/", homework.edit, name="edit_task"),
    path("tasks/<int:pk>/hand-in/<int:enrolment>/", homework.hand_in, name="hand_in"),
    path("cohorts/<int:pk>/homework/", homework.homework, name="homework"),
    path("homework/<int:pk>/", homework.handed, name="handed"),
    path("cohorts/<int:pk>/timetable/", timetable.timetable, name="timetable"),
    path("cohorts/<int:pk>/timetable/new/", timetable.add, name="add_sessions"),
    path("sessions/<int:pk>/", timetable.session, name="session"),
    path("sessions/<int:pk>/edit/", timetable.edit, name="edit_session"),
    path("sessions/<int:pk>/cancel/", timetable.cancel, name="cancel_session"),
    path("calendar/day/<str:token>/day.ics", timetable.day, name="day"),
    path("calendar/<str:key>.ics", timetable.feed, name="feed"),
    path("me/calendar/", timetable.calendar, name="calendar"),
    path("me/calendar/open/", timetable.open_calendar, name="open_calendar"),
    path("sessions/<int:pk>/attendance/", attendance.roll, name="roll"),
    path("sessions/<int:pk>/attendance/tick/", attendance.tick, name="tick"),
    path("sessions/<int:pk>/attendance/trail/", attendance.trail, name="trail"),
    path("cohorts/<int:pk>/attendance/", attendance.register, name="register"),
    path("cohorts/<int:pk>/attendance.<str:kind>", attendance.table, name="table"),
    path("cohorts/<int:pk>/attended/", attendance.attended, name="attended"),
    path("sessions/<int:pk>/wall/", wall.wall_page, name="wall"),
    path("here/", wall.here, name="here"),
    path("here/<str:code>/", wall.here_by, name="here_by"),
]
