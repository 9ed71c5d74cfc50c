"""Names of villages that stood in a list become rows that can hold residents, years and points."""

from django.db import migrations


def tell(apps, schema_editor):
    territory, village = apps.get_model("places", "Territory"), apps.get_model("places", "Village")
    here = set(village.objects.values_list("territory", "name"))
    village.objects.bulk_create(
        village(territory=one, name=name[:120])
        for one in territory.objects.all()
        for name in dict.fromkeys([one.centre, *one.villages])
        if (one.pk, name[:120]) not in here
    )


class Migration(migrations.Migration):
    dependencies = [("places", "0003_dated_places")]

    operations = [migrations.RunPython(tell, migrations.RunPython.noop)]
