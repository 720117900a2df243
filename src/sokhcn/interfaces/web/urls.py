"""The addresses of the pages."""

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LogoutView
from django.urls import path
from django.views.i18n import set_language

from sokhcn.interfaces.web import (
    attached,
    entrance,
    files,
    importing,
    listing,
    old_report,
    old_report_again,
    old_report_checks,
    old_reports,
    recompiling,
    report,
    row,
    searching,
    steps,
    trash,
    verbs,
)

urlpatterns = [
    path("", entrance.home, name="home"),
    path("dang-nhap/", entrance.Login.as_view(), name="login"),
    path("dang-nhap/vai/", entrance.enter_as, name="enter-as"),
    path("dang-xuat/", LogoutView.as_view(), name="logout"),
    path("ngon-ngu/", login_not_required(set_language), name="language"),
    path("giao-dien/", entrance.switch_theme, name="theme"),
    path("tra-cuu/", searching.search_page, name="search"),
    path("so/<slug:slug>/", listing.register_page, name="register"),
    path("so/<slug:slug>/tep.csv", listing.rows_file, name="register-file"),
    path("so/<slug:slug>/tep.xlsx", listing.rows_book, name="register-book"),
    path("so/<slug:slug>/mau.xlsx", listing.template_file, name="register-template"),
    path("so/<slug:slug>/nhap/loi.xlsx", importing.faults_file, name="import-faults"),
    path("so/<slug:slug>/nhap/", importing.import_page, name="import"),
    path("so/<slug:slug>/them/", row.new_row, name="row-new"),
    path("so/<slug:slug>/<int:pk>/", row.row_page, name="row"),
    path("so/<slug:slug>/<int:pk>/bo/", trash.trash_page, name="row-trash"),
    path("so/<slug:slug>/<int:pk>/lay-lai/", trash.restore_row, name="row-restore"),
    path("so/<slug:slug>/<int:pk>/buoc/", steps.take_step, name="row-step"),
    path("so/<slug:slug>/<int:pk>/viec/", verbs.do_verb, name="row-verb"),
    path("so/<slug:slug>/<int:pk>/tep/", attached.attach, name="row-attach"),
    path("so/<slug:slug>/<int:pk>/tep/<int:file>/", attached.fetch, name="row-file"),
    path("so/<slug:slug>/<int:pk>/tep/<int:file>/bo/", attached.detach, name="row-detach"),
    path("bao-cao/", report.reports_page, name="reports"),
    path("bao-cao/<str:code>/", report.report_page, name="report"),
    path("bao-cao/<str:code>/vi-sao/<str:key>/", report.why_page, name="why"),
    path("bao-cao/<str:code>/tong-hop/", recompiling.recompile, name="recompile"),
    path("bao-cao/<str:code>/tep/", files.files_page, name="files"),
    path("bao-cao/<str:code>/tep/<str:form>/", files.download, name="file"),
    path("bao-cao/<str:code>/de-xuat/", report.proposals_page, name="proposals"),
    path("doc-bao-cao/", old_reports.old_reports_page, name="old-reports"),
    path("doc-bao-cao/<int:pk>/", old_report.old_report_page, name="old-report"),
    path("doc-bao-cao/<int:pk>/tep/", old_reports.original, name="old-report-file"),
    path("doc-bao-cao/<int:pk>/quyet/", old_report.decide, name="old-report-decide"),
    path("doc-bao-cao/<int:pk>/sua/<int:number>/", old_report.mend, name="old-report-mend"),
    path("doc-bao-cao/<int:pk>/kiem-tra/", old_report_checks.checks_page, name="old-report-checks"),
    path("doc-bao-cao/<int:pk>/dung-lai/", old_report_again.again_page, name="old-report-again"),
]
