"""Backup and restore: the database and the stored files in one archive, with the SHA-256 of all that is in it."""
