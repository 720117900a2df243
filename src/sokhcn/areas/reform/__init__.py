"""Administrative reform: the plans that the department issues for it (3. cải cách hành chính)."""
