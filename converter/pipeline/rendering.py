"""An article of `convert`, from reading to writing, and all that a person is told of it."""

from dataclasses import dataclass, field, replace

from converter import pipeline
from converter.file_cache import forget
from converter.guard.bounds import CUT_SHORT
from converter.model.report import Report
from converter.notices import Notice
from converter.pipeline.kit import Kit
from converter.pipeline.stopwatch import Stopwatch
from converter.pipeline.strictness import refuse_notices


@dataclass(frozen=True, slots=True)
class Rendered:
    """What became of an article.

    Attributes:
        location: as given.
        error: what kept it from being rendered; all below is as far as it came.
        article: location of the article itself, to which a briefing file may have led.
        language: BCP 47 tag of the article; empty where none could be told.
        sha256: of its bytes.
        name: of its reports, without suffix.
        reports: one for each format.
        notices: what was met on the way.
        word_count: how many words of it the reports show.
        stopwatch: of the steps.
    """

    location: str
    error: Exception | None = None
    article: str = ""
    language: str = ""
    sha256: str = ""
    name: str = ""
    reports: tuple[Report, ...] = ()
    notices: tuple[Notice, ...] = ()
    word_count: int = 0
    stopwatch: Stopwatch = field(default_factory=Stopwatch)


def rendered(location: str, kit: Kit) -> Rendered:
    """Return what becomes of the article at `location`; whatever goes wrong is its `error`."""
    stopwatch = Stopwatch()
    result = Rendered(location, stopwatch=stopwatch)
    try:
        draft = pipeline.draft(location, kit, stopwatch.step)
        article = draft.briefing.articles[0]
        result = replace(
            result,
            article=draft.location,
            language=article.language,
            sha256=article.source.sha256,
            name=pipeline.file_name(draft, kit.settings),
        )
        conversion = pipeline.render(draft, kit, stopwatch.step)
        result = replace(result, notices=conversion.notices, word_count=conversion.word_count)
        if kit.settings.strict:
            refuse_notices(conversion.notices, location)
    except Exception as error:  # noqa: BLE001 - faults of ours are told as such, article by article
        if getattr(error, "code", "") in CUT_SHORT:
            forget()
        return replace(result, error=error)
    return replace(result, reports=conversion.reports)
