"""A device in two words, for the list of sessions."""

from django import template

from peremena.people.devices import device

register = template.Library()
register.filter("device", device)
