import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from peremena.kit.first_tables import FirstTables


class Migration(FirstTables):

    replaces = [('cohorts', '0001_initial'), ('cohorts', '0002_one_learner_of_a_project'), ('cohorts', '0003_gates_and_certificates')]

    dependencies = [
        ('people', '0002_centres'),
        ('places', '0002_centres'),
        ('projects', '0003_first_centre'),
    ]

    operations = [
        migrations.CreateModel(
            name='Programme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200)),
                ('grant_number', models.CharField(blank=True, max_length=80)),
                ('starts_on', models.DateField(blank=True, null=True)),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('is_demonstration', models.BooleanField(default=False)),
                ('centre', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='programmes', to='people.centre')),
                ('funder', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='funded', to='people.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('centre', 'name'), name='one_programme_of_a_name'), models.CheckConstraint(condition=models.Q(('starts_on', None), ('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='a_programme_ends_after_it_starts')],
            },
        ),
        migrations.CreateModel(
            name='Cohort',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('places', models.PositiveSmallIntegerField(default=12)),
                ('starts_on', models.DateField()),
                ('lessons_end_on', models.DateField(blank=True, null=True)),
                ('ends_on', models.DateField()),
                ('is_demonstration', models.BooleanField(default=False)),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cohorts', to='cohorts.programme')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('programme', 'name'), name='one_cohort_of_a_name'), models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='a_cohort_ends_after_it_starts')],
            },
        ),
        migrations.CreateModel(
            name='Enrolment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('part', models.CharField(choices=[('learner', 'learner'), ('mentor', 'mentor')], default='learner', max_length=8)),
                ('status', models.CharField(choices=[('learning', 'is learning'), ('paused', 'on a pause'), ('left', 'has left'), ('graduated', 'has graduated')], default='learning', max_length=10)),
                ('status_since', models.DateTimeField()),
                ('enrolled_at', models.DateTimeField()),
                ('cohort', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='enrolments', to='cohorts.cohort')),
                ('enrolled_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='enrolments', to=settings.AUTH_USER_MODEL)),
                ('project', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='enrolments', to='projects.project')),
                ('territory', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='enrolments', to='places.territory')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('cohort', 'person'), name='enrolled_once_in_a_cohort'), models.UniqueConstraint(condition=models.Q(('part', 'learner'), models.Q(('status', 'left'), _negated=True)), fields=('cohort', 'territory'), name='one_learner_of_a_territory_in_a_cohort'), models.UniqueConstraint(condition=models.Q(('part', 'learner'), models.Q(('project', None), _negated=True), models.Q(('status', 'left'), _negated=True)), fields=('cohort', 'project'), name='one_learner_of_a_project_in_a_cohort')],
            },
        ),
        migrations.CreateModel(
            name='ContactNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('has_answered', models.BooleanField(default=True)),
                ('text', models.TextField(blank=True, max_length=2000)),
                ('next_on', models.DateField(blank=True, null=True)),
                ('is_done', models.BooleanField(default=False)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('enrolment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notes', to='cohorts.enrolment')),
                ('minutes', models.PositiveSmallIntegerField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='PlannedIndicator',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200)),
                ('unit', models.CharField(blank=True, max_length=60)),
                ('plan', models.DecimalField(decimal_places=2, max_digits=14)),
                ('due_on', models.DateField(blank=True, null=True)),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='indicators', to='cohorts.programme')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('programme', 'name'), name='one_indicator_of_a_name')],
            },
        ),
        migrations.CreateModel(
            name='StatusChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(choices=[('learning', 'is learning'), ('paused', 'on a pause'), ('left', 'has left'), ('graduated', 'has graduated')], max_length=10)),
                ('reason', models.CharField(blank=True, max_length=1000)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('enrolment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='cohorts.enrolment')),
            ],
        ),
        migrations.CreateModel(
            name='Deadline',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=200)),
                ('due_on', models.DateField()),
                ('cohort', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='deadlines', to='cohorts.cohort')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('cohort', 'title'), name='one_deadline_of_a_name')],
            },
        ),
        migrations.CreateModel(
            name='Gate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('title', models.CharField(max_length=200)),
                ('due_on', models.DateField()),
                ('conditions', models.JSONField(default=list)),
                ('cohort', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='gates', to='cohorts.cohort')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('cohort', 'number'), name='one_gate_of_a_number')],
            },
        ),
        migrations.CreateModel(
            name='Passed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('note', models.CharField(blank=True, max_length=1000)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('enrolment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='passed', to='cohorts.enrolment')),
                ('gate', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='passed', to='cohorts.gate')),
            ],
            options={
                'verbose_name_plural': 'passed',
                'constraints': [models.UniqueConstraint(fields=('gate', 'enrolment'), name='a_gate_is_passed_once')],
            },
        ),
        migrations.CreateModel(
            name='PlanStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(max_length=300)),
                ('due_on', models.DateField()),
                ('done_on', models.DateField(blank=True, null=True)),
                ('made_on', models.DateField()),
                ('enrolment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='plan', to='cohorts.enrolment')),
                ('gate', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='steps', to='cohorts.gate')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='a_step_says_what'), models.CheckConstraint(condition=models.Q(('done_on', None), ('done_on__gte', models.F('made_on')), _connector='OR'), name='a_step_is_done_after_it_was_made')],
            },
        ),
        migrations.CreateModel(
            name='Certificate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('series', models.CharField(max_length=12)),
                ('number', models.PositiveIntegerField()),
                ('name', models.CharField(max_length=300)),
                ('programme', models.CharField(max_length=200)),
                ('centre', models.CharField(max_length=200)),
                ('project', models.CharField(blank=True, max_length=300)),
                ('hours', models.DecimalField(decimal_places=1, max_digits=5)),
                ('issued_on', models.DateField()),
                ('key', models.CharField(max_length=12, unique=True)),
                ('revoked_on', models.DateField(blank=True, null=True)),
                ('why_revoked', models.CharField(blank=True, max_length=500)),
                ('enrolment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='certificates', to='cohorts.enrolment')),
                ('issued_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('revoked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('series', 'number'), name='one_certificate_a_number'), models.UniqueConstraint(condition=models.Q(('revoked_on', None)), fields=('enrolment',), name='one_valid_certificate_of_an_enrolment'), models.CheckConstraint(condition=models.Q(models.Q(('revoked_by', None), ('revoked_on', None), ('why_revoked', '')), models.Q(('revoked_by__isnull', False), ('revoked_on__isnull', False), models.Q(('why_revoked', ''), _negated=True)), _connector='OR'), name='a_revoked_certificate_says_why')],
            },
        ),
    ]
