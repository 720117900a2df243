"""The figures, tables and rows of a document as a workbook."""
