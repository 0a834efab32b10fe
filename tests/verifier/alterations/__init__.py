"""Reports that somebody altered, in every way that comes to mind, and whether it is found.

`articles.py` → `reports.py` → `kinds.py`, on the files of `word.py` and `pdf.py` → `judging.py`; all of it
together is `campaign.py`.
"""
