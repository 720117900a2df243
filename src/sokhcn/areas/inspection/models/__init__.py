"""What is written down of inspections and checks: campaigns, their parts, sanctions, and which kinds hold when."""

from sokhcn.areas.inspection.models.campaign import Campaign as Campaign
from sokhcn.areas.inspection.models.campaign import KindInForce as KindInForce
from sokhcn.areas.inspection.models.part import Recommendation as Recommendation
from sokhcn.areas.inspection.models.part import Visit as Visit
from sokhcn.areas.inspection.models.sample import Sample as Sample
from sokhcn.areas.inspection.models.sanction import Sanction as Sanction
from sokhcn.areas.inspection.models.sanction import Violation as Violation
