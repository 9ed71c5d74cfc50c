from importlib import import_module

import django.core.serializers.json
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from peremena.kit.first_tables import FirstTables

triggers = import_module("peremena.journal.migrations.0002_append_only")


class Migration(FirstTables):

    replaces = [('journal', '0001_initial'), ('journal', '0002_append_only')]

    dependencies = [
        ('people', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
                ('deed', models.CharField(max_length=80)),
                ('thing_type', models.CharField(max_length=80)),
                ('thing_id', models.CharField(max_length=40)),
                ('details', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('actor', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='deeds', to=settings.AUTH_USER_MODEL)),
                ('on_behalf_of', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='deeds_by_others', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name_plural': 'entries',
                'indexes': [models.Index(fields=['thing_type', 'thing_id', 'at'], name='deeds_of_a_thing')],
            },
        ),
        migrations.RunPython(triggers.add_triggers, triggers.remove_triggers),
    ]
