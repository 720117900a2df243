"""Chapters that units own: confirming, writing by hand, recompiling, taking back, comparing."""
