"""What people send on the pages of places; passports are drafts."""
