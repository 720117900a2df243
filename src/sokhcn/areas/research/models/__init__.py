"""What is written down of science and technology tasks: the task itself, its parts, programmes and dated lists."""

from sokhcn.areas.research.models.following import Application as Application
from sokhcn.areas.research.models.following import Milestone as Milestone
from sokhcn.areas.research.models.following import Product as Product
from sokhcn.areas.research.models.overseeing import Adjustment as Adjustment
from sokhcn.areas.research.models.overseeing import Check as Check
from sokhcn.areas.research.models.overseeing import Council as Council
from sokhcn.areas.research.models.programme import CodeInForce as CodeInForce
from sokhcn.areas.research.models.programme import Programme as Programme
from sokhcn.areas.research.models.spending import Disbursement as Disbursement
from sokhcn.areas.research.models.task import Task as Task
