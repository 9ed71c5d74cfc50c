"""Addresses of the impact room."""

from django.urls import path, re_path

from .views import awards, indicators, ledger, results, wins

app_name = "impact"
urlpatterns = [
    path("results/", results.results, name="results"),
    path("results/decisions/", results.decisions, name="decisions"),
    path("money/", ledger.ledger, name="ledger"),
    re_path(r"^money/export\.(?P<kind>csv|xlsx)$", ledger.export, name="export"),
    path("money/add/", awards.add, name="add"),
    path("money/<int:pk>/", awards.award, name="award"),
    path("money/<int:pk>/change/", awards.change, name="change"),
    path("money/<int:pk>/take-back/", awards.take_back, name="take_back"),
    path("money/<int:pk>/verify/", awards.verify, name="verify"),
    path("money/<int:pk>/doubt/", awards.doubt, name="doubt"),
    path("money/<int:pk>/given/", awards.contribute, name="contribute"),
    path("money/<int:pk>/given/<int:contribution>/drop/", awards.drop, name="drop"),
    path("money/<int:pk>/document/", awards.evidence, name="evidence"),
    path("programmes/<int:pk>/indicators/", indicators.indicators, name="indicators"),
    re_path(
        r"^programmes/(?P<pk>\d+)/indicators\.(?P<kind>csv|xlsx)$",
        indicators.export,
        name="export_indicators",
    ),
    path("programmes/<int:pk>/indicators/<slug:code>/", indicators.counted, name="counted"),
    path("promises/<int:pk>/", indicators.promise, name="promise"),
    path("promises/<int:pk>/count/", indicators.count, name="count"),
    path("facts/<int:pk>/take-back/", indicators.take_back, name="take_back_fact"),
    path("facts/<int:pk>/document/", indicators.proof, name="proof"),
    path("applications/<int:pk>/won/", wins.win, name="win"),
    path("applications/<int:pk>/paid/", wins.pay, name="pay"),
    path("applications/<int:pk>/steps/<int:turn>/money/", wins.correct, name="correct"),
]
