"""Ordinary pages (关于 …) in preview: MkDocs makes them, all at once, when the first of them is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mkdocs.commands.build import _populate_page, get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import get_navigation

from gongkai.mkdocs_plugins.context import Plan
from gongkai.mkdocs_plugins.handed_pages import without_handed


def ordinary_files(config: MkDocsConfig, plan: Plan) -> dict[str, bytes]:
    """Path below the site → bytes, of the ordinary pages and the pictures that they name, as a build writes them."""
    if not plan.loaded.ordinary:
        return {}
    sources = sorted({*plan.loaded.ordinary, *plan.ordinary.pictures})
    files = Files([_file(source, config) for source in sources])
    files = without_handed(config.plugins.on_files(files, config=config))
    pictures = {f.dest_uri: Path(str(f.abs_src_path)).read_bytes() for f in files if f.is_media_file()}
    return pictures | dict(_pages(files, config))


def _file(source: str, config: MkDocsConfig) -> File:
    return File(source, config.docs_dir, config.site_dir, config.use_directory_urls)


def _pages(files: Files, config: MkDocsConfig) -> Iterator[tuple[str, bytes]]:
    """The same events in the same order as in MkDocs' own loop."""
    environment = config.plugins.on_env(config.theme.get_env(), config=config, files=files)
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    pages = [file.page for file in files.documentation_pages() if file.page is not None]
    for page in pages:
        _populate_page(page, config, files)
    for page in pages:
        page.active = True
        context = get_context(nav, files, config, page)
        template = environment.get_template(str(page.meta.get("template", "main.html")))
        context = config.plugins.on_page_context(context, page=page, config=config, nav=nav)
        output = config.plugins.on_post_page(template.render(context), page=page, config=config)
        page.active = False
        yield page.file.dest_uri, output.encode("utf-8", errors="xmlcharrefreplace")
