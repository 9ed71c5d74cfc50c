"""Addresses of districts and territories, their passports, resources and posts."""

from django.urls import path

from .views import capacity, passports, posts, publishing, resources

app_name = "places"
urlpatterns = [
    path("people/<int:pk>/posts/new/", posts.choose, name="choose_post"),
    path("people/<int:pk>/posts/new/<int:territory>/", posts.give, name="give_post"),
    path("posts/<int:post>/end/", posts.end, name="end_post"),
    path("territories/<int:pk>/resources/", resources.resources, name="resources"),
    path("territories/<int:pk>/resources/add/", resources.add, name="add_resource"),
    path("resources/<int:pk>/", resources.resource, name="resource"),
    path("resources/<int:pk>/edit/", resources.edit, name="edit_resource"),
    path("resources/<int:pk>/show/", resources.show, name="show_resource"),
    path("resources/<int:pk>/remove/", resources.remove, name="remove_resource"),
    path("resources/<int:pk>/put-back/", resources.put_back, name="put_back_resource"),
    path("resources/<int:pk>/photo/off/", resources.take_photo_off, name="take_photo_off"),
    path("resources/<int:pk>/photo/<slug:size>/", resources.photo, name="resource_photo"),
    path("territories/<int:pk>/neighbours/", capacity.capacity, name="capacity"),
    path("neighbours/<int:pk>/", capacity.answers, name="answers"),
    path("neighbours/<int:pk>/map/", capacity.put_on_map, name="answer_to_map"),
    path("neighbours/<int:pk>/erase/", capacity.erase, name="erase_answers"),
    path("n/<str:token>/", capacity.neighbour, name="neighbour"),
    path("n/<str:token>/<int:step>/", capacity.question, name="question"),
    path("n/<str:token>/name/", capacity.introduce, name="introduce"),
    path("n/<str:token>/take-back/", capacity.take_back, name="take_back"),
    path("territories/<int:pk>/passport/", passports.passport, name="passport"),
    path("territories/<int:pk>/passport/years/", passports.years, name="years"),
    path("territories/<int:pk>/passport/card/", publishing.card, name="card"),
    path("territories/<int:pk>/passport/show/", publishing.publishing, name="publishing"),
    path("territories/<int:pk>/passport/<slug:block>/", passports.block, name="block"),
    path(
        "territories/<int:pk>/passport/<slug:block>/comment/",
        passports.comment,
        name="comment_block",
    ),
    path(
        "territories/<int:pk>/passport/<slug:block>/versions/",
        passports.versions,
        name="block_versions",
    ),
    path(
        "territories/<int:pk>/passport/<slug:block>/restore/<int:revision>/",
        passports.restore,
        name="restore_block",
    ),
    path("places/<int:pk>/", publishing.public, name="public"),
]
