"""An article of `convert` from reading to writing, or several of `digest`, and all that a person is told."""

from msgspec import Struct, field
from msgspec.structs import replace

from converter import pipeline
from converter.file_cache import forget
from converter.guard.bounds import CUT_SHORT
from converter.model.report import Report
from converter.notices import Notice
from converter.pipeline.drafting import Draft
from converter.pipeline.kit import Kit
from converter.pipeline.stopwatch import Stopwatch
from converter.pipeline.strictness import refuse_notices


class Drafted(Struct, frozen=True):
    """What became of an article until it is composed.

    Attributes:
        location: as given; of a digest its name.
        draft: where it could be read.
        error: what kept it from being read.
        stopwatch: of the steps.
    """

    location: str
    draft: Draft | None = None
    error: Exception | None = None
    stopwatch: Stopwatch = field(default_factory=Stopwatch)


class Rendered(Struct, frozen=True):
    """What became of an article, or of several in one report.

    Attributes:
        location: as given; of a digest its name.
        error: what kept it from being rendered; all below is as far as it came.
        inputs: of a digest, the location of each article as given.
        articles: locations of the articles themselves, to which briefing files may have led.
        language: BCP 47 tag of the article; empty where none could be told.
        sums: SHA-256 of each article's bytes.
        name: of its reports, without suffix.
        reports: one for each format.
        notices: what was met on the way.
        word_count: how many words of the articles the reports show.
        stopwatch: of the steps.
    """

    location: str
    error: Exception | None = None
    inputs: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    language: str = ""
    sums: tuple[str, ...] = ()
    name: str = ""
    reports: tuple[Report, ...] = ()
    notices: tuple[Notice, ...] = ()
    word_count: int = 0
    stopwatch: Stopwatch = field(default_factory=Stopwatch)


def drafted(location: str, kit: Kit) -> Drafted:
    """Read and outline the article at `location`; whatever goes wrong is the `error`."""
    stopwatch = Stopwatch()
    try:
        return Drafted(location, pipeline.draft(location, kit, stopwatch.step), None, stopwatch)
    except Exception as error:  # noqa: BLE001 - faults of ours are told as such, article by article
        return Drafted(location, None, _cleared(error), stopwatch)


def rendered(one: Drafted, kit: Kit) -> Rendered:
    """Compose, write and check what was drafted; whatever goes wrong is the `error`."""
    draft, stopwatch = one.draft, one.stopwatch
    if draft is None:
        return Rendered(one.location, one.error, stopwatch=stopwatch)
    parts = draft.parts or (draft,)
    articles = draft.briefing.articles
    result = Rendered(
        one.location,
        inputs=tuple(part.location for part in draft.parts),
        articles=tuple(part.location for part in parts),
        language=articles[0].language,
        sums=tuple(article.source.sha256 for article in articles),
        stopwatch=stopwatch,
    )
    try:
        result = replace(result, name=pipeline.file_name(draft, kit.settings))
        conversion = pipeline.render(draft, kit, stopwatch.step)
        result = replace(result, notices=conversion.notices, word_count=conversion.word_count)
        if kit.settings.strict:
            refuse_notices(conversion.notices, one.location)
    except Exception as error:  # noqa: BLE001 - as above
        return replace(result, error=_cleared(error))
    return replace(result, reports=conversion.reports)


def _cleared(error: Exception) -> Exception:
    """Return `error`; what was remembered in work that was cut short may be half of it."""
    if getattr(error, "code", "") in CUT_SHORT:
        forget()
    return error
