"""Pages of no room in particular, and what browsers ask for by themselves."""

from django.urls import path
from django.views.i18n import set_language

from .views import common, phone

urlpatterns = [
    path("kit/", common.gallery, name="gallery"),
    path("language/", set_language, name="set_language"),
    path("theme/", common.choose_theme, name="choose_theme"),
    path("favicon.ico", common.favicon, name="favicon"),
    path("robots.txt", common.robots, name="robots"),
    path("alive/", common.alive, name="alive"),
    path("alive/worker/", common.at_work, name="at_work"),
    path("keeper.js", phone.keeper, name="keeper"),
    path("kept-pages/", phone.kept_pages, name="kept_pages"),
    path("on-this-phone/", phone.phone, name="phone"),
    path("manifest.webmanifest", phone.manifest, name="manifest"),
]
