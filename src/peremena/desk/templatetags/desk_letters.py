"""A letter's state and time, as staff read them."""

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _

from peremena.desk.queries import outbox
from peremena.kit import typography
from peremena.kit.templatetags.kit import badge
from peremena.mail.models import Letter
from peremena.mail.rules import State

register = template.Library()


@register.simple_tag
def letter_state(letter: Letter) -> str:
    return badge(letter.get_state_display(), outbox.tone(letter))


@register.simple_tag
def letter_time(letter: Letter) -> str:
    """When it went, or when it will; when it was written where it does neither."""
    if letter.sent_at:
        return typography.moment(timezone.localtime(letter.sent_at))
    if letter.state == State.WAITING:
        when = typography.moment(timezone.localtime(letter.send_after))
        return format_html(_("goes {when}"), when=when)
    return typography.moment(timezone.localtime(letter.created_at))
