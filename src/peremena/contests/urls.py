"""Addresses of the contests room."""

from django.urls import path, re_path

from .views import applications as views

app_name = "contests"
urlpatterns = [
    path("contests/", views.contests, name="list"),
    path("contests/<slug:contest>/", views.contest, name="contest"),
    path("projects/<int:pk>/contests/", views.choose, name="choose"),
    path("projects/<int:pk>/contests/<slug:contest>/", views.prospect, name="prospect"),
    path("applications/<int:pk>/", views.application, name="application"),
    path("applications/<int:pk>/paste/", views.paste, name="paste"),
    re_path(r"^applications/(?P<pk>\d+)/(?P<kind>docx|pdf|xlsx)/$", views.paper, name="paper"),
]
