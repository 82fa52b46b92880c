"""Calls from templates, without the search for what Jinja passes to some functions: the methods of a view take none of it."""

from __future__ import annotations

from types import MethodType
from typing import Any

from jinja2.runtime import Context

from .vue import Vue


class Contexte(Context):
    """What a template sees."""

    def call(__self, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Call a method of a view at once, anything else as Jinja does; as there, keywords may bear any name."""
        if __obj.__class__ is MethodType and __obj.__self__.__class__ is Vue:
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
            return __obj(*args, **kwargs)
        return super().call(__obj, *args, **kwargs)
