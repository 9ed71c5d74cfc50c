import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from peremena.kit.first_tables import FirstTables


class Migration(FirstTables):

    replaces = [('lessons', '0001_initial'), ('lessons', '0002_cases_in_words_of_ones_own'), ('lessons', '0003_who_was_there')]

    dependencies = [
        ('cohorts', '0002_one_learner_of_a_project'),
        ('drafts', '0002_how_it_was_heard'),
        ('people', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='FeedKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=43, unique=True)),
                ('made_at', models.DateTimeField()),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='feed_key', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Module',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=200)),
                ('place', models.PositiveSmallIntegerField(default=0)),
                ('cohort', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='modules', to='cohorts.cohort')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('cohort', 'title'), name='one_module_of_a_name')],
            },
        ),
        migrations.CreateModel(
            name='Lesson',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=200)),
                ('content', models.CharField(choices=[('support', 'how the state supports'), ('method', 'how a project is made'), ('experience', 'how neighbours did it')], default='method', max_length=12)),
                ('place', models.PositiveSmallIntegerField(default=0)),
                ('text', models.TextField(blank=True, max_length=20000)),
                ('case', models.CharField(blank=True, max_length=80)),
                ('reflection', models.CharField(blank=True, max_length=500)),
                ('published_at', models.DateTimeField(blank=True, null=True)),
                ('is_demonstration', models.BooleanField(default=False)),
                ('module', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lessons', to='lessons.module')),
                ('told', models.JSONField(blank=True, default=dict)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('module', 'title'), name='one_lesson_of_a_name')],
            },
        ),
        migrations.CreateModel(
            name='Session',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('lesson', 'lesson'), ('workshop', 'workshop'), ('seminar', 'seminar'), ('coworking', 'coworking'), ('defence', 'defence')], default='lesson', max_length=12)),
                ('title', models.CharField(max_length=200)),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('place', models.CharField(blank=True, max_length=300)),
                ('link', models.URLField(blank=True, max_length=500)),
                ('note', models.CharField(blank=True, max_length=1000)),
                ('series', models.CharField(blank=True, max_length=36)),
                ('uid', models.CharField(max_length=80, unique=True)),
                ('sequence', models.PositiveIntegerField(default=0)),
                ('changed_at', models.DateTimeField()),
                ('cancelled_at', models.DateTimeField(blank=True, null=True)),
                ('why_cancelled', models.CharField(blank=True, max_length=500)),
                ('is_demonstration', models.BooleanField(default=False)),
                ('cohort', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sessions', to='cohorts.cohort')),
                ('lesson', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='sessions', to='lessons.lesson')),
            ],
            options={
                'indexes': [models.Index(fields=['cohort', 'starts_at'], name='sessions_in_order')],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='a_session_ends_after_it_starts')],
            },
        ),
        migrations.CreateModel(
            name='Sign',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('presence', models.CharField(choices=[('absent', 'was not there'), ('excused', 'was excused'), ('online', 'was there online'), ('left-early', 'left early'), ('late', 'came late'), ('present', 'was there')], max_length=12)),
                ('way', models.CharField(choices=[('list', 'ticked off a list'), ('code', 'by the code on the wall'), ('name', 'gave the name at the code on the wall'), ('paper', 'copied from paper'), ('file', 'brought in from a file')], max_length=6)),
                ('key', models.CharField(max_length=64)),
                ('at', models.DateTimeField()),
                ('received_at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('enrolment', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='signs', to='cohorts.enrolment')),
                ('guest', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='signs', to=settings.AUTH_USER_MODEL)),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='signs', to='lessons.session')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('session', 'key'), name='a_sign_counts_once'), models.CheckConstraint(condition=models.Q(models.Q(('enrolment__isnull', False), ('guest', None)), models.Q(('enrolment', None), ('guest__isnull', False)), _connector='OR'), name='a_sign_is_of_a_learner_or_a_guest')],
            },
        ),
        migrations.CreateModel(
            name='Survey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('questions', models.JSONField(default=list)),
                ('is_anonymous', models.BooleanField(default=True)),
                ('closes_on', models.DateField(blank=True, null=True)),
                ('session', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='survey', to='lessons.session')),
                ('is_closed', models.BooleanField(default=False)),
            ],
        ),
        migrations.CreateModel(
            name='SurveyAnswer',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('answers', models.JSONField(default=dict)),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='survey_answers', to=settings.AUTH_USER_MODEL)),
                ('survey', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='lessons.survey')),
            ],
        ),
        migrations.CreateModel(
            name='SurveyTaken',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='surveys_taken', to=settings.AUTH_USER_MODEL)),
                ('survey', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='taken', to='lessons.survey')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('survey', 'person'), name='a_survey_is_taken_once')],
            },
        ),
        migrations.CreateModel(
            name='Task',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=200)),
                ('text', models.TextField(blank=True, max_length=4000)),
                ('target', models.CharField(choices=[('section', 'a section of the project'), ('block', 'a page of the passport'), ('resources', 'the map of resources')], max_length=10)),
                ('part', models.CharField(blank=True, max_length=24)),
                ('amount', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('due_on', models.DateField(blank=True, null=True)),
                ('lesson', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tasks', to='lessons.lesson')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('part', ''), ('target', 'resources')), models.Q(models.Q(('target', 'resources'), _negated=True), models.Q(('part', ''), _negated=True)), _connector='OR'), name='a_task_names_its_part')],
            },
        ),
        migrations.CreateModel(
            name='Handed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('handed-in', 'handed in, waits for an answer'), ('returned', 'to be improved'), ('accepted', 'accepted')], default='handed-in', max_length=10)),
                ('version', models.PositiveIntegerField(blank=True, null=True)),
                ('copy', models.JSONField(blank=True, null=True)),
                ('at', models.DateTimeField()),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('words', models.TextField(blank=True, max_length=4000)),
                ('answers', models.JSONField(blank=True, default=list)),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('draft', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='drafts.draft')),
                ('enrolment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='handed', to='cohorts.enrolment')),
                ('task', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='handed', to='lessons.task')),
            ],
            options={
                'verbose_name_plural': 'handed',
                'constraints': [models.UniqueConstraint(fields=('task', 'enrolment'), name='a_team_hands_in_once'), models.CheckConstraint(condition=models.Q(models.Q(('copy', None), ('draft__isnull', False), ('version__isnull', False)), models.Q(('copy__isnull', False), ('draft', None), ('version', None)), _connector='OR'), name='what_is_handed_in_is_frozen'), models.CheckConstraint(condition=models.Q(('state', 'handed-in'), models.Q(('answered_at__isnull', False), ('answered_by__isnull', False)), _connector='OR'), name='an_answer_has_a_time_and_a_person')],
            },
        ),
        migrations.CreateModel(
            name='Material',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=200)),
                ('file', models.FileField(blank=True, upload_to='materials/')),
                ('link', models.URLField(blank=True, max_length=500)),
                ('bytes', models.PositiveIntegerField(blank=True, null=True)),
                ('place', models.PositiveSmallIntegerField(default=0)),
                ('lesson', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='materials', to='lessons.lesson')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('file', ''), _negated=True), models.Q(('link', ''), _negated=True), _connector='OR'), name='a_material_is_a_file_or_a_link')],
            },
        ),
        migrations.CreateModel(
            name='Sheet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rows', models.JSONField(default=list)),
                ('made_at', models.DateTimeField()),
                ('photo', models.FileField(blank=True, upload_to='attendance/')),
                ('photo_at', models.DateTimeField(blank=True, null=True)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sheets', to='lessons.session')),
            ],
        ),
    ]
