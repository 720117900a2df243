"""The address plate: settings, addresses and the server's entry."""
