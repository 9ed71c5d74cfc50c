"""Letters: stored before they are sent, so that staff can read and mend what goes out.

A body is the matter alone: greeting, signature and the way to stop letters are put around it when
it is sent. It holds no personal data beyond what its reader needs: no names, addresses or
telephone numbers of others; what others wrote is read on the page to which the letter leads.
"""
