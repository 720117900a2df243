import django.contrib.auth.models
import django.contrib.auth.validators
import django.db.models.deletion
import django.db.models.manager
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('records', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('username', models.CharField(error_messages={'unique': 'A user with that username already exists.'}, help_text='Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.', max_length=150, unique=True, validators=[django.contrib.auth.validators.UnicodeUsernameValidator()], verbose_name='username')),
                ('last_name', models.CharField(blank=True, max_length=150, verbose_name='last name')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='email address')),
                ('is_staff', models.BooleanField(default=False, help_text='Designates whether the user can log into this admin site.', verbose_name='staff status')),
                ('is_active', models.BooleanField(default=True, help_text='Designates whether this user should be treated as active. Unselect this instead of deleting accounts.', verbose_name='active')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, verbose_name='date joined')),
                ('first_name', models.CharField(blank=True, max_length=150, verbose_name='Họ và tên')),
                ('role', models.CharField(choices=[('specialist', 'Chuyên viên'), ('head', 'Trưởng đơn vị'), ('compiler', 'Người tổng hợp'), ('leader', 'Lãnh đạo Sở'), ('clerk', 'Văn thư'), ('administrator', 'Quản trị')], default='specialist', max_length=20, verbose_name='Vai trò')),
                ('reach', models.CharField(choices=[('unit', 'Đơn vị mình'), ('agency', 'Cơ quan mình'), ('all', 'Mọi cơ quan')], default='agency', max_length=10, verbose_name='Phạm vi')),
                ('agency', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.agency')),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.unit')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
            options={
                'verbose_name': 'user',
                'verbose_name_plural': 'users',
                'abstract': False,
            },
            managers=[
                ('objects', django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name='Appointment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(editable=False, max_length=64)),
                ('login', models.CharField(max_length=150, verbose_name='Tên đăng nhập')),
                ('name', models.CharField(blank=True, max_length=150, verbose_name='Họ và tên')),
                ('role', models.CharField(choices=[('specialist', 'Chuyên viên'), ('head', 'Trưởng đơn vị'), ('compiler', 'Người tổng hợp'), ('leader', 'Lãnh đạo Sở'), ('clerk', 'Văn thư'), ('administrator', 'Quản trị')], max_length=20, verbose_name='Vai trò')),
                ('reach', models.CharField(choices=[('unit', 'Đơn vị mình'), ('agency', 'Cơ quan mình'), ('all', 'Mọi cơ quan')], max_length=10, verbose_name='Phạm vi')),
                ('agency', models.BigIntegerField(null=True)),
                ('unit', models.BigIntegerField(null=True)),
                ('is_active', models.BooleanField(verbose_name='Được đăng nhập')),
                ('is_staff', models.BooleanField()),
                ('is_superuser', models.BooleanField()),
            ],
            options={
                'verbose_name': 'quyền của người dùng',
                'abstract': False,
                'base_manager_name': 'objects',
                'indexes': [models.Index(fields=['login', 'id'], name='appointment_of_login')],
            },
        ),
        migrations.CreateModel(
            name='Delegation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=0, editable=False)),
                ('folded', models.TextField(default='', editable=False)),
                ('trashed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='Từ ngày')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='Đến hết ngày')),
                ('reason', models.CharField(max_length=250, verbose_name='Lý do')),
                ('giver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='given', to=settings.AUTH_USER_MODEL, verbose_name='Người giao')),
                ('taker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='taken', to=settings.AUTH_USER_MODEL, verbose_name='Người nhận')),
            ],
            options={
                'verbose_name': 'giao việc thay',
                'abstract': False,
                'base_manager_name': 'everything',
                'constraints': [models.CheckConstraint(condition=models.Q(('valid_from__isnull', False), ('valid_to__isnull', False)), name='delegation_has_days', violation_error_message='Giao việc thay phải ghi từ ngày nào đến ngày nào.'), models.CheckConstraint(condition=models.Q(('giver', models.F('taker')), _negated=True), name='delegation_to_another', violation_error_message='Người giao và người nhận là một.')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Mandate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=0, editable=False)),
                ('folded', models.TextField(default='', editable=False)),
                ('trashed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='Từ ngày')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='Đến hết ngày')),
                ('name', models.CharField(max_length=100, verbose_name='Họ và tên')),
                ('capacity', models.CharField(choices=[('head', 'Thủ trưởng'), ('KT.', 'Ký thay'), ('TL.', 'Thừa lệnh'), ('TUQ.', 'Thừa ủy quyền'), ('Q.', 'Quyền')], max_length=10, verbose_name='Quyền hạn ký')),
                ('head_title', models.CharField(max_length=100, verbose_name='Chức vụ người đứng đầu')),
                ('unit_title', models.CharField(blank=True, default='', max_length=100, verbose_name='Chức vụ trưởng đơn vị được ký thay')),
                ('title', models.CharField(max_length=100, verbose_name='Chức vụ người ký')),
                ('types', models.CharField(blank=True, default='', max_length=100, verbose_name='Loại văn bản')),
                ('authoriser', models.CharField(blank=True, default='', max_length=150, verbose_name='Người giao ký')),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.agency', verbose_name='Cơ quan')),
                ('paper', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.paper', verbose_name='Văn bản giao ký')),
                ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='mandates', to=settings.AUTH_USER_MODEL, verbose_name='Tài khoản')),
            ],
            options={
                'verbose_name': 'người ký',
                'abstract': False,
                'base_manager_name': 'everything',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('capacity__in', ('TL.', 'TUQ.')), _negated=True), models.Q(models.Q(('authoriser', ''), _negated=True), ('paper__isnull', False)), _connector='OR'), name='mandate_authorised', violation_error_message='Ký thừa lệnh, thừa ủy quyền phải ghi người giao ký và văn bản giao ký.'), models.CheckConstraint(condition=models.Q(models.Q(('capacity', 'TUQ.'), _negated=True), models.Q(('valid_from__isnull', False), ('valid_to__isnull', False)), _connector='OR'), name='mandate_delegated_for_a_time', violation_error_message='Ký thừa ủy quyền phải ghi từ ngày nào đến ngày nào.'), models.CheckConstraint(condition=models.Q(('unit_title', ''), ('capacity', 'TL.'), _connector='OR'), name='mandate_deputy_by_order', violation_error_message='Chỉ khi ký thừa lệnh, cấp phó của đơn vị mới ký thay trưởng đơn vị.')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
    ]
