"""What falls due of radiation safety: licences and dossiers, and what facilities do again and again."""

from sokhcn.areas.radiation.deadlines.facilities import OF_FACILITIES
from sokhcn.areas.radiation.deadlines.papers import OF_PAPERS

DEADLINES = (*OF_PAPERS, *OF_FACILITIES)
