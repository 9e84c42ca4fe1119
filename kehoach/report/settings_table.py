"""Which rules are on or off for which plans, and why: what `lint --show-config` prints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from ..config import Config
from ..rules import RULES, Rule
from ..rules.options import toml
from .results import NAMES

USUAL = "mặc định"


def grouped(configs: Mapping[Path, Config]) -> list[tuple[Config, list[Path]]]:
    """Each configuration once, with the plans it holds for."""
    found: list[tuple[Config, list[Path]]] = []
    for path, config in configs.items():
        same = next((paths for each, paths in found if each == config), None)
        if same is None:
            found.append((config, [path]))
        else:
            same.append(path)
    return found


def render(config: Config, plans: list[Path]) -> str:
    files = sorted({origin for origin in config.origins.values() if origin != "dòng lệnh"})
    lines = [
        f"{', '.join(map(str, plans[:3]))}{f' và {len(plans) - 3} tệp khác' if len(plans) > 3 else ''}",
        f"  cấu hình: {', '.join(files) or 'không có kehoach.toml'}",
        f"  select = {', '.join(config.select)} ({_origin(config, 'select')})",
        f"  fail_on = {config.fail_on.name.lower()} ({_origin(config, 'fail_on')})",
    ]
    return "\n".join([*lines, *(f"  {_rule(config, rule)}" for rule in RULES.values())])


def _rule(config: Config, rule: Rule) -> str:
    state = "bật" if config.wants(rule.id) else "tắt"
    return f"{rule.id}  {state}  {rule.name:<34}  {'; '.join(_why(config, rule))}"


def _why(config: Config, rule: Rule) -> Iterator[str]:
    ignored = [code for code in config.ignore if rule.id.startswith(code)]
    selected = next((code for code in config.select if rule.id.startswith(code)), None)
    if selected is None:
        yield f"không có trong select ({_origin(config, 'select')})"
    elif not ignored:
        yield f"select có {selected} ({_origin(config, 'select')})"
    for code in ignored:
        yield f"ignore có {code}: {config.ignore[code]} ({_origin(config, f'ignore.{code}')})"
    if severity := config.severity(rule.id):
        code = max((code for code in config.severities if rule.id.startswith(code)), key=len)
        yield f"mức {NAMES[severity]} thay cho {NAMES[rule.severity]} ({_origin(config, f'severity.{code}')})"
    for name, default in rule.options.items():
        value = config.options.get(rule.id, {}).get(name, default)
        yield f"{name} = {toml(value)} ({_origin(config, f'rules.{rule.id}.{name}')})"


def _origin(config: Config, key: str) -> str:
    return config.origins.get(key, USUAL)
