"""The registers of science and technology tasks: tasks, then their parts, programmes and dated lists."""

from sokhcn.areas.research.register import lists, overseeing, parts, tasks

REGISTERS = (*lists.REGISTERS, *tasks.REGISTERS, *overseeing.REGISTERS, *parts.REGISTERS)
