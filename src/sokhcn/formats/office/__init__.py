"""Documents that only LibreOffice reads: .doc, .odt, .rtf."""
