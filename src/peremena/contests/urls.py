"""Addresses of the contests room."""

from django.urls import path, re_path

from .views import applications as views
from .views import turns

app_name = "contests"
urlpatterns = [
    path("contests/", views.contests, name="list"),
    path("contests/<slug:contest>/", views.contest, name="contest"),
    path("projects/<int:pk>/contests/", views.choose, name="choose"),
    path("projects/<int:pk>/contests/<slug:contest>/", views.prospect, name="prospect"),
    path("applications/<int:pk>/", views.application, name="application"),
    path("applications/<int:pk>/paste/", views.paste, name="paste"),
    path("applications/<int:pk>/submitted/", turns.submit, name="submit"),
    path("applications/<int:pk>/admission/", turns.admission, name="admission"),
    path("applications/<int:pk>/decision/", turns.outcome, name="outcome"),
    path("applications/<int:pk>/contract/", turns.contract, name="contract"),
    path("applications/<int:pk>/after/", turns.after, name="after"),
    path("applications/<int:pk>/steps/<int:turn>/correct/", turns.correct, name="correct"),
    path("applications/<int:pk>/steps/<int:turn>/take-back/", turns.take_back, name="take_back"),
    path("applications/<int:pk>/steps/<int:turn>/file/", turns.file, name="file"),
    re_path(r"^applications/(?P<pk>\d+)/(?P<kind>docx|pdf|xlsx)/$", views.paper, name="paper"),
]
