"""How mentions of legal and administrative papers are recognised: types, codes, dates, issuers, subjects, and the joining."""
