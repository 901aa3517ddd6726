"""What a run is asked to fetch."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any

from extractors.sources import Source
from raw.fetch.urls import recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class Pull:
    """One source, or single URLs under the source ``web``. ``since`` and ``until`` are days, both inclusive; without
    ``since`` it is the source's lag window. ``cap`` limits the documents that are asked for."""

    source_id: str
    urls: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    cap: int | None = None

    def window(self, source: Source, now: datetime) -> tuple[date, date]:
        """Return the first and the last day that are asked for."""
        today = now.date()
        return self.since or today - timedelta(days=source.recapture_days), self.until or today

    def parameters(self) -> dict[str, Any]:
        """Return the pull in what JSON can hold and anyone may read: its URLs without their secrets."""
        days = {
            name: day.isoformat() if (day := getattr(self, name)) else None for name in ("since", "until")
        }
        return {**asdict(self), "urls": [recorded(url) for url in self.urls], **days}

    @classmethod
    def of(cls, parameters: dict[str, Any]) -> Pull:
        """Return the pull of :meth:`parameters`."""
        days = {
            name: date.fromisoformat(parameters[name]) if parameters[name] else None
            for name in ("since", "until")
        }
        return cls(**{**parameters, "urls": tuple(parameters["urls"]), **days})
