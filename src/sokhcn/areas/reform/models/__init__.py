"""What the department keeps of administrative reform: plans, procedures and their dossiers, documents reviewed."""

from sokhcn.areas.reform.models.plans import PlanActivity, ReformPlan
from sokhcn.areas.reform.models.procedures import LateDossier, Procedure, ProcedureTally
from sokhcn.areas.reform.models.reviews import DocumentReview

__all__ = ["DocumentReview", "LateDossier", "PlanActivity", "Procedure", "ProcedureTally", "ReformPlan"]
