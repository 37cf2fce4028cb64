"""The application form (依申请公开申请表) for download: a pdf to fill in on screen, and a docx."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from importlib import metadata

from gongkai.model.unit import Unit
from gongkai.typesetting.docx import to_docx
from gongkai.typesetting.fillable import to_fillable
from gongkai.typesetting.form import application_form, form_document

PDF, DOCX = "sqb.pdf", "sqb.docx"


def make_forms(unit: Unit) -> Mapping[str, bytes]:
    """File name → bytes."""
    form = application_form(unit.name)
    return {PDF: to_fillable(form), DOCX: to_docx(form_document(form))}


def form_key(unit: Unit) -> str:
    """What the files are made from: the form's words and the versions of what writes them."""
    parts = [repr(application_form(unit.name)), metadata.version("gongkai"), metadata.version("python-docx")]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
