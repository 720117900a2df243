"""Outside forms of a document, one folder each, by form and not by direction: what one writes its neighbour reads."""
