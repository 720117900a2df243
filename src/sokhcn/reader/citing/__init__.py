"""How mentions of papers are recognised: types, codes, dates, issuers, subjects, all joined."""
