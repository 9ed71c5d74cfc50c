"""Addresses of the mail room: one's own wishes, and the link that stops letters."""

from django.urls import path

from . import views

app_name = "mail"
urlpatterns = [
    path("me/letters/", views.wishes, name="wishes"),
    path("letters/stop/<str:token>/", views.stop, name="stop"),
]
