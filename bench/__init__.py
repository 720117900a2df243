"""What the system takes on a million rows and on paper, against the shortest way to the same."""
