"""Reports that others wrote: brought, read beside their proposals, decided on row by row, compiled again."""
