"""Stage three: the finished build folder takes the place of the former site, file by file."""

from __future__ import annotations

import shutil

from gongkai.exports.manifest import make_manifest, read_manifest
from gongkai.mkdocs_plugins.context import BuildContext
from gongkai.mkdocs_plugins.planning_stage import former_titles
from gongkai.mkdocs_plugins.report import BuildReport, item_changes
from gongkai.planning.last_good import LastGood
from gongkai.planning.publish import claim, replace


def begin(context: BuildContext) -> None:
    """Refuse an output folder that is not ours, before anything is read."""
    claim(context.settings.site_folder, context.settings.force, protected=(context.settings.content,))


def publish(context: BuildContext, seconds: float) -> BuildReport:
    """Write the manifest, replace the former site, remember every public item's last good source."""
    settings, plan = context.settings, context.planned()
    built, site = settings.build_folder, settings.site_folder
    former = read_manifest(site)
    (built / "manifest.json").write_bytes(make_manifest(built))
    changes = replace(built, site, former)
    shutil.rmtree(built, ignore_errors=True)
    catalog = plan.loaded.catalog
    if not settings.preview:
        with LastGood(settings.state) as store:
            store.record(plan.loaded.good_sources())
    titles = former_titles(plan.loaded)
    return BuildReport(
        folder=str(site),
        items=len(catalog.items),
        pages=len(plan.specs) + len(plan.loaded.ordinary),
        rendered=len(plan.specs) + len(plan.loaded.ordinary),
        unchanged=len(changes.unchanged),
        removed=len(changes.removed),
        seconds=seconds,
        problems=plan.problems,
        held=catalog.held,
        kept=catalog.kept,
        changes=item_changes(changes.added, changes.changed, changes.removed, titles),
        first=former is None,
    )


def abandon(context: BuildContext) -> None:
    """After a failure: drop the half-made folder."""
    shutil.rmtree(context.settings.build_folder, ignore_errors=True)
