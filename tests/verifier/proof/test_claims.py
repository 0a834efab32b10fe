"""What contradicts itself is no claims."""

from typing import Any

import pytest

from converter.verifier.proof.claims import ClaimsError
from tests.verifier.proof.making import claims_of


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"sources": [], "content": []}, "they name no source"),
        ({"content": [{"line": 0}]}, "a line is claimed and not shown"),
        ({"briefing": 2}, "they are of a later version; update"),
        ({"running": None}, "they are damaged"),
    ],
)
def test_claims_that_contradict_themselves_are_refused(changed: dict[str, Any], why: str) -> None:
    with pytest.raises(ClaimsError, match=f"^{why}$"):
        claims_of(**changed)
