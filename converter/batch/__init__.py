"""From one article to millions: every document of a source is converted as one is, and has one final record.

1. `sources` yield documents: a folder, a glob, a list, a column of texts; never all of them in memory;
   `grouping` puts those together that become one digest.
2. `driver` hands them out in chunks and writes what comes back into the journal.
3. `engines` say where the work is done: in this process, in a pool of processes, on any `Executor`.
4. `job` is what a worker does with a chunk: fetch (`fetching`), convert, publish, and return small records.
5. `names` and `targets` say under which name and where reports are published, whole and once.
6. `journal` remembers each document's record, so that a run that was killed goes on where it was.

`rendering` lends the processes to `convert`, which publishes by itself and keeps no journal.

Nothing here prints; the command line does.
"""
