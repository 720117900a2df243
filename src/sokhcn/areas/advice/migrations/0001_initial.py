import django.db.models.deletion
import django.db.models.manager
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('records', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='AdvisoryDocument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=0, editable=False)),
                ('folded', models.TextField(default='', editable=False)),
                ('trashed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('recorded_on', models.DateField(verbose_name='Ngày vào sổ')),
                ('note', models.TextField(blank=True, default='', verbose_name='Ghi chú')),
                ('title', models.TextField(blank=True, default='', verbose_name='Tên dự thảo')),
                ('advised', models.CharField(default='UBND tỉnh', max_length=200, verbose_name='Cơ quan được tham mưu')),
                ('promulgates', models.TextField(blank=True, default='', verbose_name='Ban hành kèm theo')),
                ('is_normative', models.BooleanField(default=False, verbose_name='Là văn bản quy phạm pháp luật')),
                ('addressee', models.CharField(blank=True, default='', max_length=250, verbose_name='Kính gửi')),
                ('drafter', models.CharField(blank=True, default='', max_length=100, verbose_name='Người soạn thảo')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='Thời hạn được giao')),
                ('submitted_on', models.DateField(blank=True, null=True, verbose_name='Ngày trình')),
                ('effective_from', models.DateField(blank=True, null=True, verbose_name='Có hiệu lực từ')),
                ('expires_on', models.DateField(blank=True, null=True, verbose_name='Hết hiệu lực từ')),
                ('validity', models.CharField(blank=True, choices=[('in_force', 'Còn hiệu lực'), ('amended', 'Được sửa đổi, bổ sung'), ('partly', 'Hết hiệu lực một phần'), ('ended', 'Hết hiệu lực')], default='', max_length=10, verbose_name='Hiệu lực')),
                ('state', models.CharField(choices=[('registered', 'Đã đăng ký vào chương trình'), ('drafting', 'Đang soạn thảo'), ('consultation', 'Đang lấy ý kiến'), ('appraisal', 'Đang thẩm định'), ('submitted', 'Đã trình'), ('issued', 'Đã ban hành'), ('returned', 'Trả lại'), ('withdrawn', 'Rút khỏi chương trình')], default='drafting', max_length=12, verbose_name='Tình trạng')),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.agency', verbose_name='Cơ quan')),
                ('assigned_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.paper', verbose_name='Văn bản giao việc')),
                ('paper', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.paper', verbose_name='Văn bản')),
                ('replaces', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.paper', verbose_name='Thay thế, sửa đổi văn bản')),
                ('submission', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.paper', verbose_name='Văn bản trình')),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.unit', verbose_name='Đơn vị')),
            ],
            options={
                'verbose_name': 'văn bản tham mưu',
                'abstract': False,
                'base_manager_name': 'everything',
                'indexes': [models.Index(fields=['agency', 'state'], name='advice_advi_agency__c2ae1d_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('trashed_at', None)), fields=('agency', 'paper'), name='advice_paper_once', violation_error_message='Văn bản này đã có trong sổ.'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'issued'), _negated=True), ('paper__isnull', False), _connector='OR'), name='advice_issued_has_paper', violation_error_message='Văn bản đã ban hành phải ghi loại, số, ký hiệu và cơ quan ban hành.'), models.CheckConstraint(condition=models.Q(('paper', None), ('title', ''), _negated=True), name='advice_has_name', violation_error_message='Ghi văn bản đã ban hành, hoặc tên dự thảo.'), models.CheckConstraint(condition=models.Q(('validity', ''), ('state', 'issued'), _connector='OR'), name='advice_validity_of_issued', violation_error_message='Hiệu lực chỉ ghi cho văn bản đã ban hành.'), models.CheckConstraint(condition=models.Q(('effective_from', None), ('expires_on', None), ('expires_on__gte', models.F('effective_from')), _connector='OR'), name='advice_holds', violation_error_message='Ngày hết hiệu lực đứng trước ngày có hiệu lực.')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
    ]
