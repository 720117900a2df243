"""Advisory documents: what the department drafts for others to issue (1. tham mưu văn bản)."""
