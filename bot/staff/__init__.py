"""What holds for staff: roles and rights, passwords, the names by which people are called. Pure: no SQL, no web."""
