"""What links tell, worked out when it is asked for."""

from hypothesis import given

from chn_self.domain.network import between, groups, met_through
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.ties import Ties, ties
from tests.maps import map_of, maps, person


@given(maps())
def test_are_what_the_network_gives(map_: PersonalMap) -> None:
    """The very same, and nothing at all where there are no links."""
    assert ties(map_) == Ties(met_through(map_), groups(map_), between(map_))


def test_a_map_without_links_has_none() -> None:
    """People alone say nothing of one another."""
    assert ties(map_of(person("sam"), person("ali"))) == Ties()
