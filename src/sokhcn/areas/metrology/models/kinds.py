"""Kinds of measuring instruments, and the field of measurement that each belongs to.

A kind is what a rule of intervals speaks of: kinds whose interval depends on how they work stand apart, and the kind
that does not say how (``WATER_METER``) has no interval of its own.
"""

from collections.abc import Mapping
from types import MappingProxyType

from django.db import models


class InstrumentKind(models.TextChoices):
    FUEL_DISPENSER = "fuel_dispenser", "Cột đo xăng dầu"
    LPG_DISPENSER = "lpg_dispenser", "Cột đo khí dầu mỏ hóa lỏng"
    TAXIMETER = "taximeter", "Taximet"
    ELECTRICITY_METER = "electricity_meter", "Công tơ điện"
    SINGLE_PHASE_METER = "single_phase_meter", "Công tơ điện xoay chiều 1 pha kiểu điện tử"
    THREE_PHASE_METER = "three_phase_meter", "Công tơ điện xoay chiều 3 pha kiểu điện tử"
    THREE_PHASE_INDUCTION = "three_phase_induction", "Công tơ điện xoay chiều 3 pha kiểu cảm ứng"
    CURRENT_TRANSFORMER = "current_transformer", "Biến dòng đo lường"
    VOLTAGE_TRANSFORMER = "voltage_transformer", "Biến áp đo lường"
    EV_CHARGER_BIKE = "ev_charger_bike", "Thiết bị sạc điện xoay chiều cho xe đạp, xe máy điện"
    EV_CHARGER_AC = "ev_charger_ac", "Thiết bị sạc điện xoay chiều cho ô tô điện"
    EV_CHARGER_DC = "ev_charger_dc", "Thiết bị sạc điện một chiều cho ô tô điện"
    WATER_METER = "water_meter", "Đồng hồ nước lạnh"
    WATER_METER_MECHANICAL = "water_meter_mechanical", "Đồng hồ nước lạnh cơ khí"
    WATER_METER_ELECTRONIC = "water_meter_electronic", "Đồng hồ nước lạnh có cơ cấu điện tử"
    FUEL_METER = "fuel_meter", "Đồng hồ xăng dầu"
    LPG_METER = "lpg_meter", "Đồng hồ khí dầu mỏ hóa lỏng"
    GAS_METER_SMALL = "gas_meter_small", "Đồng hồ khí dân dụng kiểu màng"
    GAS_METER_LARGE = "gas_meter_large", "Đồng hồ khí công nghiệp kiểu màng"
    GAS_METER_TURBINE = "gas_meter_turbine", "Đồng hồ khí kiểu rotary, tuabin"
    SPRING_SCALE = "spring_scale", "Cân đồng hồ lò xo"
    PLATFORM_SCALE = "platform_scale", "Cân bàn"
    BEAM_SCALE = "beam_scale", "Cân đĩa"
    CRANE_SCALE = "crane_scale", "Cân treo"
    WEIGHBRIDGE = "weighbridge", "Cân ô tô"
    RAIL_SCALE = "rail_scale", "Cân tàu hỏa"
    BELT_SCALE = "belt_scale", "Cân băng tải"
    OVERLOAD_SCALE = "overload_scale", "Cân kiểm tra quá tải xe xách tay"
    ANALYTICAL_BALANCE = "analytical_balance", "Cân phân tích"
    TECHNICAL_BALANCE = "technical_balance", "Cân kỹ thuật"
    WEIGHT = "weight", "Quả cân"
    WEIGHT_E2 = "weight_e2", "Quả cân cấp chính xác E2"
    VOLUME_MEASURE = "volume_measure", "Ca đong, bình đong, thùng đong"
    STORAGE_TANK = "storage_tank", "Bể đong cố định"
    TANK_TRUCK = "tank_truck", "Xi téc ô tô"
    LEVEL_GAUGE = "level_gauge", "Phương tiện đo mức xăng dầu tự động"
    TAPE = "tape", "Thước cuộn"
    DISTANCE_METER = "distance_meter", "Phương tiện đo khoảng cách quang điện"
    DEPTH_SOUNDER = "depth_sounder", "Phương tiện đo độ sâu đáy nước"
    UNDERGROUND_DEPTH = "underground_depth", "Phương tiện đo độ sâu công trình ngầm"
    LEVELLING = "levelling", "Phương tiện đo thủy chuẩn"
    TOTAL_STATION = "total_station", "Toàn đạc điện tử"
    PRESSURE_GAUGE = "pressure_gauge", "Áp kế"
    SPHYGMOMANOMETER = "sphygmomanometer", "Huyết áp kế"
    CLINICAL_THERMOMETER = "clinical_thermometer", "Nhiệt kế y học"
    ELECTRONIC_THERMOMETER = "electronic_thermometer", "Nhiệt kế y học điện tử"
    THERMOMETER = "thermometer", "Nhiệt kế"
    ECG = "ecg", "Máy đo điện tim"
    EEG = "eeg", "Máy đo điện não"
    BREATH_ANALYSER = "breath_analyser", "Máy đo nồng độ cồn trong hơi thở"
    EXHAUST_ANALYSER = "exhaust_analyser", "Máy đo khí thải xe cơ giới"
    SPEED_METER = "speed_meter", "Máy đo tốc độ phương tiện giao thông"
    EARTH_TESTER = "earth_tester", "Máy đo điện trở tiếp đất"
    INSULATION_TESTER = "insulation_tester", "Máy đo điện trở cách điện"
    PH_METER = "ph_meter", "Máy đo pH"
    OXYGEN_METER = "oxygen_meter", "Máy đo nồng độ ô xy hòa tan"
    CONDUCTIVITY_METER = "conductivity_meter", "Máy đo độ dẫn điện"
    TURBIDITY_METER = "turbidity_meter", "Máy đo độ đục"
    SOUND_METER = "sound_meter", "Máy đo độ ồn"
    VIBRATION_METER = "vibration_meter", "Máy đo độ rung động"
    LUX_METER = "lux_meter", "Máy đo độ rọi"
    LENS_METER = "lens_meter", "Máy đo tiêu cự kính mắt"
    OTHER = "other", "Phương tiện đo khác"


_Kind = InstrumentKind
# The fields of measurement in which a laboratory is designated and works.
FIELDS: Mapping[str, tuple[InstrumentKind, ...]] = MappingProxyType(
    {
        "Độ dài": (
            *(_Kind.TAPE, _Kind.DISTANCE_METER, _Kind.DEPTH_SOUNDER, _Kind.UNDERGROUND_DEPTH, _Kind.LEVELLING),
            *(_Kind.TOTAL_STATION, _Kind.TAXIMETER, _Kind.SPEED_METER),
        ),
        "Khối lượng": (
            *(_Kind.SPRING_SCALE, _Kind.PLATFORM_SCALE, _Kind.BEAM_SCALE, _Kind.CRANE_SCALE, _Kind.WEIGHBRIDGE),
            *(_Kind.RAIL_SCALE, _Kind.BELT_SCALE, _Kind.OVERLOAD_SCALE, _Kind.ANALYTICAL_BALANCE),
            *(_Kind.TECHNICAL_BALANCE, _Kind.WEIGHT, _Kind.WEIGHT_E2),
        ),
        "Dung tích, lưu lượng": (
            *(_Kind.FUEL_DISPENSER, _Kind.LPG_DISPENSER, _Kind.WATER_METER, _Kind.WATER_METER_MECHANICAL),
            *(_Kind.WATER_METER_ELECTRONIC, _Kind.FUEL_METER, _Kind.LPG_METER, _Kind.GAS_METER_SMALL),
            *(_Kind.GAS_METER_LARGE, _Kind.GAS_METER_TURBINE, _Kind.VOLUME_MEASURE, _Kind.STORAGE_TANK),
            *(_Kind.TANK_TRUCK, _Kind.LEVEL_GAUGE),
        ),
        "Áp suất": (_Kind.PRESSURE_GAUGE, _Kind.SPHYGMOMANOMETER),
        "Nhiệt độ": (_Kind.CLINICAL_THERMOMETER, _Kind.ELECTRONIC_THERMOMETER, _Kind.THERMOMETER),
        "Điện, điện từ": (
            *(_Kind.ELECTRICITY_METER, _Kind.SINGLE_PHASE_METER, _Kind.THREE_PHASE_METER),
            *(_Kind.THREE_PHASE_INDUCTION, _Kind.CURRENT_TRANSFORMER, _Kind.VOLTAGE_TRANSFORMER),
            *(_Kind.EV_CHARGER_BIKE, _Kind.EV_CHARGER_AC, _Kind.EV_CHARGER_DC, _Kind.ECG, _Kind.EEG),
            *(_Kind.EARTH_TESTER, _Kind.INSULATION_TESTER),
        ),
        "Hóa lý": (
            *(_Kind.BREATH_ANALYSER, _Kind.EXHAUST_ANALYSER, _Kind.PH_METER, _Kind.OXYGEN_METER),
            *(_Kind.CONDUCTIVITY_METER, _Kind.TURBIDITY_METER),
        ),
        "Âm thanh, rung động": (_Kind.SOUND_METER, _Kind.VIBRATION_METER),
        "Quang học": (_Kind.LUX_METER, _Kind.LENS_METER),
    }
)
ANOTHER_FIELD = "Lĩnh vực khác"


def field_of(kind: str) -> str:
    """The field of measurement of ``kind``."""
    return next((field for field, kinds in FIELDS.items() if kind in kinds), ANOTHER_FIELD)
