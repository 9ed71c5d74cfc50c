"""Plumbing without a domain: the design system, pages, refusals, messages, tables in and out."""
