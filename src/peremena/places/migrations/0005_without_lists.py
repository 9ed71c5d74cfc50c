from django.db import migrations


class Migration(migrations.Migration):
    """What has moved into rows: villages, and the codes of districts, which come with the map."""

    dependencies = [("places", "0004_a_row_for_each_village")]

    operations = [
        migrations.RemoveField(model_name="territory", name="villages"),
        migrations.RemoveField(model_name="district", name="code"),
        migrations.RemoveField(model_name="district", name="code_before_reform"),
    ]
