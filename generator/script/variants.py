"""The two variants of the site: the script of each, its language tag and its folder."""

from generator.model.base import Script

SCRIPTS: tuple[Script, ...] = ("zh-Hant", "zh-Hans")
LANGUAGE_TAG: dict[Script, str] = {"zh-Hant": "zh-Hant-HK", "zh-Hans": "zh-Hans"}
"""The `lang` attribute of each variant's pages."""
VARIANT_ROOT: dict[Script, str] = {"zh-Hant": "", "zh-Hans": "zh-Hans/"}
"""Where the addresses of each variant's pages begin, below the root of the site."""
