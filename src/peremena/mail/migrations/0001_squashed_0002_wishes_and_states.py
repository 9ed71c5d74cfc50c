import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from peremena.kit.first_tables import FirstTables


class Migration(FirstTables):

    replaces = [('mail', '0001_initial'), ('mail', '0002_wishes_and_states')]

    dependencies = [
        ('people', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='Letter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('to', models.EmailField(blank=True, max_length=254)),
                ('kind', models.CharField(max_length=80)),
                ('subject', models.CharField(max_length=200)),
                ('body', models.TextField()),
                ('is_secret', models.BooleanField(default=False)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('failure', models.CharField(blank=True, max_length=300)),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='letters', to=settings.AUTH_USER_MODEL)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('claimed_at', models.DateTimeField(blank=True, null=True)),
                ('send_after', models.DateTimeField(default=django.utils.timezone.now)),
                ('state', models.CharField(choices=[('waiting', 'waiting'), ('held', 'held back'), ('sending', 'on its way'), ('sent', 'sent'), ('gathered', 'sent in the letter of the day'), ('failed', 'not sent'), ('cancelled', 'cancelled'), ('unwanted', 'the reader wants no letters'), ('to_tell', 'to be told'), ('told', 'told')], default='waiting', max_length=10)),
                ('told_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('urgency', models.CharField(choices=[('now', 'at once'), ('today', 'today, but not at night'), ('can_wait', 'with the letter of the next morning')], default='can_wait', max_length=8)),
                ('written_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('gathered_in', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='gathered', to='mail.letter')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('state', 'waiting')), fields=['send_after'], name='letters_due'), models.Index(fields=['state', '-created_at'], name='letters_by_state')],
                'constraints': [models.CheckConstraint(condition=models.Q(('sent_at', None), ('failure', ''), _connector='OR'), name='a_sent_letter_has_not_failed'), models.CheckConstraint(condition=models.Q(models.Q(('sent_at__isnull', False), ('state__in', ['sent', 'gathered', 'told'])), models.Q(models.Q(('state__in', ['sent', 'gathered', 'told']), _negated=True), ('sent_at', None)), _connector='OR'), name='what_has_gone_has_a_time'), models.CheckConstraint(condition=models.Q(models.Q(('to', ''), _negated=True), ('state__in', ['to_tell', 'told', 'cancelled', 'unwanted']), _connector='OR'), name='what_goes_by_mail_has_an_address')],
            },
        ),
        migrations.CreateModel(
            name='Wishes',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('wish', models.CharField(choices=[('daily', 'one letter a day, in the morning'), ('at_once', 'each letter at once, but not at night'), ('none', 'no letters, only codes to sign in')], default='daily', max_length=8)),
                ('quiet_from', models.PositiveSmallIntegerField(choices=[(0, '0:00'), (1, '1:00'), (2, '2:00'), (3, '3:00'), (4, '4:00'), (5, '5:00'), (6, '6:00'), (7, '7:00'), (8, '8:00'), (9, '9:00'), (10, '10:00'), (11, '11:00'), (12, '12:00'), (13, '13:00'), (14, '14:00'), (15, '15:00'), (16, '16:00'), (17, '17:00'), (18, '18:00'), (19, '19:00'), (20, '20:00'), (21, '21:00'), (22, '22:00'), (23, '23:00')], default=21)),
                ('quiet_to', models.PositiveSmallIntegerField(choices=[(0, '0:00'), (1, '1:00'), (2, '2:00'), (3, '3:00'), (4, '4:00'), (5, '5:00'), (6, '6:00'), (7, '7:00'), (8, '8:00'), (9, '9:00'), (10, '10:00'), (11, '11:00'), (12, '12:00'), (13, '13:00'), (14, '14:00'), (15, '15:00'), (16, '16:00'), (17, '17:00'), (18, '18:00'), (19, '19:00'), (20, '20:00'), (21, '21:00'), (22, '22:00'), (23, '23:00')], default=8)),
                ('zone', models.CharField(choices=[('Europe/Kaliningrad', 'Kaliningrad'), ('Europe/Moscow', 'Moscow'), ('Europe/Samara', 'Samara'), ('Asia/Yekaterinburg', 'Yekaterinburg'), ('Asia/Omsk', 'Omsk'), ('Asia/Novosibirsk', 'Novosibirsk'), ('Asia/Irkutsk', 'Irkutsk'), ('Asia/Yakutsk', 'Yakutsk'), ('Asia/Vladivostok', 'Vladivostok'), ('Asia/Kamchatka', 'Kamchatka')], default='Asia/Omsk', max_length=40)),
                ('unsubscribed_at', models.DateTimeField(blank=True, null=True)),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='letter_wishes', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name_plural': 'wishes',
                'constraints': [models.CheckConstraint(condition=models.Q(('quiet_from__lt', 24), ('quiet_to__lt', 24)), name='quiet_hours_are_hours')],
            },
        ),
    ]
