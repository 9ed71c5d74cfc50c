"""Everybody who was here before there were centres belongs to the first one."""

from django.conf import settings
from django.db import migrations


def found(apps, schema_editor):
    person, role = apps.get_model("people", "Person"), apps.get_model("people", "RoleHeld")
    if not person.objects.exists():
        return
    centre = apps.get_model("people", "Centre").objects.create(
        name=settings.CENTRE_NAME, short=settings.CENTRE_NAME
    )
    registration = apps.get_model("people", "Registration")
    registration.objects.bulk_create(
        registration(centre=centre, person=one, since=one.joined_at)
        for one in person.objects.all()
    )
    role.objects.exclude(role="administrator").update(centre=centre)


class Migration(migrations.Migration):
    dependencies = [("people", "0002_centres")]

    operations = [migrations.RunPython(found, migrations.RunPython.noop)]
