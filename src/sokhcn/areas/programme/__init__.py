"""Key tasks of the year and the plans that carry them out (2. nhiệm vụ trọng tâm)."""
