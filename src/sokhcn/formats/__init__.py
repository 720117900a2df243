"""Outside forms of a document, one folder each: what one side writes the other reads; none knows its neighbours."""
