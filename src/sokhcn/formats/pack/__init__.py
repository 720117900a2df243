"""A pack of files with a manifest: one ZIP that proves by itself whether it is whole."""
