"""What all registers share: their common rows, the gate of every write, and how questions are asked."""
