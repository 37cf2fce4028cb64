"""Compiled templates that reach the same bytes with less ado.

A page has some two hundred outputs, two hundred and fifty looks into values and forty calls of macros. Jinja
prepares each for what our templates never do; this compiler writes what they do as plain Python:

* `escape` gives a plain text where markupsafe's makes a `Markup` only to be joined a moment later, and a text is
  escaped where it stands, without the call;
* templates and blocks gather their parts in a list, as macros do: a part that is yielded wakes every template
  above it;
* `a.b` is Python's own: Jinja's looks for a key as well when there is no such attribute. A template that needs
  that is compiled once more by Jinja's own compiler, and its page is made again from the start;
* a macro that is called with its arguments in their places is called, without `Context.call` and
  `Macro.__call__` looking for the ways in which it might be called otherwise; where its text is put out at once, no
  `Markup` is made of it;
* templates are found by name in one step, for they do not change during a build.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sequence
from functools import partial
from keyword import iskeyword
from types import CodeType
from typing import Any

import markupsafe
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import Environment, Template
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup
from markupsafe import escape as full_escape

# What markupsafe's `escape` asks for the characters of a text; a version without it is asked for the whole.
plain: Callable[[str], str] = getattr(markupsafe, "_escape_inner", full_escape)

__all__ = ["LeanEnvironment", "LeanMacro", "escape", "partial", "plain"]


def escape(value: object) -> str:
    """Text for HTML: the same characters as markupsafe's, as a plain text."""
    kind = type(value)
    if kind is str:
        return plain(value)  # type: ignore[arg-type]
    return value if kind is Markup else full_escape(value)  # type: ignore[return-value]


class LeanMacro(Macro):
    """A macro; called with no more than its arguments in their places, it makes its text at once.

    `text` gives what it puts out, as a plain text.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.text: Callable[..., str] = self._escaped
        if self._default_autoescape and not (self.catch_kwargs or self.catch_varargs or self.caller):
            # `missing` lets the macro take the default of an argument.
            self._func.__defaults__ = (missing,) * self._argument_count
            self.text = self._func

    def _escaped(self, *args: Any) -> str:
        return escape(self(*args))

    def __call__(self, *args: Any, **kwargs: Any) -> str:
        """The text of the macro."""
        lacking = self._argument_count - len(args)
        if kwargs or lacking < 0 or self.catch_kwargs or self.catch_varargs or self.caller:
            return super().__call__(*args, **kwargs)
        text = self._func(*args, *(missing,) * lacking) if lacking else self._func(*args)
        return str.__new__(Markup, text) if self._default_autoescape else text


class LeanGenerator(CodeGenerator):
    """Jinja's compiler, with other words for what templates do all the time."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's name
        """Compile a template."""
        # What includes without context put out does not go through the list of a frame.
        self.gathers = all(each.with_context for each in node.find_all(nodes.Include))
        super().visit_Template(node, frame)
        # The last line of the module takes the place of the first, which imports Jinja's.
        self.writeline(f"from {__name__} import LeanMacro as Macro, escape, partial, plain")

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        """The body of a template, a block, a loop …; the outermost ones gather what they put out."""
        outermost = frame.buffer is None and self.gathers
        if outermost:
            self.buffer(frame)
        super().blockvisit(nodes, frame)
        if outermost:
            self.writeline(f"yield concat({frame.buffer})")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if not _escapes(frame, finalize):
            super()._output_child_pre(node, frame, finalize)
        elif isinstance(node, nodes.Call) and _may_call_macro(node):
            self.write("(")
            self.visit(node.node, frame)
            self.write(".text(")
            for each in node.args:
                self.visit(each, frame)
                self.write(", ")
            self.write(") if type(")
            self.visit(node.node, frame)
            self.write(") is Macro else escape(")
        else:
            self.write("(plain(_it) if type(_it := (")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if not _escapes(frame, finalize):
            super()._output_child_post(node, frame, finalize)
        elif isinstance(node, nodes.Call) and _may_call_macro(node):
            self.write("))")
        else:
            self.write(")) is str else escape(_it))")

    def visit_Block(self, node: nodes.Block, frame: Frame) -> None:  # noqa: N802
        """`{% block %}` where it stands; Jinja's own words for all but the plainest."""
        if frame.buffer is None or node.scoped or node.required or self.extends_so_far:
            super().visit_Block(node, frame)
        else:
            self.writeline(f"{frame.buffer}.extend(context.blocks[{node.name!r}][0](context))", node)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """`a.b`."""
        if not node.attr.isidentifier() or iskeyword(node.attr) or node.attr.startswith("_"):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """`name(a, b, c=d)`; anything else that is called is called as Jinja does it."""
        odd = _odd(node, [pair for pair in node.kwargs if iskeyword(pair.key)])
        if forward_caller or odd or not isinstance(node.node, nodes.Name):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(" if type(")
        self.visit(node.node, frame)
        self.write(") is Macro else partial(context.call, ")
        self.visit(node.node, frame)
        self.write(", _loop_vars=_loop_vars" if frame.loop_frame else "")
        self.write(", _block_vars=_block_vars" if frame.block_frame else "")
        self.write("))(")
        for each in (*node.args, *node.kwargs):
            self.visit(each, frame)
            self.write(", ")
        self.write(")")


def _escapes(frame: Frame, finalize: Any) -> bool:
    """Whether an output is escaped, and that is all that is done to it."""
    return frame.eval_ctx.autoescape is True and not frame.eval_ctx.volatile and finalize.src is None


def _odd(node: nodes.Call, words: Sequence[nodes.Keyword]) -> bool:
    """Whether a call has more than arguments in their places; `words` are those of its named ones that count."""
    return bool(words or node.dyn_args or node.dyn_kwargs)


def _may_call_macro(node: nodes.Call) -> bool:
    """Whether a call may be one of a macro whose text is put out without a copy."""
    return isinstance(node.node, nodes.Name) and not _odd(node, node.kwargs)


class Trees(dict[str, nodes.Template]):
    """Parsed templates by their source, for one compiling each. A spawned process gets none: it parses its own."""

    def __reduce__(self) -> tuple[type[Trees], tuple[()]]:
        return (Trees, ())


class LeanTemplate(Template):
    """A template compiled by `LeanGenerator`."""

    environment: LeanEnvironment

    def render(self, *args: Any, **kwargs: Any) -> str:
        """The text; by Jinja's own compiler where a template asks for something that is no attribute."""
        names = dict(*args, **kwargs)
        try:
            return self.environment.concat(self.root_render_func(self.new_context(names)))
        except AttributeError:
            return self.environment.careful().get_template(str(self.name)).render(names)
        except Exception:  # noqa: BLE001 - raised again by Jinja, with the template's own lines
            self.environment.handle_exception()


class LeanEnvironment(Environment):
    """An environment with our compiler; the bytes of pages are the same."""

    code_generator_class: type[CodeGenerator] = LeanGenerator
    template_class: type[Template] = LeanTemplate

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found: dict[str, Template] = {}
        self.trees = Trees()
        self.codes: Mapping[tuple[str, str], CodeType] = {}
        """Templates that are compiled already, by name and source."""
        self.other: LeanEnvironment | None = None

    def parse(self, source: str, name: str | None = None, filename: str | None = None) -> nodes.Template:
        """A template's tree: whoever asks for it mostly wants to know what belongs to a template soon compiled."""
        tree = self.trees[source] = super().parse(source, name, filename)
        return tree

    def compile(self, source: Any, name: str | None = None, *args: Any, **kwargs: Any) -> Any:
        """A template's code, if nobody has compiled it."""
        return self.codes.get((name or "", source)) or super().compile(source, name, *args, **kwargs)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        # Compiling may fold constants in a tree, so each is used for that once.
        tree = self.trees.pop(source, None)
        return super()._parse(source, name, filename) if tree is None else tree

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja's name
    ) -> Template:
        """A template by name; it is read once, and templates know no names besides the environment's."""
        if globals or not isinstance(name, str):
            return super().get_template(name, parent, globals)
        template = self.found.get(name)
        if template is None:
            template = self.found[name] = super().get_template(name, parent)
        return template

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The names that templates know; without any of a template's own these are the environment's themselves."""
        return super().make_globals(d) if d else self.globals

    def careful(self) -> LeanEnvironment:
        """The same environment with Jinja's own compiler."""
        if self.other is None:
            self.other = self.overlay()
            self.other.code_generator_class = CodeGenerator
            self.other.template_class = Template
            self.other.found, self.other.trees, self.other.codes = {}, Trees(), {}
        return self.other
