"""Office Open XML files as parts and trees, for all who read them: readers, stylesheets and the verifier.

Writers write strings and do not use it, so that the verifier shares nothing with what it judges.
"""
