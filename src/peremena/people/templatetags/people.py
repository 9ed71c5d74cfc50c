"""A device in two words; a telephone number to read and to dial; values for a script."""

import json

from django import template

from peremena.people import phones
from peremena.people.devices import device

register = template.Library()
register.filter("device", device)
register.filter("json", json.dumps)
register.filter("phone", phones.shown)
register.filter("dialled", phones.dialled)
