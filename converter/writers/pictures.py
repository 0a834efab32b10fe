"""What kind of file a picture of a style is."""

_PNG = b"\x89PNG"


def media_type(picture: bytes) -> str:
    """Return the media type of a PNG or JPEG file; other pictures a style has not."""
    return "image/png" if picture.startswith(_PNG) else "image/jpeg"
