"""The document as JSON: the form an edition keeps, exact both ways."""
