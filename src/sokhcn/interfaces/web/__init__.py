"""The web pages: forms in, pages and files out, one verb of ``reports`` behind each."""
