"""What works here and what does not: looked at section by section, changing nothing and asking no network.

Each section is a module with a function that returns checks; `checkup` says what a check is, `examining` asks
them all. They ask the rooms that know: `configuration` of settings, `stylesheets` of styles and fonts.
"""

from converter.doctor.checkup import Check, Section, Status
from converter.doctor.console import Console
from converter.doctor.examining import examine, exit_code

__all__ = ["Check", "Console", "Section", "Status", "examine", "exit_code"]
