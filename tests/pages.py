"""Page images: what a PDF looks like, compared with the look that a person approved.

Set SOKHCN_ACCEPT_PAGES=1 to take the images as they are now; look at them before they are committed.
"""

import os
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops

APPROVED = Path(__file__).parent / "golden" / "pages"
OUTPUT = Path("var/test-output")
DPI = 60
GREY_LEVELS = 60  # a pixel differs when it is off by more than this: edges of letters may shimmer
SHARE = 0.00002  # of the pixels of a page: less than one letter


def page_images(pdf: bytes, dpi: int = DPI) -> list[Image.Image]:
    """Each page in shades of grey."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.render(scale=dpi / 72).to_pil().convert("L") for page in document]
    finally:
        document.close()


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page as one line of words, as a search in a viewer finds it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def difference(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels that differ; pages of different size differ wholly."""
    if one.size != other.size:
        return 1.0
    histogram = ImageChops.difference(one, other).histogram()
    return sum(histogram[GREY_LEVELS + 1 :]) / (one.width * one.height)


def assert_approved(pdf: bytes, name: str) -> None:
    """Every page looks like the approved image; on failure the pages and their differences are in var/test-output/."""
    pages = page_images(pdf)
    if os.environ.get("SOKHCN_ACCEPT_PAGES"):
        _accept(pages, name)
    approved = [Image.open(path) for path in sorted(APPROVED.glob(f"{name}-*.png"))]
    assert len(pages) == len(approved), f"{name}: {len(pages)} pages, {len(approved)} approved"
    wrong = [n for n, (page, image) in enumerate(zip(pages, approved, strict=True), 1) if _shown(name, n, page, image)]
    assert not wrong, f"{name}: pages {wrong} look different, see {OUTPUT}/"


def _accept(pages: list[Image.Image], name: str) -> None:
    APPROVED.mkdir(parents=True, exist_ok=True)
    for old in APPROVED.glob(f"{name}-*.png"):
        old.unlink()
    for n, page in enumerate(pages, 1):
        page.save(APPROVED / f"{name}-{n:02}.png", optimize=True)


def _shown(name: str, n: int, page: Image.Image, image: Image.Image) -> bool:
    if difference(page, image) <= SHARE:
        return False
    OUTPUT.mkdir(parents=True, exist_ok=True)
    page.save(OUTPUT / f"{name}-{n:02}-now.png")
    if page.size == image.size:
        ImageChops.invert(ImageChops.difference(page, image)).save(OUTPUT / f"{name}-{n:02}-difference.png")
    return True
