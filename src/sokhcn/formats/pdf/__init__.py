"""A document as PDF: archival (PDF/A-2a), accessible (PDF/UA-1), in the layout of Decree 30/2020/NĐ-CP."""
