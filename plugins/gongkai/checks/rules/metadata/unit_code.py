"""M02 统一社会信用代码校验不过."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts
from gongkai.checks.rule import Finding, catalog_rule
from gongkai.loading.detectors import uscc_ok
from gongkai.model.catalog import Catalog
from gongkai.model.problem import Level


@catalog_rule("M02", "统一社会信用代码校验不过", Level.WARNING, "GB 32100-2015；GB 11714")
def unit_code(catalog: Catalog, facts: Facts) -> Iterator[Finding]:
    """What: the check character of the unit's code; demonstrations use void codes and are left alone.

    Why: index numbers begin with it.
    Bad: `统一社会信用代码: '11341723003253767A'`
    Good: `统一社会信用代码: '113417230032537673'`
    """
    code = catalog.unit.code
    if code and not catalog.unit.demonstration and not code.startswith("1199") and not uscc_ok(code):
        yield Finding(f"统一社会信用代码“{code}”的校验位不对。", "照证书核对 18 位代码。", path="单位.yml")
