"""From figures and wording to a document."""
