"""The same register kept with django-import-export and django-simple-history: a yardstick for `make bench`."""
