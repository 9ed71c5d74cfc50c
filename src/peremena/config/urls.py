"""Where everything is."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("peremena.desk.urls")),
    path("", include("peremena.impact.urls")),
    path("", include("peremena.contests.urls")),
    path("", include("peremena.intake.urls")),
    path("", include("peremena.lessons.urls")),
    path("", include("peremena.cohorts.urls")),
    path("", include("peremena.projects.urls")),
    path("", include("peremena.places.urls")),
    path("", include("peremena.mail.urls")),
    path("", include("peremena.people.urls")),
    path("", include("peremena.kit.urls")),
]
