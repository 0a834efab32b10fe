"""The rules, one module for each kind, one function for each rule; each yields its findings.

Sources are named as in WCAG 2.2 (its level AA is what EN 301 549 V3.2.1, clause 10, asks of documents),
ISO 14289-1:2014 (PDF/UA, for what a PDF made of the file must keep), and the rules of Word's own
accessibility checker.
"""
