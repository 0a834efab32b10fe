from pathlib import Path

import pytest

from converter.cli.conversion import Manner, convert_all
from converter.configuration import Settings
from tests.stylesheets.word_template.templates import Template, style


def test_what_all_articles_have_in_common_is_told_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    template = Template(styles=style("Normal", run='<w:rFonts w:ascii="Corp Grotesk"/>', usual=True))
    settings = Settings(
        template=template.saved(tmp_path), formats=("html",), output=str(tmp_path / "reports")
    )
    articles = [tmp_path / "harbour.txt", tmp_path / "bridge.txt"]
    for article in articles:
        words = f"The {article.stem} of Lund reopened on Monday after ten years of work."
        article.write_text(f"News of the {article.stem}\n\n{words}\n", "utf-8")
    manner = Manner(as_json=False, quiet=False, verbose=False)
    assert convert_all([str(article) for article in articles], lambda: settings, manner) == 0
    told = capsys.readouterr().err
    assert told.count("Corp Grotesk is not installed here") == 1
