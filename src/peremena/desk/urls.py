"""Addresses of the desk: the first page, and a project's first page."""

from django.urls import path

from .views import first

app_name = "desk"
urlpatterns = [
    path("", first.home, name="home"),
    path("help/", first.guide, name="help"),
    path("projects/<int:pk>/", first.workshop, name="workshop"),
]
