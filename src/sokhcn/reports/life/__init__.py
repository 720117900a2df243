"""The way of a report from draft to issue: its steps, who takes them, and what must hold before."""
