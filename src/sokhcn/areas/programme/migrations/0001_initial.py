import django.core.validators
import django.db.models.deletion
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
            name='KeyTask',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=0, editable=False)),
                ('folded', models.TextField(default='', editable=False)),
                ('trashed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('recorded_on', models.DateField(verbose_name='Ngày vào sổ')),
                ('note', models.TextField(blank=True, default='', verbose_name='Ghi chú')),
                ('code', models.CharField(max_length=40, verbose_name='Mã nhiệm vụ')),
                ('year', models.PositiveSmallIntegerField(verbose_name='Năm')),
                ('title', models.TextField(verbose_name='Nhiệm vụ')),
                ('source', models.CharField(blank=True, choices=[('party', 'Tỉnh ủy giao'), ('committee', 'UBND tỉnh giao'), ('ministry', 'Bộ giao'), ('own', 'Sở xác lập')], default='', max_length=10, verbose_name='Nguồn giao')),
                ('product', models.TextField(blank=True, default='', verbose_name='Sản phẩm')),
                ('leader', models.CharField(blank=True, default='', max_length=100, verbose_name='Lãnh đạo phụ trách')),
                ('cooperating', models.CharField(blank=True, default='', max_length=250, verbose_name='Đơn vị phối hợp')),
                ('started_on', models.DateField(blank=True, null=True, verbose_name='Ngày bắt đầu')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='Thời hạn')),
                ('completed_on', models.DateField(blank=True, null=True, verbose_name='Ngày hoàn thành')),
                ('progress', models.PositiveSmallIntegerField(default=0, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='Tiến độ (%)')),
                ('result', models.TextField(blank=True, default='', verbose_name='Kết quả')),
                ('state', models.CharField(choices=[('draft', 'Dự kiến'), ('planned', 'Chưa thực hiện'), ('running', 'Đang thực hiện'), ('extension', 'Xin gia hạn'), ('completed', 'Hoàn thành'), ('carried', 'Chuyển tiếp sang năm sau'), ('removed', 'Đưa ra khỏi chương trình')], default='draft', max_length=10, verbose_name='Tình trạng')),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.agency', verbose_name='Cơ quan')),
                ('carried_from', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='carried_to', to='programme.keytask', verbose_name='Chuyển tiếp từ')),
                ('paper', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.paper', verbose_name='Căn cứ')),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.unit', verbose_name='Đơn vị')),
            ],
            options={
                'verbose_name': 'nhiệm vụ trọng tâm',
                'abstract': False,
                'base_manager_name': 'everything',
                'indexes': [models.Index(fields=['agency', 'year', 'state'], name='programme_task_year'), models.Index(fields=['agency', 'due_on'], name='programme_task_due')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('trashed_at', None)), fields=('agency', 'code'), name='programme_task_code', violation_error_message='Mã nhiệm vụ này đã có trong sổ.'), models.CheckConstraint(condition=models.Q(('progress__lte', 100)), name='programme_task_progress', violation_error_message='Tiến độ không quá 100 phần trăm.'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'completed'), _negated=True), ('completed_on__isnull', False), _connector='OR'), name='programme_completed_has_day', violation_error_message='Nhiệm vụ đã hoàn thành thì phải ghi ngày hoàn thành.'), models.UniqueConstraint(condition=models.Q(('trashed_at', None)), fields=('carried_from',), name='programme_carried_once', violation_error_message='Nhiệm vụ ấy đã được chuyển tiếp một lần.')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Extension',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=0, editable=False)),
                ('folded', models.TextField(default='', editable=False)),
                ('trashed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('old_due_on', models.DateField(verbose_name='Thời hạn cũ')),
                ('new_due_on', models.DateField(verbose_name='Thời hạn mới')),
                ('decided_on', models.DateField(verbose_name='Ngày cho gia hạn')),
                ('reason', models.TextField(blank=True, default='', verbose_name='Lý do')),
                ('decision', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.paper', verbose_name='Văn bản cho gia hạn')),
                ('task', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='extensions', to='programme.keytask', verbose_name='Nhiệm vụ')),
            ],
            options={
                'verbose_name': 'gia hạn nhiệm vụ',
                'abstract': False,
                'base_manager_name': 'everything',
                'constraints': [models.UniqueConstraint(condition=models.Q(('trashed_at', None)), fields=('task', 'old_due_on'), name='programme_extension_once', violation_error_message='Thời hạn này của nhiệm vụ đã được gia hạn.'), models.CheckConstraint(condition=models.Q(('new_due_on__gt', models.F('old_due_on'))), name='programme_extension_later', violation_error_message='Thời hạn mới phải sau thời hạn cũ.')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Evidence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=0, editable=False)),
                ('folded', models.TextField(default='', editable=False)),
                ('trashed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('title', models.CharField(blank=True, default='', max_length=250, verbose_name='Minh chứng khác')),
                ('dated_on', models.DateField(blank=True, null=True, verbose_name='Ngày')),
                ('paper', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.paper', verbose_name='Văn bản')),
                ('task', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='programme.keytask', verbose_name='Nhiệm vụ')),
            ],
            options={
                'verbose_name': 'minh chứng',
                'abstract': False,
                'base_manager_name': 'everything',
                'constraints': [models.UniqueConstraint(condition=models.Q(('trashed_at', None)), fields=('task', 'paper', 'title'), name='programme_evidence_once', violation_error_message='Minh chứng này đã ghi cho nhiệm vụ.'), models.CheckConstraint(condition=models.Q(('paper', None), ('title', ''), _negated=True), name='programme_evidence_says', violation_error_message='Ghi văn bản, hoặc minh chứng khác bằng lời.')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='WorkPlan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=0, editable=False)),
                ('folded', models.TextField(default='', editable=False)),
                ('trashed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('recorded_on', models.DateField(verbose_name='Ngày vào sổ')),
                ('note', models.TextField(blank=True, default='', verbose_name='Ghi chú')),
                ('title', models.TextField(verbose_name='Tên kế hoạch')),
                ('subject', models.TextField(blank=True, default='', verbose_name='Nội dung triển khai')),
                ('adopted_on', models.DateField(blank=True, null=True, verbose_name='Ngày ban hành')),
                ('state', models.CharField(choices=[('drafting', 'Đang xây dựng'), ('drawn_up', 'Đã xây dựng'), ('withdrawn', 'Rút')], default='drafting', max_length=10, verbose_name='Tình trạng')),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.agency', verbose_name='Cơ quan')),
                ('basis', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.paper', verbose_name='Căn cứ')),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.unit', verbose_name='Đơn vị')),
            ],
            options={
                'verbose_name': 'kế hoạch công tác',
                'abstract': False,
                'base_manager_name': 'everything',
                'indexes': [models.Index(fields=['agency', 'adopted_on'], name='programme_plan_day')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('trashed_at', None)), fields=('agency', 'title'), name='programme_plan_title')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
    ]
