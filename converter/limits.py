"""How much is taken in: one small policy for every input."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds on what is read; beyond them an input is refused with one line.

    Attributes:
        input_bytes: size of an article.
        download_s: seconds until an address of the web must have answered in full.
        redirects: how many times an address may lead to another.
        image_pixels: width times height of a picture.
        zip_entries: files in an archive, such as a Word file.
        zip_bytes: size of an archive's files, unpacked.
        zip_ratio: how many times its packed size a file in an archive may have, if it is larger than
            `zip_small_bytes`.
        zip_small_bytes: up to which a file in an archive may unfold as it likes.
        pdf_pages: pages of a PDF.
        pdf_page_characters: characters, or drawn objects, of one page.
        pdf_elements: elements of a page's structure tree.
        pdf_depth: nesting of that tree.
        yaml_bytes: size of a style, outline, language, briefing or configuration file.
        yaml_depth: nesting of collections in such a file.
        yaml_nodes: nodes of such a file after its aliases are expanded.
    """

    input_bytes: int = 50_000_000
    download_s: float = 60.0
    redirects: int = 10
    image_pixels: int = 40_000_000
    zip_entries: int = 2_000
    zip_bytes: int = 200_000_000
    zip_ratio: int = 100
    zip_small_bytes: int = 1_000_000
    pdf_pages: int = 5_000
    pdf_page_characters: int = 500_000
    pdf_elements: int = 50_000
    pdf_depth: int = 100
    yaml_bytes: int = 256 * 1024
    yaml_depth: int = 32
    yaml_nodes: int = 50_000


LIMITS = Limits()
