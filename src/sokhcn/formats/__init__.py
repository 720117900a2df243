"""Outside forms of a document, one folder each: what a form prints and what it reads back stand side by side."""
