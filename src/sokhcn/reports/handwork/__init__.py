"""What people wrote and overrode in a report, put into the document that was compiled."""
