"""Pages of no room in particular, and what browsers ask for by themselves."""

from django.urls import path
from django.views.i18n import set_language

from . import views

urlpatterns = [
    path("kit/", views.gallery, name="gallery"),
    path("language/", set_language, name="set_language"),
    path("theme/", views.choose_theme, name="choose_theme"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("robots.txt", views.robots, name="robots"),
    path("alive/", views.alive, name="alive"),
    path("alive/work/", views.at_work, name="at_work"),
]
