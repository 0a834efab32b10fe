"""Word templates are read where that can be ended, unless they are plainly small."""

from collections.abc import Callable
from typing import TypeVar

from converter.errors import InputError, StyleError
from converter.readers.zipped import is_plain_archive
from converter.word_template import template_bytes

T = TypeVar("T")


def apart(function: Callable[..., T], template: str, *arguments: object) -> T:
    """Return what `function(template, *arguments)` returns, called in a child unless the template is small.

    Args:
        function: as for `converter.guard.guarding.guarded`.
        template: path of the template, which is told to be at fault.
        arguments: more of them.

    Raises:
        StyleError: `template-missing`, `template-unreadable`; also what `function` raises.
    """
    if is_plain_archive(template_bytes(template)):
        return function(template, *arguments)
    return _guarded(function, template, *arguments)


def rehearse(load: Callable[[str], object], template: str) -> None:
    """Have a child load a template that is not small: what this process can bear is known then.

    Raises:
        StyleError: as `apart`.
    """
    if not is_plain_archive(template_bytes(template)):
        _guarded(_loaded, template, load)


def _guarded(function: Callable[..., T], template: str, *arguments: object) -> T:
    # what calls with small templates do without
    from converter.guard.guarding import guarded

    try:
        return guarded(function, template, *arguments, where=template)
    except InputError as error:
        what = f"the Word template {error.what}"
        raise StyleError("template-unreadable", what, where=template, remedy=error.remedy) from None


def _loaded(template: str, load: Callable[[str], object]) -> None:
    load(template)
