import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("places", "0002_centres"),
    ]

    operations = [
        migrations.CreateModel(
            name="DistrictStatus",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=[("district", "municipal district"), ("okrug", "municipal okrug"), ("city", "city okrug")], max_length=16)),
                ("name", models.CharField(max_length=160)),
                ("code", models.CharField(blank=True, max_length=8)),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                ("is_current", models.BooleanField(default=False)),
                ("source", models.CharField(blank=True, max_length=300)),
                ("district", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="statuses", to="places.district")),
            ],
            options={
                "verbose_name_plural": "district statuses",
                "constraints": [
                    models.UniqueConstraint(condition=models.Q(("is_current", True)), fields=("district",), name="one_status_of_a_district_now"),
                    models.CheckConstraint(condition=models.Q(("is_current", False), ("until", None), _connector="OR"), name="what_a_district_is_now_has_not_ended"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Import",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200)),
                ("file", models.FileField(blank=True, upload_to="imports/")),
                ("state", models.CharField(choices=[("read", "Read, nothing is brought in yet"), ("waiting", "Waiting for its turn"), ("at-work", "Being brought in"), ("done", "Brought in"), ("failed", "Not brought in"), ("dropped", "Set aside")], default="read", max_length=16)),
                ("total", models.PositiveIntegerField(default=0)),
                ("done", models.PositiveIntegerField(default=0)),
                ("report", models.JSONField(default=dict)),
                ("at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.AddField(
            model_name="territory",
            name="population_source",
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name="territory",
            name="population_year",
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name="territorycode",
            constraint=models.UniqueConstraint(condition=models.Q(("until", None)), fields=("code",), name="one_territory_of_a_code_now"),
        ),
    ]
