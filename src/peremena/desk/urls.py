"""Addresses of the desk: the first page, and a project's first page."""

from django.urls import path

from . import views

app_name = "desk"
urlpatterns = [
    path("", views.home, name="home"),
    path("help/", views.guide, name="help"),
    path("projects/<int:pk>/", views.workshop, name="workshop"),
]
