"""Science and technology tasks from contract to liquidation (4. nghiên cứu khoa học)."""
