"""The parts of noticing that an issued figure would be another one now."""
