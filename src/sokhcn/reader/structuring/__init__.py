"""The structure of a report from its numbering and wording: head, title, sections, items, recipients, signature."""
