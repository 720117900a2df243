"""Numbers of outgoing papers: taken here or told by the document system, and the outgoing book."""
