"""The addresses of what administrators do, and of long work."""

from django.urls import path

from sokhcn.interfaces.web import auditing, backing, errands, people

urlpatterns = [
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
