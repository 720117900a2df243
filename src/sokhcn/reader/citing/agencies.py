"""Names of those who issue papers, by shape: bodies with one name, heads of names, fields, words within names.

Both regimes stand side by side: ministries and departments of 2022 and of 2026. A name here is only recognised, never
taken for existing on a given day.
"""

# Bodies that are whole by themselves; what may follow (tỉnh …, khóa …) is in issuers.py.
BODIES = (
    "chính phủ", "thủ tướng chính phủ", "thủ tướng", "phó thủ tướng", "quốc hội", "ủy ban thường vụ quốc hội",
    "ubtvqh", "chủ tịch nước", "tổng bí thư", "bộ chính trị", "ban bí thư", "ban bí thư trung ương",
    "ban bí thư trung ương đảng", "ban chấp hành trung ương", "ban chấp hành trung ương đảng",
    "ban chấp hành trung ương đảng cộng sản việt nam", "bch trung ương", "bch trung ương đảng", "trung ương đảng",
    "trung ương", "đảng", "hội đồng bộ trưởng", "hội đồng chính phủ", "hội đồng nhà nước", "văn phòng chính phủ",
    "văn phòng quốc hội", "văn phòng chủ tịch nước", "văn phòng trung ương đảng", "văn phòng trung ương",
    "tòa án nhân dân tối cao", "tandtc", "viện kiểm sát nhân dân tối cao", "vksndtc", "kiểm toán nhà nước",
    "hội đồng thẩm phán tòa án nhân dân tối cao", "thanh tra chính phủ", "ngân hàng nhà nước",
    "ngân hàng nhà nước việt nam", "bảo hiểm xã hội việt nam", "ủy ban dân tộc", "tỉnh đoàn", "trung ương đoàn",
    "ủy ban trung ương mặt trận tổ quốc việt nam", "tổng liên đoàn lao động việt nam", "đảng bộ tỉnh",
    "ban chấp hành đảng bộ tỉnh", "bch đảng bộ tỉnh", "đảng ủy ủy ban nhân dân tỉnh", "đảng ủy ubnd tỉnh",
    "đảng ủy chính phủ", "quân ủy trung ương", "tỉnh ủy", "thành ủy", "huyện ủy", "quận ủy", "thị ủy", "tổng cục thuế",
    "tổng cục thống kê", "tổng cục hải quan", "cục thuế", "cục thống kê", "cục hải quan", "thanh tra tỉnh",
    "kho bạc nhà nước", "ban giám hiệu nhà trường", "ban giám hiệu", "bgh nhà trường", "chi ủy", "chi bộ nhà trường",
)  # fmt: skip
COUNCILS = (
    "ủy ban nhân dân",
    "ubnd",
    "hội đồng nhân dân",
    "hđnd",
    "ủy ban hành chính",
    "ủy ban mttq",
    "đảng ủy",
    "ủy ban mặt trận tổ quốc",
)
# Provinces before and after 1 July 2025, for «Sở Khoa học và Công nghệ Ninh Thuận», where no word of level tells.
PROVINCES = (
    "an giang", "bà rịa - vũng tàu", "bà rịa vũng tàu", "bắc giang", "bắc kạn", "bạc liêu", "bắc ninh", "bến tre",
    "bình định", "bình dương", "bình phước", "bình thuận", "cà mau", "cần thơ", "cao bằng", "đà nẵng", "đắk lắk",
    "đắk nông", "điện biên", "đồng nai", "đồng tháp", "gia lai", "hà giang", "hà nam", "hà nội", "hà tĩnh", "hà tây",
    "hải dương", "hải phòng", "hậu giang", "hòa bình", "hưng yên", "huế", "khánh hòa", "kiên giang", "kon tum",
    "lai châu", "lâm đồng", "lạng sơn", "lào cai", "long an", "nam định", "nghệ an", "ninh bình", "ninh thuận",
    "phú thọ", "phú yên", "quảng bình", "quảng nam", "quảng ngãi", "quảng ninh", "quảng trị", "sóc trăng", "sơn la",
    "tây ninh", "thái bình", "thái nguyên", "thanh hóa", "thừa thiên huế", "tiền giang", "thành phố hồ chí minh",
    "tp. hồ chí minh", "trà vinh", "tuyên quang", "vĩnh long", "vĩnh phúc", "yên bái", "việt nam",
)  # fmt: skip
LEVELS = ("tỉnh", "thành phố", "tp.", "tp", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "đặc khu")
# Words of office and inner bodies before a name; the name follows at once.
OFFICES = (
    "bộ trưởng", "thứ trưởng", "chủ tịch", "phó chủ tịch", "quyền chủ tịch", "giám đốc", "phó giám đốc",
    "quyền giám đốc", "tổng giám đốc", "tổng cục trưởng", "phó tổng cục trưởng", "cục trưởng", "phó cục trưởng",
    "chi cục trưởng", "phó chi cục trưởng", "vụ trưởng", "viện trưởng", "chánh án", "chánh văn phòng",
    "chánh thanh tra", "hiệu trưởng", "thống đốc", "tổng kiểm toán", "trưởng ban", "trưởng phòng", "bí thư",
    "thường trực", "thường vụ", "ban thường vụ", "ban cán sự đảng", "ban cán sự", "đảng đoàn", "đảng ủy", "đảng bộ",
    "ban chấp hành đảng bộ", "ban chấp hành", "bch đảng bộ", "văn phòng", "văn phòng đoàn đại biểu quốc hội và",
    "văn phòng đoàn đbqh và", "thanh tra", "ban tổ chức", "ban tuyên giáo", "ban tuyên giáo và dân vận",
    "ban dân vận", "ban nội chính", "ban chính sách, chiến lược", "ban kinh tế", "ủy ban kiểm tra", "liên",
    "hội đồng khoa học và công nghệ",
)  # fmt: skip
# Ministries and departments: a name is one of these heads and one of the fields, as people write them.
MINISTRIES = ("bộ", "sở", "ban", "phòng", "ty", "vụ")
FIELDS = (
    "khoa học và công nghệ", "khoa học, công nghệ và môi trường", "khoa học công nghệ", "khoa học - công nghệ",
    "khoa học & công nghệ", "khoa học công nghệ và môi trường", "kh&cn", "khcn", "khcn&mt", "tài chính",
    "kế hoạch và đầu tư", "kh&đt", "khđt", "nội vụ", "tư pháp", "y tế", "công thương", "công nghiệp", "thương mại",
    "xây dựng", "giao thông vận tải", "gtvt", "giao thông công chánh", "tài nguyên và môi trường", "tn&mt", "tnmt",
    "nông nghiệp và phát triển nông thôn", "nn&ptnt", "nnptnt", "nông nghiệp và môi trường", "nn&mt", "nnmt",
    "lao động - thương binh và xã hội", "lao động, thương binh và xã hội", "lao động thương binh và xã hội",
    "lđtb&xh", "lđtbxh", "lđ-tb&xh", "giáo dục và đào tạo", "gd&đt", "gdđt", "văn hóa, thể thao và du lịch",
    "văn hóa - thể thao và du lịch", "văn hóa thể thao và du lịch", "vh,tt&dl", "vhtt&dl", "vhttdl",
    "văn hóa và thể thao", "văn hóa, thông tin", "văn hóa - xã hội", "văn hóa và thông tin",
    "thông tin và truyền thông", "tt&tt", "tttt", "bưu chính, viễn thông", "ngoại giao", "ngoại vụ", "công an",
    "quốc phòng", "dân tộc", "dân tộc và tôn giáo", "du lịch", "quy hoạch - kiến trúc", "chính trị", "nội chính",
    "kinh tế", "kinh tế và hạ tầng", "thủy sản", "tp", "kinh tế, hạ tầng và đô thị", "pháp chế",
)  # fmt: skip
# Heads of other names; the rest of the name is read by its capitals.
HEADS = (
    "tổng cục", "cục", "chi cục", "tổng công ty", "công ty", "tập đoàn", "trung tâm", "viện", "học viện", "trường",
    "ban quản lý", "ban chỉ đạo", "ban", "bộ chỉ huy", "bộ tư lệnh", "công an", "tòa án", "tòa án nhân dân",
    "viện kiểm sát nhân dân", "kho bạc", "ngân hàng", "bảo hiểm xã hội", "hội đồng", "ủy ban", "hội", "hiệp hội",
    "liên hiệp hội", "liên hiệp các hội", "liên đoàn", "đoàn", "quỹ", "bệnh viện", "chi nhánh", "văn phòng", "phòng",
    "thanh tra", "bộ", "sở", "vụ", "mặt trận", "tổ công tác", "điện lực", "đài", "báo", "hạt kiểm lâm", "đoàn đại biểu",
)  # fmt: skip
# A bare head says who issued in front of a verb only: «Sở đã ban hành Kế hoạch số …».
BARE_HEADS = ("bộ", "sở", "cục", "chi cục", "tổng cục", "trung tâm", "viện")
# Small words that go on within a name: Cục Sở hữu trí tuệ, Cục An toàn bức xạ và hạt nhân.
WITHIN = (
    "an toàn", "bảo vệ thực vật", "bức xạ", "chất lượng", "chăn nuôi", "chính sách", "công lập", "công nghệ",
    "công nghiệp", "dân cư", "dân tộc", "doanh nghiệp", "du lịch", "đại biểu quốc hội", "đại học", "đào tạo",
    "đất đai", "đầu tư", "đô thị", "đổi mới sáng tạo", "đo lường", "giao thông", "giáo dục", "giống", "hành chính",
    "hạ tầng", "hạt nhân", "hóa chất", "hợp tác xã", "khoa học", "khí tượng", "khu công nghiệp", "kinh tế",
    "kiểm lâm", "kỹ thuật", "lao động", "lâm nghiệp", "liên minh", "môi trường", "năng lượng", "nghề nghiệp",
    "nguồn nhân lực", "nhà ở", "nhà nước", "nhân dân", "nông lâm sản", "nông nghiệp", "nông sản", "nông thôn",
    "phục vụ hành chính công", "quốc gia", "quốc tế", "sản phẩm", "số", "sở hữu trí tuệ", "thể thao", "thị trường",
    "thông tin", "thống kê", "thú y", "thủy lợi", "thủy sản", "thực phẩm", "thực vật", "thương mại", "tiêu chuẩn",
    "tiến bộ", "tin học", "tối cao", "tôn giáo", "trí tuệ", "truyền thông", "trung ương", "tư pháp", "vận tải",
    "văn hóa", "vật nuôi", "viễn thông", "việt nam", "xã hội", "xuất nhập khẩu", "y tế",
)  # fmt: skip
