"""What the pages of a template are made with besides their views, and what a page shows, each in one short text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from gongkai.mkdocs_plugins.fingerprints import TemplateText, digest, template_key
from gongkai.mkdocs_plugins.lean_templates import LeanEnvironment
from gongkai.mkdocs_plugins.view_content import view_content
from gongkai.views.pages import PageView
from gongkai.views.spec import PageSpec


@dataclass(slots=True)
class Looks:
    """What the pages of one template are made with besides their views; `site` stands for the site view."""

    environment: LeanEnvironment
    site: str
    known: dict[str, str] = field(default_factory=dict)
    read: dict[str, TemplateText] = field(default_factory=dict)

    def of(self, template: str) -> str:
        """The digest of the site view and of a page template with all that it draws in; empty: nobody can say."""
        if template not in self.known:
            found = template_key(self.environment, f"pages/{template}.html", self.read)
            self.known[template] = digest(self.site, found) if found else ""
        return self.known[template]

    def fingerprint(self, spec: PageSpec, view: PageView) -> str:
        """What a page shows, in one short text; empty when nobody can say.

        The body is in a view by the checksum of its source.
        """
        look = self.of(spec.template)
        if not look:
            return ""
        return hashlib.sha256(f"{look}{spec.path}\0".encode() + view_content(view)).hexdigest()
