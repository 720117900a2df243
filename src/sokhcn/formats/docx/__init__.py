"""A document as .docx: written in the layout of Decree 30/2020/NĐ-CP, with figures and papers as content controls."""
