"""Reports → a message → a file, a draft or a delivery.

1. `recipients` reads a list: who gets what. `renderings` makes an article's reports once for each choice,
   `letters` a message of them and of what a person writes, and `mailing` all messages of a call.
2. `mailboxes` and `headers` know what may stand in a header, and write it so that nothing else can.
3. `message` puts words and reports together, as bytes that are the same for the same input.
4. `checking` parses these bytes again: the headers and recipients that are meant, and no others.
5. `accounts` says who writes through which server (`account_file` reads them, with the shapes of
   `account_shapes`); `secrets` has what `login` needs there.
6. `smtp` and `imap` talk to the servers, each over its connection (`smtp_connection`, `imap_connection`; what
   these share is in `connection`); `examine` asks both what they offer.
7. `sending` sends each message to each recipient once: the `ledger` remembers.
"""
