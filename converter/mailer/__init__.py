"""Reports → a message → a file, a draft or a delivery.

1. `mailboxes` and `headers` know what may stand in a header, and write it so that nothing else can.
2. `message` puts words and reports together, as bytes that are the same for the same input.
3. `checking` parses these bytes again: the headers and recipients that are meant, and no others.
"""
