from importlib import import_module

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from peremena.kit.first_tables import FirstTables

triggers = import_module("peremena.contests.migrations.0003_applications_never_change")


class Migration(FirstTables):

    replaces = [('contests', '0001_initial'), ('contests', '0002_life_of_an_application'), ('contests', '0003_applications_never_change')]

    dependencies = [
        ('people', '__first__'),
        ('projects', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Application',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('contest', models.CharField(max_length=40)),
                ('number', models.PositiveIntegerField()),
                ('name', models.CharField(max_length=200)),
                ('brief', models.TextField()),
                ('record', models.TextField()),
                ('fingerprint', models.CharField(max_length=64)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='applications', to='projects.project')),
                ('redacted_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('project', 'contest', 'number'), name='one_application_a_number')],
            },
        ),
        migrations.CreateModel(
            name='Life',
            fields=[
                ('application', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='life', serialize=False, to='contests.application')),
                ('state', models.CharField(choices=[('frozen', 'made, not submitted yet'), ('submitted', 'submitted'), ('admitted', 'admitted to the contest'), ('refused', 'not admitted'), ('reserved', 'on the reserve list'), ('won', 'won'), ('lost', 'not won'), ('contracted', 'contract signed')], default='frozen', max_length=10)),
                ('since', models.DateField(blank=True, null=True)),
                ('awarded', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                ('contracted', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                ('paid', models.DecimalField(decimal_places=2, default=0, max_digits=14)),
            ],
            options={
                'verbose_name_plural': 'lives',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('since', None), ('state', 'frozen')), models.Q(models.Q(('state', 'frozen'), _negated=True), ('since__isnull', False)), _connector='OR'), name='a_state_has_a_day'), models.CheckConstraint(condition=models.Q(models.Q(('awarded__gt', 0), ('awarded__isnull', False), ('state__in', ['won', 'contracted'])), models.Q(models.Q(('state__in', ['won', 'contracted']), _negated=True), ('awarded', None)), _connector='OR'), name='only_what_was_won_has_a_sum'), models.CheckConstraint(condition=models.Q(models.Q(('contracted__gt', 0), ('contracted__isnull', False), ('state', 'contracted')), models.Q(models.Q(('state', 'contracted'), _negated=True), ('contracted', None)), _connector='OR'), name='only_a_contract_has_its_sum'), models.CheckConstraint(condition=models.Q(('paid', 0), models.Q(('paid__gt', 0), ('state__in', ['won', 'contracted'])), _connector='OR'), name='only_what_was_won_is_paid')],
            },
        ),
        migrations.CreateModel(
            name='Turn',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('submitted', 'Submitted'), ('admitted', 'Admitted to the contest'), ('refused', 'Not admitted'), ('reserved', 'On the reserve list'), ('won', 'Won'), ('lost', 'Not won'), ('contracted', 'Contract signed'), ('paid', 'Money paid')], max_length=10)),
                ('on', models.DateField()),
                ('at', models.DateTimeField(blank=True, null=True)),
                ('zone', models.CharField(blank=True, max_length=40)),
                ('number', models.CharField(blank=True, max_length=120)),
                ('dated', models.DateField(blank=True, null=True)),
                ('amount', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                ('reason', models.TextField(blank=True, max_length=4000)),
                ('link', models.URLField(blank=True, max_length=500)),
                ('marks', models.JSONField(blank=True, default=dict)),
                ('file', models.FileField(blank=True, upload_to='turns/')),
                ('sha256', models.CharField(blank=True, max_length=64)),
                ('entered_at', models.DateTimeField()),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('closed_why', models.CharField(blank=True, max_length=1000)),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='turns', to='contests.application')),
                ('closed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('on_behalf_of', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('replaced_by', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaces', to='contests.turn')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('closed_at', None), models.Q(('kind', 'paid'), _negated=True)), fields=('application', 'kind'), name='a_step_is_recorded_once'), models.UniqueConstraint(condition=models.Q(('closed_at', None), ('kind__in', ['admitted', 'refused'])), fields=('application',), name='admitted_or_refused'), models.UniqueConstraint(condition=models.Q(('closed_at', None), ('kind__in', ['won', 'lost'])), fields=('application',), name='won_or_lost'), models.CheckConstraint(condition=models.Q(models.Q(('at__isnull', False), ('kind', 'submitted')), models.Q(models.Q(('kind', 'submitted'), _negated=True), ('at', None)), _connector='OR'), name='a_submission_has_a_moment'), models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ['won', 'contracted', 'paid']), _negated=True), models.Q(('amount__gt', 0), ('amount__isnull', False)), _connector='OR'), name='money_is_more_than_nothing'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'refused'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='a_refusal_has_a_reason'), models.CheckConstraint(condition=models.Q(models.Q(('closed_at', None), ('closed_by', None), ('closed_why', ''), ('replaced_by', None)), models.Q(('closed_at__gte', models.F('entered_at')), ('closed_by__isnull', False), models.Q(('closed_why', ''), _negated=True)), _connector='OR'), name='a_closed_step_says_who_and_why'), models.CheckConstraint(condition=models.Q(models.Q(('file', ''), ('sha256', '')), models.Q(models.Q(('file', ''), _negated=True), models.Q(('sha256', ''), _negated=True)), _connector='OR'), name='a_file_has_its_fingerprint')],
            },
        ),
        migrations.RunPython(triggers.add_triggers, triggers.remove_triggers),
    ]
