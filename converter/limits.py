"""How much is taken in: one small policy for every input."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds on what is read; beyond them an input is refused with one line.

    Attributes:
        input_bytes: size of an article.
        image_pixels: width times height of a picture.
        pdf_pages: pages of a PDF.
        pdf_page_characters: characters, or drawn objects, of one page.
        pdf_elements: elements of a page's structure tree.
        pdf_depth: nesting of that tree.
        yaml_bytes: size of a style, outline, language, briefing or configuration file.
        yaml_depth: nesting of collections in such a file.
        yaml_nodes: nodes of such a file after its aliases are expanded.
    """

    input_bytes: int = 50_000_000
    image_pixels: int = 40_000_000
    pdf_pages: int = 5_000
    pdf_page_characters: int = 500_000
    pdf_elements: int = 50_000
    pdf_depth: int = 100
    yaml_bytes: int = 256 * 1024
    yaml_depth: int = 32
    yaml_nodes: int = 50_000


LIMITS = Limits()
