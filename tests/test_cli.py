"""The terminal: what each command prints, and that bad input is one plain line a fault."""

import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from chn_self import cli
from chn_self.domain.measures import MEASURES
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.share import Part
from chn_self.domain.trained_types import NetworkType
from chn_self.files.codec import decode, encode
from chn_self.views.data_files import EVERYTHING, Format, data_archive
from tests.comparisons import GOLDEN as COMPARED
from tests.comparisons import NOW, THEN
from tests.maps import EXAMPLES, activity, map_of, person, place
from tests.summaries import WORDS
from tests.tables import rows

ROOT = Path(__file__).parent.parent
EACH = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name.partition(".")[0])

FORMS = ("txt", "json")

Run = Callable[..., tuple[int, str, list[str]]]


def example(name: str) -> Path:
    """The path of an example."""
    return next(path for path in EXAMPLES if path.name.startswith(name))


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Run a command: its exit code, what it printed, and its lines on standard error."""

    def run_(*argv: object) -> tuple[int, str, list[str]]:
        try:
            code = cli.main([str(a) for a in argv])
        except SystemExit as stop:
            code = int(stop.code or 0)
        printed = capfd.readouterr()
        return code, printed.out, printed.err.splitlines()

    return run_


class TestCheck:
    """`chn-self check FILE…`."""

    @EACH
    def test_an_example_opens(self, run: Run, path: Path) -> None:
        """One calm line, exit 0, nothing on standard error."""
        count = len(json.loads(path.read_bytes())["connections"])
        assert run("check", path) == (0, f"{path}: this map opens, with {count} on it.\n", [])

    def test_each_fault_is_a_line_and_good_files_are_still_told(
        self, run: Run, tmp_path: Path
    ) -> None:
        """File, place, what; one bad file among good ones makes the exit 2."""
        bad = tmp_path / "bad.chn.json"
        sam = {"id": "a", "kind": "person", "name": "Sam", "closeness": 4}
        bad.write_text(
            json.dumps({"format": "chn-map", "version": 1, "usual": 1, "connections": [sam]})
        )
        small = example("too-little")
        code, out, lines = run("check", bad, small)
        assert (code, out) == (2, f"{small}: this map opens, with 1 on it.\n")
        assert lines == [
            f"{bad}: connections[0].closeness: expected 1, 2, 3 or nothing",
            f"{bad}: usual: expected true, false or nothing",
        ]

    @pytest.mark.parametrize(
        ("data", "what"),
        [
            (b"", "this file is empty"),
            (b"\xff\xd8\xff\xe0", "this file is not text that this page can read"),
            (b"[]", "this is not a map file"),
            (b'{"format": "chn-map",', "this file stops too soon, at line 1, column 22"),
            (b'{"format": "chn-map" 1}', "this file cannot be read from line 1, column 22 on"),
            (
                b'{"format": "chn-map", "version": 2}',
                "version: this file was made by a newer version of this page",
            ),
            (b" " * 5_000_001, "this file is over 5 MB, which is more than a map can hold"),
        ],
    )
    def test_what_is_no_map_is_said_in_one_line(
        self, run: Run, tmp_path: Path, data: bytes, what: str
    ) -> None:
        """Broken, foreign, cut off, newer and huge files."""
        path = tmp_path / "file"
        path.write_bytes(data)
        assert run("check", path) == (2, "", [f"{path}: {what}"])

    def test_a_file_that_is_not_there(self, run: Run, tmp_path: Path) -> None:
        """A name with a line end in it still makes one line."""
        path = tmp_path / "two\nlines"
        assert run("check", path) == (2, "", [f"{json.dumps(str(path))}: there is no such file"])

    def test_a_folder(self, run: Run, tmp_path: Path) -> None:
        """A folder is no map."""
        assert run("check", tmp_path) == (2, "", [f"{tmp_path}: this is a folder, not a file"])

    @pytest.mark.parametrize(
        ("fault", "what"),
        [
            (PermissionError(13, "no"), "this device does not let you read or write here"),
            (OSError(5, "no"), "the file could not be read or written"),
        ],
    )
    def test_a_file_that_cannot_be_read(
        self, run: Run, monkeypatch: pytest.MonkeyPatch, fault: OSError, what: str
    ) -> None:
        """Whatever the device says, it is one line."""
        opened = Path.open

        def open_(path: Path, *args: Any, **more: Any) -> Any:
            if path.name == "map":
                raise fault
            return opened(path, *args, **more)

        monkeypatch.setattr(Path, "open", open_)
        assert run("check", "map") == (2, "", [f"map: {what}"])


class TestType:
    """`chn-self type FILE`."""

    @EACH
    def test_prints_what_the_design_names(self, run: Run, path: Path) -> None:
        """The same keys for every map, and every measure."""
        code, out, lines = run("type", path)
        found = json.loads(out)
        assert (code, lines) == (0, [])
        assert [*found] == [
            "closest",
            "clarity",
            "resemblance",
            "agreement",
            "reasons",
            "measures",
        ]
        assert tuple(found["measures"]) == MEASURES
        assert all({*r} == {"measure", "direction", "text"} for r in found["reasons"])

    @pytest.mark.parametrize("kind", NetworkType)
    def test_an_example_of_a_kind_is_closest_to_it(self, run: Run, kind: NetworkType) -> None:
        """The three examples were written after the study's three descriptions."""
        _, out, _ = run("type", example(kind.replace("_", "-")))
        found = json.loads(out)
        assert found["closest"] == kind
        assert sum(found["resemblance"].values()) == pytest.approx(1)
        assert found["reasons"]

    def test_too_little_is_compared_with_nothing(self, run: Run) -> None:
        """Closest, resemblance and agreement are null, reasons empty."""
        found = json.loads(run("type", example("too-little"))[1])
        assert found["clarity"] == "too_little"
        assert [found[key] for key in ("closest", "resemblance", "agreement")] == [None] * 3
        assert found["reasons"] == []

    def test_a_map_of_its_own_shape_still_has_a_closest(self, run: Run) -> None:
        """`unlike` says how far to trust it."""
        found = json.loads(run("type", example("unlike-any"))[1])
        assert found["clarity"] == "unlike"
        assert found["closest"] in [*NetworkType]

    def test_a_bad_file_prints_nothing(self, run: Run, tmp_path: Path) -> None:
        """No half answer."""
        path = tmp_path / "empty"
        path.touch()
        assert run("type", path) == (2, "", [f"{path}: this file is empty"])

    def test_without_a_model_there_is_one_line(
        self, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """An installation may lack the file."""
        monkeypatch.setattr(cli, "load_model", lambda: None)
        line = "network_types.json: the file of the three kinds is missing"
        assert run("type", EXAMPLES[0]) == (2, "", [line])


class TestSummary:
    """`chn-self summary FILE --to html|text|json`."""

    @EACH
    @pytest.mark.parametrize("form", cli.FORMATS)
    @pytest.mark.parametrize("names", ["roles", "initials", "full"])
    def test_every_example_has_a_summary(self, run: Run, path: Path, form: str, names: str) -> None:
        """In every form, with names in every way."""
        code, out, lines = run("summary", path, "--to", form, "--names", names)
        assert (code, lines) == (0, [])
        assert out.strip()

    @pytest.mark.parametrize("form", cli.FORMATS)
    def test_names_are_roles_unless_asked(self, run: Run, tmp_path: Path, form: str) -> None:
        """Whoever is named on the map is not named to others by default."""
        path = tmp_path / "map"
        path.write_bytes(
            encode(map_of(person("a", "Wilhelmina"), place("b", "Xanadu"), activity("c", "Quoits")))
        )
        hidden = run("summary", path, "--to", form)[1]
        shown = run("summary", path, "--to", form, "--names", "full")[1]
        assert not any(name in hidden for name in ("Wilhelmina", "Xanadu", "Quoits"))
        assert all(name in shown for name in ("Wilhelmina", "Xanadu", "Quoits"))

    @pytest.mark.parametrize("form", cli.FORMATS)
    def test_private_ones_and_notes_are_never_in_it(
        self, run: Run, tmp_path: Path, form: str
    ) -> None:
        """Not with every part and every name asked for."""
        path = tmp_path / "map"
        secret = replace(person("b", "Wilhelmina"), private=True)
        path.write_bytes(encode(map_of(replace(person("a", "Jo"), note="quietly"), secret)))
        everything = ("--names", "full", "--only", ",".join(Part))
        code, out, _ = run("summary", path, "--to", form, *everything)
        assert code == 0
        assert "Jo" in out
        assert "Wilhelmina" not in out
        assert "quietly" not in out

    @pytest.mark.parametrize("form", cli.FORMATS)
    def test_a_file_is_written_as_it_is_printed(self, run: Run, tmp_path: Path, form: str) -> None:
        """The same bytes, and nothing on the screen."""
        out = tmp_path / "summary"
        printed = run("summary", EXAMPLES[0], "--to", form)[1]
        assert run("summary", EXAMPLES[0], "--to", form, "-o", out) == (0, "", [])
        assert out.read_bytes() == printed.encode()

    def test_a_summary_is_not_written_over_its_map(self, run: Run, tmp_path: Path) -> None:
        """A slip of the hand does not cost the map."""
        path = tmp_path / "map"
        path.write_bytes(EXAMPLES[0].read_bytes())
        line = f"{path}: this is the map itself, so the summary was not written over it"
        assert run("summary", path, "--to", "text", "-o", path) == (2, "", [line])
        assert path.read_bytes() == EXAMPLES[0].read_bytes()

    def test_a_place_that_cannot_be_written(self, run: Run, tmp_path: Path) -> None:
        """A folder, and a folder that is not there."""
        asked = ("summary", EXAMPLES[0], "--to", "text", "-o")
        assert run(*asked, tmp_path) == (2, "", [f"{tmp_path}: this is a folder, not a file"])
        nowhere = tmp_path / "no" / "summary"
        assert run(*asked, nowhere) == (2, "", [f"{nowhere}: there is no such file"])

    def test_only_the_parts_asked_for_are_in_it(self, run: Run) -> None:
        """Fewer parts, less text."""
        whole = run("summary", EXAMPLES[0], "--to", "text")[1]
        part = run("summary", EXAMPLES[0], "--to", "text", "--only", "matters,gives")[1]
        assert len(part) < len(whole)


class TestCompare:
    """`chn-self compare OLD NEW [--to text|json]`."""

    @pytest.fixture
    def two(self, tmp_path: Path) -> tuple[Path, Path]:
        """A map from before and one from now, in files."""
        paths = tmp_path / "then.chn.json", tmp_path / "now.chn.json"
        for path, map_ in zip(paths, (THEN, NOW), strict=True):
            path.write_bytes(encode(map_))
        return paths

    def test_says_the_words_of_the_page(self, run: Run, two: tuple[Path, Path]) -> None:
        """As text, unless asked for data; the very bytes that were found good."""
        text, data = ((COMPARED / f"then-and-now.{end}").read_text("utf-8") for end in FORMS)
        assert run("compare", *two) == run("compare", *two, "--to", "text") == (0, text, [])
        assert run("compare", *two, "--to", "json") == (0, data, [])

    @EACH
    def test_an_example_and_itself_are_alike(self, run: Run, path: Path) -> None:
        """Nothing is new, not here, or changed."""
        code, out, lines = run("compare", path, path, "--to", "json")
        found = json.loads(out)
        assert (code, lines) == (0, [])
        parts = ("new_here", "not_here", "nearer", "further", "changed", "perhaps_same")
        assert [found[part] for part in parts] == [[]] * len(parts)

    def test_each_fault_of_both_files_is_a_line(self, run: Run, tmp_path: Path) -> None:
        """And there is no half answer."""
        empty, nowhere = tmp_path / "empty", tmp_path / "nowhere"
        empty.touch()
        faults = [f"{empty}: this file is empty", f"{nowhere}: there is no such file"]
        assert run("compare", empty, nowhere) == (2, "", faults)
        assert run("compare", EXAMPLES[0], empty) == (2, "", faults[:1])


class TestAsking:
    """What is typed after `chn-self`."""

    @pytest.mark.parametrize(
        ("argv", "named"),
        [
            ((), "COMMAND"),
            (("fly",), "fly"),
            (("check",), "FILE"),
            (("type", "a", "b"), "b"),
            (("summary", "a"), "--to"),
            (("compare", "a"), "NEW"),
            (("compare", "a", "b", "--to", "html"), "expected one of text, json, not html"),
            (("summary", "a", "--to", "docx"), "expected one of html, text, json, not docx"),
            (
                ("summary", "a", "--to", "text", "--names", "real"),
                "roles, initials, full, not real",
            ),
            (("summary", "a", "--to", "text", "--only", "helps,notes"), "not notes"),
        ],
    )
    def test_what_is_not_known_is_named_in_one_line(
        self, run: Run, argv: tuple[str, ...], named: str
    ) -> None:
        """Exit 2, nothing printed, one line that names it."""
        code, out, lines = run(*argv)
        assert (code, out, len(lines)) == (2, "", 1)
        assert named in lines[0]

    @pytest.mark.parametrize("argv", [("--help",), ("check", "-h"), ("summary", "--help")])
    def test_help_is_printed(self, run: Run, argv: tuple[str, ...]) -> None:
        """Help is no fault."""
        code, out, lines = run(*argv)
        assert (code, lines) == (0, [])
        assert "chn-self" in out


class TestStreams:
    """Ends of pipes that are not there."""

    def test_a_reader_that_has_seen_enough_is_no_fault(self) -> None:
        """`chn-self check … | head -1` ends quietly."""
        read, write = os.pipe()
        os.close(read)
        done = _start(["check", str(EXAMPLES[0])], write)
        os.close(write)
        assert (done.returncode, done.stderr) == (0, b"")

    def test_nowhere_to_print_is_one_line(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Standard output that was closed before the start."""
        monkeypatch.setattr(sys, "stdout", None)
        assert cli.main(["check", str(EXAMPLES[0])]) == 2
        assert capsys.readouterr().err == "there was nowhere to print to\n"

    def test_output_that_takes_nothing_is_one_line(self) -> None:
        """A file that can only be read is no place to print to."""
        with EXAMPLES[0].open("rb") as only_read:
            done = _start(["check", str(EXAMPLES[0])], only_read.fileno())
        assert (done.returncode, done.stderr) == (2, b"there was nowhere to print to\n")

    def test_nobody_to_tell_is_no_traceback(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The exit code still tells."""
        monkeypatch.setattr(sys, "stderr", None)
        assert cli.main(["check", "there is no such file"]) == 2

    def test_letters_of_every_script_are_printed_on_any_terminal(self) -> None:
        """A terminal that knows only ASCII gets the same bytes."""
        argv = ["summary", str(example("hostile")), "--to", "text", "--names", "full"]
        done = _start(argv, subprocess.PIPE, PYTHONUTF8="0", PYTHONIOENCODING="ascii")
        assert done.returncode == 0
        assert "ليلى" in done.stdout.decode()


def _start(argv: list[str], stdout: int, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "chn_self", *argv],
        stdout=stdout,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment},
        check=False,
    )


class TestExport:
    """`chn-self export FILE… --to FORMAT [--names NAMES] -o DIR`."""

    @pytest.mark.parametrize("to", Format)
    def test_writes_what_the_page_puts_in_its_archive(
        self, run: Run, tmp_path: Path, to: Format
    ) -> None:
        """The same files with the same bytes, for all that is not kept off; and says its number."""
        path, out = example("diverse"), tmp_path / "new" / "folder"
        assert run("export", path, "--to", to, "-o", out) == (0, f"1: {path}\n", [])
        map_ = decode(path.read_bytes())
        assert isinstance(map_, PersonalMap)
        archive = zipfile.ZipFile(io.BytesIO(data_archive(map_, EVERYTHING, WORDS, None)))
        found = {f"{to}/{file.name}": file.read_bytes() for file in out.iterdir()}
        assert found == {
            name: archive.read(name) for name in archive.namelist() if name.startswith(f"{to}/")
        }

    def test_a_bad_file_does_not_sink_the_rest(self, run: Run, tmp_path: Path) -> None:
        """It is told of in a line; the others keep the numbers of their places, the exit is 2."""
        bad, good = tmp_path / "bad.chn.json", example("family")
        bad.write_bytes(b"[]")
        code, out, lines = run("export", bad, good, "--to", "csv", "-o", tmp_path / "out")
        assert (code, out, lines) == (2, f"2: {good}\n", [f"{bad}: this is not a map file"])
        assert [row["egoID"] for row in rows((tmp_path / "out/egos.csv").read_bytes())] == ["2"]

    def test_with_no_good_file_nothing_is_written(self, run: Run, tmp_path: Path) -> None:
        """Not even a folder."""
        code, out, lines = run("export", tmp_path, "--to", "csv", "-o", tmp_path / "out")
        assert (code, out, len(lines)) == (2, "", 1)
        assert not (tmp_path / "out").exists()

    @pytest.mark.parametrize(("names", "shown"), [("none", 0), ("roles", 0), ("full", 1)])
    def test_names_are_as_asked(self, run: Run, tmp_path: Path, names: str, shown: int) -> None:
        """None unless something else is said."""
        path = tmp_path / "map.chn.json"
        path.write_bytes(encode(map_of(person("x", "Zebedee"))))
        run("export", path, "--to", "csv", "--names", names, "-o", tmp_path)
        assert (b"Zebedee" in (tmp_path / "alters.csv").read_bytes()) == shown

    def test_a_folder_that_cannot_be_made(self, run: Run, tmp_path: Path) -> None:
        """One line, as for any file."""
        (tmp_path / "file").write_text("")
        code, out, lines = run(
            "export", example("family"), "--to", "csv", "-o", tmp_path / "file" / "folder"
        )
        assert (code, out, len(lines)) == (2, "", 1)
        assert lines[0].startswith(f"{tmp_path / 'file' / 'folder'}: ")
