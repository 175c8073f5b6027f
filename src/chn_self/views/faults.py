"""Faults of a file in words."""

from chn_self.files.faults import Fault
from chn_self.views.words import Words


def fault_text(fault: Fault, words: Words) -> str:
    """What is wrong and where, such as `connections[3].closeness: expected 1, 2, 3 or nothing`."""
    text = words(f"faults.{fault.problem}", **fault.values)
    return f"{fault.where}: {text}" if fault.where else text
