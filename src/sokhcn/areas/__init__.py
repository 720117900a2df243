"""The areas of the department: eight rooms of the same shape, in the order of the report."""
