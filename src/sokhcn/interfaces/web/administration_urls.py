"""The addresses of lists and outlines, of what administrators do, of long work, and of help."""

from django.urls import path

from sokhcn.interfaces.web import auditing, backing, errands, helping, lists, outlines, people

urlpatterns = [
    path("danh-muc/", lists.lists_page, name="lists"),
    path("danh-muc/de-cuong/", outlines.outlines_page, name="outlines"),
    path("danh-muc/de-cuong/<str:code>/", outlines.outline_page, name="outline"),
    path("huong-dan/", helping.help_page, name="help"),
    path("huong-dan/phim-tat/", helping.keys_page, name="keys"),
    path("huong-dan/the/<slug:role>/", helping.card_page, name="card"),
    path("quan-tri/nguoi-dung/", people.people_page, name="people"),
    path("quan-tri/nguoi-dung/moi/", people.person_page, name="person-new"),
    path("quan-tri/nguoi-dung/<int:pk>/", people.person_page, name="person"),
    path("quan-tri/nguoi-dung/<int:pk>/duong-dan/", people.password_link, name="person-link"),
    path("quan-tri/nguoi-dung/<int:pk>/giup/", people.help_in, name="person-help"),
    path("quan-tri/nhat-ky/", auditing.audit_page, name="audit"),
    path("quan-tri/nhat-ky/soat/", auditing.verify_history, name="audit-verify"),
    path("quan-tri/sao-luu/", backing.backups_page, name="backups"),
    path("quan-tri/sao-luu/lam/", backing.back_up, name="backup-make"),
    path("quan-tri/sao-luu/<str:name>", backing.backup_file, name="backup-file"),
    path("viec/", errands.errands_page, name="errands"),
    path("viec/<int:pk>/", errands.errand_page, name="errand"),
]
