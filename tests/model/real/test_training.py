import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest

from chn_self.domain.clarity import Clarity
from chn_self.domain.measures import AS_DESIGNED, MEASURES
from chn_self.domain.model_file import read_model
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.trained_types import Model, NetworkType
from model.assumptions import Assumptions, load_assumptions
from model.building import text
from model.choices import CORE
from model.cohort import Rows, generate, measure_rows
from model.judging import TYPES, Judged, judge
from model.real.file import CohortError, read_cohort
from model.real.folds import _joined, leave_out, train_like
from model.real.resampling import answered_enough, train_all, train_resamples, train_rows
from model.real.rows import ANSWERS, PLAIN_COUNTS, map_of
from model.real.training import CohortTraining, train_cohort
from model.training import OrderBrokenError
from tests.model.real.people import as_line, write


def with_members(size: int) -> Assumptions:
    """The committed assumptions with a small ensemble."""
    return load_assumptions().having("ensemble.size", {"": float(size)})


FEW = with_members(10)


@dataclass(frozen=True, slots=True)
class Made:
    """Rows of generated people, and what they were trained to."""

    lines: Sequence[str]
    path: Path
    training: CohortTraining
    model: Model


def train_on(folder: Path, size: int) -> Made:
    """So many people of the generator as a file, trained on once."""
    members = generate(np.random.default_rng(1), FEW, size)
    lines = [as_line(m.map) for m in members]
    path = write(folder / "people.csv", lines)
    training = train_cohort(read_cohort(path, FEW), FEW, 2)
    return Made(lines, path, training, read_model(json.loads(text(training.content))))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A hundred and twenty people, fewer than the study had."""
    return train_on(tmp_path_factory.mktemp("cohort"), 120)


def rows_of(path: Path) -> tuple[list[PersonalMap], Rows]:
    """The maps and the measures of a file's rows."""
    maps = [map_of(r, "row") for r in read_cohort(path, FEW).rows if r.people]
    return maps, measure_rows(maps)


def test_real_rows_train_to_a_model_file_that_can_be_read(made: Made) -> None:
    """All three types, the inputs of ours, and an ensemble as large as asked for."""
    assert {*made.model.centres} == {*NetworkType}
    assert made.model.measures == CORE
    assert len(made.model.ensemble) == 10


def test_the_model_file_says_where_it_comes_from(made: Made) -> None:
    """The file by name and hash, never by folder; the rows and what training took."""
    cohort = read_cohort(made.path, FEW)
    found = json.loads(text(made.training.content))["provenance"]
    assert found.pop("trainings_against_orders") >= 0
    assert found == {
        "assumptions_sha256": FEW.sha256,
        "seed": 2015,
        "cohort": {"file": "people.csv", "rows": 120, "sha256": cohort.sha256},
        "rows_trained_on": len(rows_of(made.path)[0]),
        "folds": 5,
    }


def test_training_on_real_rows_gives_the_same_bytes_again(made: Made) -> None:
    """On another number of processes, too."""
    again = train_cohort(read_cohort(made.path, FEW), FEW, 1)
    assert text(again.content) == text(made.training.content)


def test_the_order_of_the_rows_changes_nothing(made: Made, tmp_path: Path) -> None:
    """Shuffled rows give the same types of the same names; only the file's hash is another."""
    shuffled = np.random.default_rng(2).permutation(np.array(made.lines)).tolist()
    path = write(tmp_path / "people.csv", shuffled)
    found = train_cohort(read_cohort(path, FEW), FEW, 2).content
    for key in {*found} - {"provenance"}:
        assert found[key] == made.training.content[key], key


def test_a_hundred_and_twenty_rows_tell_types_apart_nearly_as_well(
    made: Made, model: Model
) -> None:
    """On other maps of the generator, within a twentieth of the committed model from 2,000."""
    others = generate(np.random.default_rng(3), FEW, 2000)
    truth = np.array([TYPES.index(m.type) for m in others])
    maps = [m.map for m in others]
    right, due = ((judge(m, maps).whole.closest == truth).mean() for m in (made.model, model))
    assert right > due - 0.05


def test_clear_answers_on_rows_left_out_are_seldom_wrong(made: Made) -> None:
    """One in twenty at the most, as the cut-points were chosen, and not everything is clear."""
    clear = made.training.complete.clarity
    assert made.training.complete.clear_wrong.value <= 0.05
    assert made.training.skipped.clear_wrong.value <= 0.05
    assert 0.5 < clear[Clarity.CLEAR].value < 0.95


def test_a_clear_answer_needs_the_agreement_that_generated_maps_need(made: Made) -> None:
    """Grouping rows cannot tell how often a type is wrong, so no lower cut-point is tried."""
    assert made.model.agree_at >= FEW.number("cohort.agree_at_least")


def test_few_rows_still_get_numbers_of_their_own_for_complete_maps(made: Made) -> None:
    """Of complete maps left out, one in twenty is unlike, give or take the three that 5 may be."""
    assert made.training.complete.unlike.value == pytest.approx(0.05, abs=0.03)


def test_members_read_a_map_as_the_file_was_grouped(made: Made) -> None:
    """Who is family or a friend was decided when the file was made."""
    assert {m.reading for m in made.model.ensemble} == {AS_DESIGNED}


def test_members_differ_in_what_entered(made: Made) -> None:
    """Practitioners in or out, logs or not."""
    assert len({("practitioners" in m.measures) for m in made.model.ensemble}) == 2
    assert len({bool(m.logged) for m in made.model.ensemble}) == 2


def test_a_measure_enters_only_where_everybody_answered(made: Made) -> None:
    """Some people of the generator are away, and are not asked how long they are at home."""
    _, rows = rows_of(made.path)
    assert np.isnan(rows[:, MEASURES.index("week_at_home")]).any()
    entered = {name for m in made.model.ensemble for name in m.measures}
    assert entered - {*CORE} == {"practitioners", "resources", "health_resources"}


def test_columns_that_a_file_lacks_break_no_order(made: Made, tmp_path: Path) -> None:
    """Satisfaction and resources have published orders, and may be unknown."""
    path = write(tmp_path / "needed.csv", made.lines, PLAIN_COUNTS)
    rows, held_to = answered_enough(rows_of(path)[1], FEW)
    assert {o.measure for o in held_to.orders}.isdisjoint(ANSWERS)
    assert {*train_all(rows, held_to).names} == {*NetworkType}


@pytest.mark.parametrize("name", ["resources", "health_resources"])
def test_an_order_on_another_scale_than_the_study_s_is_not_asked_for(made: Made, name: str) -> None:
    """Kinds and people who help are ours; social capital and health resources were the study's.

    With such an order turned round the rows still train, and what they answered is still there.
    """
    turned = tuple(
        replace(o, more=o.fewer, fewer=o.more) if o.measure == name else o for o in FEW.orders
    )
    assert turned != FEW.orders
    rows, held_to = answered_enough(rows_of(made.path)[1], replace(FEW, orders=turned))
    assert name not in {o.measure for o in held_to.orders}
    assert {*train_all(rows, held_to).names} == {*NetworkType}
    assert rows[:, MEASURES.index(name)].any()


def test_a_published_order_that_does_not_hold_is_one_plain_sentence(made: Made) -> None:
    """With an order turned round no naming fits, and the sentence says which order it is."""
    turned = tuple(
        replace(o, more=o.fewer, fewer=o.more) if o.measure == "places" else o for o in FEW.orders
    )
    with pytest.raises(CohortError) as caught:
        train_cohort(read_cohort(made.path, FEW), replace(FEW, orders=turned), 1)
    (fault,) = caught.value.faults
    assert str(fault).startswith(
        "expected rows that give three types in the published orders, but places: "
    )


def test_rows_that_hardly_a_resample_agrees_on_are_refused(made: Made) -> None:
    """Twenty trainings in a row against the orders are enough to say so."""
    turned = tuple(replace(o, more=o.fewer, fewer=o.more) for o in FEW.orders[:1])
    orders = (*FEW.orders, *turned)
    _, rows = rows_of(made.path)
    with pytest.raises(CohortError, match="carry the three types"):
        train_resamples(
            np.random.SeedSequence(1), np.nan_to_num(rows), replace(FEW, orders=orders), 1
        )


def test_rows_that_are_all_alike_give_no_types() -> None:
    """Two sorts of people are not three types, and no warning is left to read."""
    people = generate(np.random.default_rng(4), FEW, 2)
    rows = np.repeat(measure_rows(m.map for m in people), 40, axis=0)
    with pytest.raises(OrderBrokenError, match="alike"):
        train_rows(np.nan_to_num(rows), FEW)


def test_rows_alike_once_a_part_is_left_out_are_refused_too() -> None:
    """As a fault of the file, not as another error."""
    people = generate(np.random.default_rng(4), FEW, 2)
    rows = np.repeat(measure_rows(m.map for m in people), 40, axis=0)
    with pytest.raises(CohortError, match="alike"):
        train_like(np.arange(80) % 3, rows, FEW)


def test_each_row_is_left_out_once(made: Made) -> None:
    """The parts together are all rows, and each part has the types that all rows gave it."""
    maps, found = rows_of(made.path)
    rows, held_to = answered_enough(found, with_members(1))
    training = train_all(rows, held_to)
    numbered = [replace(m, id=str(i)) for i, m in enumerate(maps)]
    folds = leave_out(numbered, rows, training, np.random.SeedSequence(5), held_to, 1)
    types = {m.id: TYPES[k] for f in folds for m, k in zip(f.maps, f.truth, strict=True)}
    assert types == {str(i): t for i, t in enumerate(training.types)}
    sizes = [len(f.maps) for f in folds]
    assert sum(sizes) == len(maps)
    assert max(sizes) - min(sizes) <= 1


def test_a_model_without_a_part_is_named_as_all_rows_are(made: Made) -> None:
    """However the types of all rows are called, most rows keep theirs."""
    rows, held_to = answered_enough(rows_of(made.path)[1], FEW)
    truth = np.array([TYPES.index(t) for t in train_all(rows, held_to).types])
    for turn in range(3):
        called = (truth + turn) % 3
        found = train_like(called[:100], rows[:100], held_to)
        same = [TYPES[k] == t for k, t in zip(called[:100], found.types, strict=True)]
        assert np.mean(same) > 0.9


def test_parts_are_joined_as_if_they_had_been_judged_at_once(made: Made) -> None:
    """Every table and every column of them."""
    maps, _ = rows_of(made.path)
    whole = judge(made.model, maps)
    parts: list[Judged] = [judge(made.model, maps[:50]), judge(made.model, maps[50:])]
    found = _joined(parts)
    np.testing.assert_array_equal(found.unlike, whole.unlike)
    np.testing.assert_allclose(found.firm.squares, whole.firm.squares)
    np.testing.assert_array_equal(found.whole.closest, whole.whole.closest)
