"""Files that would hurt, made by code, and a campaign that feeds them to `briefing convert`."""
