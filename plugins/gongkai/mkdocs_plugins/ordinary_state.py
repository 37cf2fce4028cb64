"""Whether the ordinary pages in the site are as MkDocs would make them again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gongkai.mkdocs_plugins.context import BuildContext
from gongkai.mkdocs_plugins.fingerprints import digest, template_key
from gongkai.mkdocs_plugins.looks import Looks
from gongkai.mkdocs_plugins.output import Output
from gongkai.planning.stamps import checksum

FACT, FILES = "ordinary", "ordinary_files"


def ordinary_key(context: BuildContext, looks: Looks) -> str:
    """All that MkDocs makes the ordinary pages from; empty when nobody can say."""
    settings, plan = context.settings, context.planned()
    template = template_key(looks.environment, "main.html")
    if not (settings.alone and settings.configuration and template):
        return ""
    names = sorted({*plan.loaded.ordinary, *plan.ordinary.pictures})
    sources = [(name, checksum(str(settings.content / name))) for name in names]
    links = sorted(plan.ordinary.links.items())
    return digest(looks.site, settings.configuration, template, repr(sources), repr(links))


def keep_ordinary_pages(facts: Mapping[str, Any], key: str, output: Output) -> bool:
    """Keep what MkDocs made in the last build, if it would make the same now and all of it is there."""
    files = facts.get(FILES)
    if not key or facts.get(FACT) != key or not isinstance(files, list):
        return False
    return all(file in output.standing for file in files) and all(output.keep(file) for file in files)
