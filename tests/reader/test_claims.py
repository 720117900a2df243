"""A count is taken for an indicator by its noun, the heading above it and the words about it."""

import pytest

from sokhcn.reader.claims import Phrase, claims
from tests.reported import claimed, report

UNDER = ("nghiên cứu",)
TASKS = ("nhiệm vụ", "đề tài")
MANAGED = Phrase("managed", TASKS, UNDER, ("quản lý",))
MANAGED_PROVINCIAL = Phrase("managed_provincial", TASKS, UNDER, ("quản lý",), having=("cấp tỉnh",))
ACCEPTED_PROVINCIAL = Phrase("accepted_provincial", TASKS, UNDER, ("nghiệm thu",), having=("cấp tỉnh",))
PHRASES = (MANAGED, MANAGED_PROVINCIAL, ACCEPTED_PROVINCIAL)
HEADING = "1. Hoạt động nghiên cứu khoa học\n"


def said(sentence: str, heading: str = HEADING) -> list[tuple[str, str, str]]:
    return claimed(report(heading + sentence), PHRASES)


def test_heading_noun_and_sentence_together_are_sure() -> None:
    assert said("Sở đang quản lý 12 nhiệm vụ.") == [("12 nhiệm vụ", "managed", "chắc")]


def test_the_more_exact_noun_is_taken() -> None:
    assert said("Sở đang quản lý 12 nhiệm vụ cấp tỉnh.") == [("12 nhiệm vụ cấp tỉnh", "managed_provincial", "chắc")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Quản lý tốt các nhiệm vụ; nghiệm thu 02 nhiệm vụ cấp tỉnh.",
        "Trong công tác quản lý, đã nghiệm thu được 02 nhiệm vụ cấp tỉnh.",
        "Quản lý đúng quy định; 02 nhiệm vụ cấp tỉnh được nghiệm thu.",
    ],
)
def test_of_two_verbs_the_nearer_one_decides(sentence: str) -> None:
    assert said(sentence) == [("02 nhiệm vụ cấp tỉnh", "accepted_provincial", "chắc")]


def test_words_of_the_sentence_before_do_not_count() -> None:
    assert said("Công tác nghiệm thu đúng hạn. Quản lý 07 nhiệm vụ cấp tỉnh.")[0][1] == "managed_provincial"


def test_an_item_is_read_under_its_lead_sentence() -> None:
    assert said("Sở đã nghiệm thu:\n- 02 nhiệm vụ cấp tỉnh;\n- Và tổ chức hội thảo.") == [
        ("02 nhiệm vụ cấp tỉnh", "accepted_provincial", "chắc")
    ]


def test_without_the_heading_it_must_be_looked_at() -> None:
    assert said("Sở đang quản lý 12 nhiệm vụ.", "1. Công tác khác\n") == [("12 nhiệm vụ", "managed", "cần xem")]


def test_a_noun_alone_claims_nothing() -> None:
    assert said("Địa phương đề xuất 12 nhiệm vụ.", "1. Công tác khác\n") == []


def test_a_heading_further_up_counts_too() -> None:
    assert said("Đang quản lý 12 nhiệm vụ.", f"{HEADING}a) Tình hình chung\n")[0][2] == "chắc"


def test_two_that_fit_alike_are_unclear_and_say_so() -> None:
    rival = Phrase("rival", TASKS, UNDER, ("quản lý",))
    text = report(f"{HEADING}Sở đang quản lý 12 nhiệm vụ.")
    (claim,) = claims(text, (MANAGED, rival))
    assert (claim.confidence.value, "cũng có thể là rival" in claim.why) == ("không rõ", True)


def test_an_approximate_count_is_never_sure() -> None:
    assert said("Đang quản lý khoảng 12 nhiệm vụ.") == [("12 nhiệm vụ", "managed", "cần xem")]


OTHER_CLASSES = Phrase("classes_other", ("lớp",), UNDER, ("mở",))
CLASSES = Phrase("classes", ("lớp",), UNDER, ("mở",), having=("khởi nghiệp",))


@pytest.mark.parametrize(
    ("sentence", "keys"),
    [
        ("Mở 03 lớp về khởi nghiệp (tăng 02 lớp).", ["classes", "classes@change"]),
        ("Mở 03 lớp về đo lường, tăng 02 lớp.", ["classes_other", "classes_other@change"]),
        ("Quản lý 05 nhiệm vụ cấp tỉnh, tăng 02 nhiệm vụ.", ["managed_provincial", "managed@change"]),
    ],
)
def test_a_count_of_other_days_continues_the_one_before_it(sentence: str, keys: list[str]) -> None:
    text = report(HEADING + sentence)
    assert [one.key for one in claims(text, (*PHRASES, OTHER_CLASSES, CLASSES))] == keys


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("Quản lý 12 nhiệm vụ.", "managed"),
        ("Quản lý các nhiệm vụ, lũy kế từ đầu năm 12 nhiệm vụ.", "managed@to_date"),
        ("Quản lý các nhiệm vụ (cùng kỳ năm trước 12 nhiệm vụ).", "managed@last_year"),
        ("Quản lý các nhiệm vụ, tăng 12 nhiệm vụ so với năm trước.", "managed@change"),
        ("Quản lý các nhiệm vụ, ước đạt 12 nhiệm vụ.", "managed@estimate"),
    ],
)
def test_other_days_and_estimates_are_other_figures(sentence: str, key: str) -> None:
    assert [claim[1] for claim in said(sentence)] == [key]


def test_the_plan_claims_nothing_but_what_a_phrase_says_of_it() -> None:
    plan = "II. PHƯƠNG HƯỚNG NHIỆM VỤ THÁNG 6 NĂM 2023\n1. Quản lý 12 nhiệm vụ nghiên cứu."
    quoted = Phrase("quoted", ("nhiệm vụ",), (), ("quản lý",), planned=True)
    text = report(f"{HEADING}Không phát sinh.\n{plan}")
    assert (claimed(text, PHRASES), claimed(text, (quoted,))) == ([], [("12 nhiệm vụ nghiên cứu", "quoted", "cần xem")])


def test_the_rule_that_paired_them_is_told() -> None:
    (claim,) = claims(report(f"{HEADING}Sở đang quản lý 12 nhiệm vụ."), PHRASES)
    assert claim.why == "đếm “nhiệm vụ”, trong mục “nghiên cứu”, cùng vế với “quản lý”"
