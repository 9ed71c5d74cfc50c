import time, pytest
from peremena.desk.services import erasure
from peremena.desk.queries import erasure as q
from tests.desk import traces
from tests.factories import NOON
from peremena.drafts.models import Revision
@pytest.mark.django_db
def test_perf():
    person=traces.somebody(); project=traces.leave_traces(person)
    d=project.sections.get(name="goal").draft
    body={f"f{n}":{"text":"Вернуть вечернее занятие подросткам села, которых некому учить. "*20} for n in range(8)}
    Revision.objects.bulk_create(Revision(draft=d,version=1000+n,content=body,author=person,at=NOON) for n in range(5000))
    t=time.time(); q.reckoning(person); a=time.time()-t
    t=time.time(); erasure.erase(person,now=NOON); b=time.time()-t
    print("reckoning",a,"erase",b)
