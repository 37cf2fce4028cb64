"""Stage three: the finished build folder takes the place of the former site, file by file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from gongkai.exports.manifest import (
    FileFact,
    Manifest,
    ManifestError,
    is_ours,
    manifest_file,
    read_manifest,
    survey,
)
from gongkai.mkdocs_plugins.context import BuildContext
from gongkai.mkdocs_plugins.looking_back import open_former, site_name
from gongkai.mkdocs_plugins.output import Output
from gongkai.mkdocs_plugins.planning_stage import former_titles, item_file
from gongkai.mkdocs_plugins.remembering import WHOLE, remember
from gongkai.mkdocs_plugins.report import BuildReport, item_changes
from gongkai.planning.claim import claim
from gongkai.planning.lock import lock_site
from gongkai.planning.publish import MANIFEST
from gongkai.planning.publish import replace as put_in_place
from gongkai.planning.stamps import stamp_of
from gongkai.planning.state import StateFile
from gongkai.planning.workspace import drop_build_folder, fresh_build_folder


def begin(context: BuildContext) -> None:
    """Refuse an output folder that is not ours, take the lock, and make an empty folder to build in."""
    settings = context.settings
    claim(settings.site_folder, content=settings.content, force=settings.force, is_ours=_knows(context))
    context.lock = lock_site(settings.site_folder)
    fresh_build_folder(settings.site_folder)
    context.former = open_former(context)


def _knows(context: BuildContext) -> Callable[[Path], bool]:
    """Whether a folder is a site of ours: by its manifest, which need not be read if it is as we left it."""
    file = StateFile(context.settings.state)

    def knows(site: Path) -> bool:
        noted = file.output(MANIFEST) if site_name(context.settings) == str(site) else None
        return (noted is not None and noted.stamp == stamp_of(site / MANIFEST)) or is_ours(site)

    return knows


def publish(context: BuildContext, seconds: float) -> BuildReport:
    """Write the manifest, replace the former site, remember what was made from what."""
    settings, plan = context.settings, context.planned()
    built, site = settings.build_folder, settings.site_folder
    former = _former_paths(context)
    with context.times.stage("核对和发布"):
        output = context.output or Output(built)
        made = _made(context, output)
        files = {**made, **_kept(output)}
        manifest = manifest_file(files)
        (built / MANIFEST).write_bytes(manifest)
        changes = put_in_place(built, site, former or (), output.kept, (*made, MANIFEST))
    catalog = plan.loaded.catalog
    pages = len(plan.specs) + len(plan.loaded.ordinary)
    ordinary = 0 if context.ordinary_kept else len(plan.loaded.ordinary)
    ours = sum(made.rendered for made in output.made.values())
    rendered = ordinary + (len(plan.specs) if settings.by_mkdocs else ours)
    report = BuildReport(
        folder=str(site),
        items=len(catalog.items),
        pages=pages,
        rendered=rendered,
        unchanged=pages - rendered,
        removed=sum(path.endswith(".html") for path in changes.removed),
        seconds=seconds,
        problems=plan.problems,
        held=catalog.held,
        kept=catalog.kept,
        changes=item_changes(
            changes.added,
            changes.changed,
            changes.removed,
            former_titles(plan.loaded),
            {item_file(item) for item in catalog.tombstones},
        ),
        first=former is None,
    )
    with context.times.stage("记下这次构建"):
        note = remember(context, files, manifest, report, as_written=changes.whole)
    end(context)
    return replace(report, notes=tuple(sorted({line for line in (*output.notes, note) if line})))


def _made(context: BuildContext, output: Output) -> Manifest:
    """The facts of all files in the build folder: as they were written, where nobody else writes there."""
    if context.direct:
        return {path: written.fact for path, written in output.files.items()}
    return survey(context.settings.build_folder, output.known)


def _kept(output: Output) -> dict[str, FileFact]:
    """The facts of files that stay as they are; one that was written after all has others."""
    standing = output.standing
    return {
        p: FileFact(standing[p].sha256, standing[p].stamp.size) for p in output.kept - output.files.keys()
    }


def _former_paths(context: BuildContext) -> tuple[str, ...] | None:
    """What the former manifest names; None when there is no former site.

    One that stands as the last build left it names what that build noted: it need not be read.
    """
    former = context.looked_back()
    if MANIFEST in former.standing and former.stored.facts.get(WHOLE):
        return tuple(path for path in former.stored.outputs if path != MANIFEST)
    try:
        return tuple(read_manifest(context.settings.site_folder))
    except ManifestError:
        return None


def end(context: BuildContext) -> None:
    """Drop the build folder and give the lock back; a second call does nothing."""
    if context.ahead is not None:
        context.ahead.close()
    if context.lock is not None:
        drop_build_folder(context.settings.site_folder)
        context.lock.release()
        context.lock = None
