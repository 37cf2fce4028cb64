"""The unit (单位) that publishes: the facts of `content/单位.yml`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Portal:
    """The county portal whose channel this is: site name, address, ID code and its page snippets (raw HTML)."""

    name: str = ""
    url: str = ""
    site_id: str = ""
    header: str = ""
    footer: str = ""
    error_report_url: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """What the unit says about itself; an empty text means that it is not given.

    `site_id`, `icp` and `police` (网站标识码, ICP 备案号, 公安备案号) are asked for in site mode alone.
    """

    name: str
    short_name: str = ""
    doc_words: tuple[str, ...] = ()
    code: str = ""
    region_code: str = ""
    address: str = ""
    office_hours: str = ""
    phone: str = ""
    fax: str = ""
    email: str = ""
    postcode: str = ""
    disclosure_office: str = ""
    complaint_phone: str = ""
    portal: Portal = Portal()
    application_url: str = ""
    interaction_url: str = ""
    villages: tuple[str, ...] = ()
    demonstration: bool = False
    site_approved: str = ""
    site_id: str = ""
    icp: str = ""
    police: str = ""
    organ_mark_url: str = ""
    fields26: tuple[str, ...] = ()
