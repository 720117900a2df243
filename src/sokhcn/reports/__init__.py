"""The foreman: the only place where registers, figures, wording, formats and people meet."""
