import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from peremena.kit.first_tables import FirstTables


class Migration(FirstTables):

    replaces = [('projects', '0001_initial'), ('projects', '0002_centres'), ('projects', '0003_first_centre'), ('projects', '0004_borrowed'), ('projects', '0005_steps'), ('projects', '0006_together')]

    dependencies = [
        ('drafts', '0003_kept_and_addressed'),
        ('people', '0003_first_centre'),
        ('places', '0006_resources_and_neighbours'),
    ]

    operations = [
        migrations.CreateModel(
            name='Project',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(blank=True, max_length=300)),
                ('profile', models.CharField(choices=[('ngo', 'ngo'), ('ib', 'ib')], default='ngo', max_length=8)),
                ('case', models.CharField(blank=True, max_length=40)),
                ('is_shown_to_experts', models.BooleanField(default=False)),
                ('is_demonstration', models.BooleanField(default=False)),
                ('created_at', models.DateTimeField()),
                ('changed_at', models.DateTimeField()),
                ('territory', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='projects', to='places.territory')),
                ('centre', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='projects', to='people.centre')),
            ],
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('leader', 'leader of the project'), ('writer', 'writes'), ('reader', 'reads')], max_length=8)),
                ('joined_at', models.DateTimeField()),
                ('left_at', models.DateTimeField(blank=True, null=True)),
                ('seen_at', models.DateTimeField(blank=True, null=True)),
                ('seen_section', models.CharField(blank=True, max_length=16)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to=settings.AUTH_USER_MODEL)),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to='projects.project')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('left_at', None)), fields=('project', 'person'), name='once_in_a_team_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='Look',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='looks', to='projects.project')),
                ('here_at', models.DateTimeField(blank=True, null=True)),
                ('read_at', models.DateTimeField(blank=True, null=True)),
                ('section', models.CharField(blank=True, max_length=16)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('project', 'person'), name='one_last_look_each')],
            },
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('leader', 'leader of the project'), ('writer', 'writes'), ('reader', 'reads')], max_length=8)),
                ('token', models.CharField(max_length=43, unique=True)),
                ('code', models.CharField(max_length=6)),
                ('made_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='projects.project')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('withdrawn_at', None)), fields=('code',), name='one_open_invitation_a_code')],
            },
        ),
        migrations.CreateModel(
            name='PutAside',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rule', models.CharField(max_length=8)),
                ('field', models.CharField(max_length=200)),
                ('reason', models.CharField(blank=True, max_length=1000)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='put_aside', to='projects.project')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('project', 'rule', 'field'), name='a_remark_is_put_aside_once')],
            },
        ),
        migrations.CreateModel(
            name='Section',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(choices=[('about', 'about'), ('place', 'place'), ('problem', 'problem'), ('groups', 'groups'), ('goal', 'goal'), ('tasks', 'tasks'), ('plan', 'plan'), ('results', 'results'), ('team', 'team'), ('budget', 'budget'), ('partners', 'partners'), ('risks', 'risks'), ('afterwards', 'afterwards'), ('telling', 'telling')], max_length=16)),
                ('draft', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='project_section', to='drafts.draft')),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sections', to='projects.project')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('project', 'name'), name='one_draft_a_section')],
            },
        ),
        migrations.CreateModel(
            name='Borrowed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('section', models.CharField(max_length=16)),
                ('row', models.CharField(max_length=120)),
                ('block', models.CharField(blank=True, max_length=24)),
                ('path', models.CharField(blank=True, max_length=120)),
                ('was', models.JSONField(default=dict)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='borrowed', to='projects.project')),
                ('resource', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='borrowed', to='places.resource')),
                ('territory', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='borrowed', to='places.territory')),
            ],
            options={
                'verbose_name_plural': 'borrowed',
                'constraints': [models.UniqueConstraint(fields=('project', 'row'), name='a_row_has_one_source'), models.CheckConstraint(condition=models.Q(models.Q(('resource__isnull', False), ('territory', None)), models.Q(('resource', None), ('territory__isnull', False)), _connector='OR'), name='a_row_comes_from_the_map_or_the_passport')],
            },
        ),
        migrations.CreateModel(
            name='Step',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('section', models.CharField(max_length=16)),
                ('begun_at', models.DateTimeField()),
                ('at', models.DateTimeField()),
                ('fields', models.JSONField(default=list)),
                ('gone', models.JSONField(default=list)),
                ('came', models.JSONField(default=list)),
                ('errors', models.PositiveSmallIntegerField()),
                ('others', models.PositiveSmallIntegerField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('on_behalf_of', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='projects.project')),
            ],
            options={
                'indexes': [models.Index(fields=['project', 'at'], name='steps_of_a_project')],
            },
        ),
        migrations.CreateModel(
            name='Milestone',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='milestones', to='projects.project')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('project', 'name'), name='a_milestone_has_a_name_of_its_own')],
            },
        ),
        migrations.CreateModel(
            name='MilestonePage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('milestone', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pages', to='projects.milestone')),
                ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='projects.section')),
                ('revision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='drafts.revision')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('milestone', 'page'), name='a_milestone_has_each_page_once')],
            },
        ),
        migrations.CreateModel(
            name='Verdict',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('ready', 'ready'), ('change', 'change this'), ('talk', 'talk to me')], max_length=8)),
                ('text', models.CharField(blank=True, max_length=600)),
                ('version', models.PositiveIntegerField()),
                ('at', models.DateTimeField()),
                ('replaced_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='verdicts', to='projects.section')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('replaced_at', None)), fields=('page', 'by'), name='an_expert_says_one_thing_of_a_page'), models.CheckConstraint(condition=models.Q(('kind', 'ready'), models.Q(('text', ''), _negated=True), _connector='OR'), name='whoever_asks_for_a_change_says_which')],
            },
        ),
    ]
