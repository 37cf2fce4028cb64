"""Which pages need not even be looked at: what they were computed from is the same as it was then."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gongkai.mkdocs_plugins.fingerprints import digest
from gongkai.mkdocs_plugins.looks import Looks
from gongkai.mkdocs_plugins.output import Output
from gongkai.model.watched import Digests
from gongkai.planning.state import Recipe
from gongkai.views.spec import PageSpec


@dataclass(frozen=True, slots=True)
class PageKeys:
    """Keys of pages: `common` is what every view is computed from, `digests` what is looked up besides."""

    common: str
    looks: Looks
    digests: Digests

    def key(self, spec: PageSpec, seen: Iterable[str]) -> str:
        """The content of everything that a page is made from: `seen` names what it looks at.

        Empty when nobody can say.
        """
        look = self.looks.of(spec.template)
        if not look:
            return ""
        found = map(self.digests.of, seen)
        return digest(self.common, look, spec.path, spec.template, spec.feature, repr(spec.key), *found)

    def keep_same(
        self, specs: Iterable[PageSpec], recipes: Mapping[str, Recipe], output: Output
    ) -> tuple[PageSpec, ...]:
        """Keep the pages that are in the site as they would come out; returns the others."""
        return tuple(spec for spec in specs if not self._is_same(spec, recipes.get(spec.file), output))

    def _is_same(self, spec: PageSpec, recipe: Recipe | None, output: Output) -> bool:
        if recipe is None or not recipe.key or spec.file not in output.standing:
            return False
        return self.key(spec, json.loads(recipe.reads)) == recipe.key and output.keep(spec.file)

    def recipes(
        self, specs: Iterable[PageSpec], former: Mapping[str, Recipe], output: Output
    ) -> dict[str, Recipe]:
        """From what every page of the site is made now."""
        found: dict[str, Recipe] = {}
        for spec in specs:
            made = output.made.get(spec.file)
            if made is None:
                found[spec.file] = former[spec.file]
            else:
                # Whoever made the page made its key: on all cores, not here.
                found[spec.file] = Recipe(output.keys[spec.file], made.fingerprint, made.looked_at)
        return found
