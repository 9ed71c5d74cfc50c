"""Projects of before belong to the first centre, which cares for their territories."""

from django.db import migrations


def belong(apps, schema_editor):
    centre = apps.get_model("people", "Centre").objects.first()
    project = apps.get_model("projects", "Project")
    if centre is None or not project.objects.exists():
        return
    project.objects.update(centre=centre)
    care, keeper = apps.get_model("places", "Care"), apps.get_model("places", "Keeper")
    for one in project.objects.order_by("created_at"):
        care.objects.get_or_create(
            centre=centre, territory_id=one.territory_id, until=None,
            defaults={"since": one.created_at},
        )
        for member in one.memberships.filter(left_at=None).exclude(role="reader"):
            keeper.objects.get_or_create(
                territory_id=one.territory_id, person_id=member.person_id, until=None,
                defaults={"since": member.joined_at},
            )


class Migration(migrations.Migration):
    dependencies = [
        ("projects", "0002_centres"),
        ("people", "0003_first_centre"),
        ("places", "0002_centres"),
    ]

    operations = [migrations.RunPython(belong, migrations.RunPython.noop)]
