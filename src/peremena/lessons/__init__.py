"""The school's days and homework: timetable, materials, attendance, what is handed in.

A *lesson* is one text, one case, one team task and one reflection; *modules* group lessons. A
*session* is a day in the timetable. A *sign* says that somebody was there. A *task* names a part
of the team's project, of the passport or of the map; handing in freezes its version.
"""
