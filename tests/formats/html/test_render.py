"""The standalone page carries everything it needs and prints in the sizes of the profile."""

import re
from dataclasses import replace

from sokhcn.document.profile import Profile
from sokhcn.formats.html.render import render
from tests.documents import HEAD, every_node


def page(profile: Profile | None = None) -> str:
    return (render(every_node(), profile) if profile else render(every_node())).decode()


def test_the_page_fetches_nothing_and_runs_nothing() -> None:
    assert not re.search(r"<script|<link|<img|url\(|@import|https?:|\ssrc=", page())


def test_the_page_names_its_language_and_title() -> None:
    assert '<html lang="vi">' in page()
    assert "<title>BÁO CÁO Kết quả hoạt động khoa học và công nghệ tháng 01 năm 2022 và phương" in page()
    assert '<h1 class="subject first">BÁO CÁO</h1>' in page()
    assert '<h2 id="s-plan">II. PHƯƠNG HƯỚNG' in page()


def test_the_paper_follows_the_profile() -> None:
    html = page(Profile(top_mm=25, right_mm=20, body_pt=13, page_number_pt=14, fonts=("Tinos", '</style>"x')))
    assert "@page { size: A4; margin: 25mm 20mm 20mm 30mm; @top-center { content: counter(page); font: 14pt " in html
    assert "--body-pt: 13pt;" in html
    assert '--fonts: "Tinos", "/stylex", serif;' in html


def test_appendices_lie_on_pages_of_their_own_count() -> None:
    assert "@page lying { size: A4 landscape; counter-increment: annex; @top-center { content: counter(annex" in page()
    assert '<section class="sheet appendix landscape" id="a-research.tasks">' in page()


def test_several_addressees_are_listed() -> None:
    several = replace(every_node(), head=replace(HEAD, addressees=("Tỉnh ủy", "UBND tỉnh")))
    assert "<li>- Tỉnh ủy;</li><li>- UBND tỉnh.</li>" in render(several).decode()
