"""What each of the other PDFs deserves, found by looking at every one of them."""

VERDICTS = {
    "empty.pdf": ("input-broken", "no bytes at all; the command line says so before any reader is asked"),
    "issue-203-decimalize.pdf": ("pdf-no-text", "three scanned pages in Chinese"),
    "grayscale-image.pdf": ("pdf-no-text", "one picture of a scout"),
    "imagemagick-ASCII85Decode.pdf": ("pdf-no-text", "one tiny picture"),
    "imagemagick-CCITTFaxDecode.pdf": ("pdf-no-text", "one tiny picture"),
    "imagemagick-images.pdf": ("pdf-no-text", "six tiny pictures"),
    "imagemagick-lzw.pdf": ("pdf-no-text", "one tiny picture"),
    "libreoffice-writer-password.pdf": ("input-encrypted", "needs a password to open"),
    "bug1020226.pdf": ("input-broken", "184 bytes, whose catalog is a stream"),
    "bug1782186.pdf": ("input-encrypted", "needs a password to open"),
    "bug1980958.pdf": ("input-broken", "219 bytes without an object that could be read"),
    "issue6010_1.pdf": ("input-encrypted", "needs a password to open"),
    "issue9105_other.pdf": ("input-broken", "187 bytes without a trailer"),
    "pr6531_1.pdf": ("input-encrypted", "needs a password to open"),
}
"""By file name: `text` or the code of the error, and why. All others hold text."""
