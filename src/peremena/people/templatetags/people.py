"""A device in two words; values for a script."""

import json

from django import template

from peremena.people.devices import device

register = template.Library()
register.filter("device", device)
register.filter("json", json.dumps)
