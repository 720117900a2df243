"""Radiation and nuclear safety: licences, worker certificates, emergency training (6. an toàn bức xạ và hạt nhân)."""
