"""The areas of the department: rooms of the same shape, in the order of the report."""
