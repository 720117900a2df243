"""The document as plain text that reads well in any editor."""
