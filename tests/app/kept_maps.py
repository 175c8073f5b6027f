"""Maps for tests of keeping: one in the tab, one kept on the device, one sealed."""

from dataclasses import replace

from chn_self.app import messages as m
from chn_self.app.kept import OnDevice
from chn_self.app.steps import Step
from chn_self.domain.connection import Kind
from chn_self.files.envelope import ITERATIONS, Envelope, Header, write_envelope
from tests.app.visits import at
from tests.maps import map_of, person

SAM = replace(map_of(person("sam", "Sam")), id="mine")
ALI = replace(map_of(person("ali", "Ali")), id="other")
MINE = at(Step.KEEP, SAM)
KEPT = replace(MINE, device=OnDevice("k", True, SAM))
ADD = m.Add(Kind.PERSON, "Kim", "k")
ENVELOPE = Envelope(Header(ITERATIONS, bytes(16), bytes(12)), bytes(16))
SEALED = write_envelope(ENVELOPE)
