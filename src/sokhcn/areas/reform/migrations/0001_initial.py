import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.manager
from django.db import migrations, models

from sokhcn.records.new_tables import NewTables


class Migration(NewTables):

    initial = True

    dependencies = [
        ('records', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Procedure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=0, editable=False)),
                ('folded', models.TextField(default='', editable=False)),
                ('trashed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('recorded_on', models.DateField(verbose_name='Ngày vào sổ')),
                ('note', models.TextField(blank=True, default='', verbose_name='Ghi chú')),
                ('code', models.CharField(max_length=30, validators=[django.core.validators.RegexValidator('^\\d\\.\\d{6}(\\.\\d{3}\\.\\d{2}\\.\\d{2})?(\\.[HG]\\d{2})?$', 'Mã thủ tục viết như 2.002711 hoặc 1.000173.000.00.00.H58.')], verbose_name='Mã thủ tục')),
                ('name', models.TextField(verbose_name='Tên thủ tục')),
                ('field', models.CharField(blank=True, default='', max_length=150, verbose_name='Lĩnh vực')),
                ('online', models.CharField(choices=[('none', 'Trực tiếp'), ('partial', 'Một phần'), ('full', 'Toàn trình')], default='none', max_length=8, verbose_name='Dịch vụ công trực tuyến')),
                ('workdays', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='Thời hạn giải quyết (ngày làm việc)')),
                ('fee', models.PositiveIntegerField(blank=True, null=True, verbose_name='Phí, lệ phí (đồng)')),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='Áp dụng từ')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='Áp dụng đến hết')),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.agency', verbose_name='Cơ quan')),
                ('decision', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.paper', verbose_name='Quyết định công bố')),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.unit', verbose_name='Đơn vị')),
            ],
            options={
                'verbose_name': 'thủ tục hành chính',
                'abstract': False,
                'base_manager_name': 'everything',
                'constraints': [models.UniqueConstraint(condition=models.Q(('trashed_at', None)), fields=('agency', 'code'), name='reform_procedure_code', violation_error_message='Mã thủ tục này đã có trong sổ.'), models.CheckConstraint(condition=models.Q(('valid_from', None), ('valid_to', None), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='reform_procedure_days', violation_error_message='Ngày cuối trước ngày đầu.')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='LateDossier',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=0, editable=False)),
                ('folded', models.TextField(default='', editable=False)),
                ('trashed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('code', models.CharField(max_length=60, verbose_name='Mã hồ sơ')),
                ('applicant', models.CharField(blank=True, default='', max_length=150, verbose_name='Người nộp')),
                ('due_on', models.DateField(verbose_name='Ngày hẹn trả')),
                ('settled_on', models.DateField(blank=True, null=True, verbose_name='Ngày trả kết quả')),
                ('reason', models.TextField(verbose_name='Lý do quá hạn')),
                ('apology', models.CharField(blank=True, default='', max_length=60, verbose_name='Văn bản xin lỗi')),
                ('new_due_on', models.DateField(blank=True, null=True, verbose_name='Ngày hẹn lại')),
                ('procedure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='late', to='reform.procedure', verbose_name='Thủ tục')),
            ],
            options={
                'verbose_name': 'hồ sơ quá hạn',
                'abstract': False,
                'base_manager_name': 'everything',
                'constraints': [models.UniqueConstraint(condition=models.Q(('trashed_at', None)), fields=('procedure', 'code'), name='reform_late_once', violation_error_message='Hồ sơ này đã ghi.'), models.CheckConstraint(condition=models.Q(('settled_on', None), ('settled_on__gt', models.F('due_on')), _connector='OR'), name='reform_late_is_late', violation_error_message='Hồ sơ trả không sau ngày hẹn thì không quá hạn.')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='ProcedureTally',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=0, editable=False)),
                ('folded', models.TextField(default='', editable=False)),
                ('trashed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('recorded_on', models.DateField(verbose_name='Ngày vào sổ')),
                ('note', models.TextField(blank=True, default='', verbose_name='Ghi chú')),
                ('from_on', models.DateField(verbose_name='Từ ngày')),
                ('to_on', models.DateField(verbose_name='Đến ngày')),
                ('carried', models.PositiveIntegerField(default=0, verbose_name='Kỳ trước chuyển qua')),
                ('received', models.PositiveIntegerField(default=0, verbose_name='Tiếp nhận trong kỳ')),
                ('received_online', models.PositiveIntegerField(default=0, verbose_name='Trong đó trực tuyến')),
                ('settled', models.PositiveIntegerField(default=0, verbose_name='Đã giải quyết')),
                ('settled_in_time', models.PositiveIntegerField(default=0, verbose_name='Giải quyết trước và đúng hạn')),
                ('settled_late', models.PositiveIntegerField(default=0, verbose_name='Giải quyết quá hạn')),
                ('returned', models.PositiveIntegerField(default=0, verbose_name='Trả lại, rút hồ sơ')),
                ('pending', models.PositiveIntegerField(default=0, verbose_name='Đang giải quyết')),
                ('pending_late', models.PositiveIntegerField(default=0, verbose_name='Đang giải quyết đã quá hạn')),
                ('fees', models.DecimalField(decimal_places=3, default=0, max_digits=14, verbose_name='Phí, lệ phí đã thu (triệu đồng)')),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.agency', verbose_name='Cơ quan')),
                ('procedure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tallies', to='reform.procedure', verbose_name='Thủ tục')),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.unit', verbose_name='Đơn vị')),
            ],
            options={
                'verbose_name': 'số hồ sơ theo thủ tục',
                'abstract': False,
                'base_manager_name': 'everything',
                'indexes': [models.Index(fields=['agency', 'to_on'], name='reform_tally_day')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('trashed_at', None)), fields=('agency', 'procedure', 'from_on'), name='reform_tally_once', violation_error_message='Thủ tục này đã có số liệu từ ngày ấy.'), models.CheckConstraint(condition=models.Q(('from_on', None), ('to_on', None), ('to_on__gte', models.F('from_on')), _connector='OR'), name='reform_tally_days', violation_error_message='Ngày cuối đứng trước ngày đầu.'), models.CheckConstraint(condition=models.Q(('received_online__lte', models.F('received'))), name='reform_tally_online', violation_error_message='Hồ sơ trực tuyến nhiều hơn hồ sơ tiếp nhận.'), models.CheckConstraint(condition=models.Q(('settled', django.db.models.expressions.CombinedExpression(models.F('settled_in_time'), '+', models.F('settled_late')))), name='reform_tally_settled', violation_error_message='Đã giải quyết phải bằng trước và đúng hạn cộng quá hạn.'), models.CheckConstraint(condition=models.Q(('pending', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('carried'), '+', models.F('received')), '-', models.F('settled')), '-', models.F('returned')))), name='reform_tally_pending', violation_error_message='Đang giải quyết phải bằng kỳ trước chuyển qua cộng tiếp nhận, trừ đã giải quyết, trừ trả lại.'), models.CheckConstraint(condition=models.Q(('pending_late__lte', models.F('pending'))), name='reform_tally_late', violation_error_message='Hồ sơ đang giải quyết quá hạn nhiều hơn hồ sơ đang giải quyết.')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='ReformPlan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=0, editable=False)),
                ('folded', models.TextField(default='', editable=False)),
                ('trashed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('recorded_on', models.DateField(verbose_name='Ngày vào sổ')),
                ('note', models.TextField(blank=True, default='', verbose_name='Ghi chú')),
                ('kind', models.CharField(choices=[('emulation', 'Thi đua cải cách hành chính'), ('legal_review', 'Rà soát, hệ thống hóa văn bản quy phạm pháp luật'), ('legal_check', 'Kiểm tra văn bản quy phạm pháp luật'), ('procedures', 'Kiểm soát thủ tục hành chính'), ('reform', 'Cải cách hành chính năm'), ('quality', 'Hệ thống quản lý chất lượng ISO 9001'), ('digital', 'Chuyển đổi số')], max_length=12, verbose_name='Loại kế hoạch')),
                ('title', models.TextField(verbose_name='Tên kế hoạch')),
                ('symbol', models.CharField(blank=True, default='', max_length=40, verbose_name='Số, ký hiệu')),
                ('issued_on', models.DateField(blank=True, null=True, verbose_name='Ngày ban hành')),
                ('owner', models.CharField(blank=True, default='', max_length=100, verbose_name='Người phụ trách')),
                ('result', models.TextField(blank=True, default='', verbose_name='Kết quả')),
                ('state', models.CharField(choices=[('drafting', 'Đang soạn thảo'), ('issued', 'Đã ban hành'), ('completed', 'Đã thực hiện xong'), ('withdrawn', 'Rút')], default='drafting', max_length=10, verbose_name='Tình trạng')),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.agency', verbose_name='Cơ quan')),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.unit', verbose_name='Đơn vị')),
            ],
            options={
                'verbose_name': 'kế hoạch cải cách hành chính',
                'abstract': False,
                'base_manager_name': 'everything',
                'indexes': [models.Index(fields=['agency', 'issued_on'], name='reform_plan_day')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('trashed_at', None)), fields=('agency', 'title'), name='reform_plan_title'), models.UniqueConstraint(condition=models.Q(('trashed_at', None), models.Q(('symbol', ''), _negated=True)), fields=('agency', 'symbol', 'issued_on'), name='reform_plan_symbol')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='PlanActivity',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=0, editable=False)),
                ('folded', models.TextField(default='', editable=False)),
                ('trashed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('number', models.PositiveSmallIntegerField(verbose_name='Thứ tự')),
                ('title', models.TextField(verbose_name='Nội dung công việc')),
                ('responsible', models.CharField(blank=True, default='', max_length=200, verbose_name='Đơn vị thực hiện')),
                ('product', models.CharField(blank=True, default='', max_length=250, verbose_name='Sản phẩm')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='Thời hạn')),
                ('done_on', models.DateField(blank=True, null=True, verbose_name='Ngày thực hiện xong')),
                ('result', models.TextField(blank=True, default='', verbose_name='Kết quả')),
                ('state', models.CharField(choices=[('planned', 'Chưa thực hiện'), ('running', 'Đang thực hiện'), ('done', 'Đã thực hiện'), ('cancelled', 'Không thực hiện')], default='planned', max_length=10, verbose_name='Tình trạng')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='activities', to='reform.reformplan', verbose_name='Kế hoạch')),
            ],
            options={
                'verbose_name': 'công việc của kế hoạch',
                'abstract': False,
                'base_manager_name': 'everything',
                'constraints': [models.UniqueConstraint(condition=models.Q(('trashed_at', None)), fields=('plan', 'number'), name='reform_activity_once', violation_error_message='Thứ tự này đã có trong kế hoạch.'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'done'), _negated=True), ('done_on__isnull', False), _connector='OR'), name='reform_activity_done_has_day', violation_error_message='Công việc đã thực hiện phải ghi ngày thực hiện xong.')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='DocumentReview',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=0, editable=False)),
                ('folded', models.TextField(default='', editable=False)),
                ('trashed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('recorded_on', models.DateField(verbose_name='Ngày vào sổ')),
                ('note', models.TextField(blank=True, default='', verbose_name='Ghi chú')),
                ('kind', models.CharField(choices=[('review', 'Rà soát'), ('check', 'Kiểm tra'), ('systematisation', 'Hệ thống hóa')], default='review', max_length=16, verbose_name='Hình thức')),
                ('reviewed_on', models.DateField(blank=True, null=True, verbose_name='Ngày rà soát, kiểm tra')),
                ('outcome', models.CharField(choices=[('fit', 'Còn phù hợp'), ('amend', 'Kiến nghị sửa đổi, bổ sung'), ('replace', 'Kiến nghị thay thế'), ('abolish', 'Kiến nghị bãi bỏ'), ('ended', 'Đã hết hiệu lực')], max_length=8, verbose_name='Kết quả')),
                ('proposal', models.TextField(blank=True, default='', verbose_name='Nội dung kiến nghị')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='Thời hạn xử lý')),
                ('handled_on', models.DateField(blank=True, null=True, verbose_name='Ngày xử lý xong')),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.agency', verbose_name='Cơ quan')),
                ('handled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.paper', verbose_name='Văn bản xử lý')),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.paper', verbose_name='Văn bản')),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.unit', verbose_name='Đơn vị')),
                ('plan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reform.reformplan', verbose_name='Theo kế hoạch')),
            ],
            options={
                'verbose_name': 'rà soát văn bản',
                'abstract': False,
                'base_manager_name': 'everything',
                'indexes': [models.Index(fields=['agency', 'reviewed_on'], name='reform_review_day')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('trashed_at', None)), fields=('agency', 'paper', 'kind', 'reviewed_on'), name='reform_review_once', violation_error_message='Văn bản này đã ghi với ngày ấy.'), models.CheckConstraint(condition=models.Q(('reviewed_on', None), ('handled_on', None), ('handled_on__gte', models.F('reviewed_on')), _connector='OR'), name='reform_review_days', violation_error_message='Xử lý trước ngày rà soát.')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
    ]
