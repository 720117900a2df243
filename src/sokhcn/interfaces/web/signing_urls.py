"""The addresses of review, numbers and issue, of the outgoing book and of the book of differences."""

from django.urls import path

from sokhcn.interfaces.web import arranging, differences, leaving, outgoing, reviewing

urlpatterns = [
    path("bao-cao/<str:code>/duyet/", reviewing.review_page, name="review"),
    path("bao-cao/<str:code>/nguoi-ky/", arranging.arranging_page, name="arranging"),
    path("bao-cao/<str:code>/phat-hanh/", leaving.leaving_page, name="leaving"),
    path("bao-cao/<str:code>/minh-chung.zip", leaving.evidence_file, name="evidence"),
    path("van-ban-di/", outgoing.outgoing_page, name="outgoing"),
    path("van-ban-di/so.<str:form>", outgoing.outgoing_file, name="outgoing-file"),
    path("van-ban-di/<int:pk>/huy/", outgoing.void_page, name="outgoing-void"),
    path("van-ban-di/<int:pk>/chuyen/", outgoing.delivery_page, name="outgoing-sent"),
    path("chenh-lech/", differences.differences_page, name="differences"),
    path("chenh-lech/doi-chieu/", differences.catch_up, name="differences-now"),
    path("chenh-lech/an-ban/", differences.follow, name="differences-follow"),
    path("chenh-lech/<int:pk>/tra-loi/", differences.answer, name="differences-answer"),
]
