"""The harness keeps its word: a missing program is skipped aloud, or fails where everything must run."""

import pytest

from tests import needs

ONE_OF_EACH = """
    import pytest

    @pytest.mark.needs("soffice")
    def test_office(): pass

    @pytest.mark.needs("shared")
    def test_seed(): pass

    def test_plain(): pass
"""

NO_FOLDER = """
    pytest_plugins = ("tests.needs",)

    def pytest_configure():
        from tests import needs
        needs.SHARED = needs.ROOT / "no such folder"
"""


@pytest.fixture
def bare(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A run on a machine that has no program and no shared folder."""
    monkeypatch.setenv("PYTHONPATH", str(needs.ROOT))
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.delenv("SOKHCN_ALL", raising=False)
    pytester.makeini("[pytest]\nmarkers = needs")
    pytester.makeconftest(NO_FOLDER)
    pytester.makepyfile(ONE_OF_EACH)
    return pytester


@pytest.mark.parametrize("workers", [(), ("-n", "1")])
def test_what_was_not_run_is_named_last(bare: pytest.Pytester, workers: tuple[str, ...]) -> None:
    run = bare.runpytest_subprocess("-p", "no:django", *workers)
    run.assert_outcomes(passed=1, skipped=2)
    run.stdout.fnmatch_lines(
        [
            "!* NOT RUN !*",
            "The folder ../shared with the seed report is missing. Without it these 1 did not run:",
            "  *::test_seed",
            "The program soffice is missing: `make system` installs it. Without it these 1 did not run:",
            "  *::test_office",
        ],
        consecutive=True,
    )
    run.stdout.fnmatch_lines(["!* NOT RUN !*", "=* 1 passed, 2 skipped*"])


def test_where_everything_must_run_a_missing_program_fails_but_not_the_seed(
    bare: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOKHCN_ALL", "1")
    bare.runpytest_subprocess("-p", "no:django").assert_outcomes(passed=1, skipped=1, errors=1)


def test_an_unknown_need_is_an_error() -> None:
    with pytest.raises(pytest.UsageError, match="abacus"):
        needs.is_here("abacus")
