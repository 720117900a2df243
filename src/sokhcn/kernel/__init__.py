"""The words everything speaks: no Django, no input or output."""
