"""The registers of science and technology tasks: programmes, tasks, their parts, dated lists."""

from sokhcn.areas.research.register import lists, overseeing, parts, tasks

REGISTERS = (*lists.REGISTERS, *tasks.REGISTERS, *overseeing.REGISTERS, *parts.REGISTERS, *lists.CODES)
