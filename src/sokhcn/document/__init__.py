"""One model of an administrative document: compiled, read, checked and printed in the same shape."""
