"""What can be wrong with a body: too wrong to read (an error) or worth a look (an issue)."""

from __future__ import annotations

from extractors.model import Capture, Issue, Severity, document_id_of


class ParseError(ValueError):
    """A body that cannot be read at all. ``code`` is a kebab-case issue code."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def parse_issue(
    capture: Capture,
    code: str,
    message: str,
    *,
    severity: Severity = Severity.WARNING,
    fragment: str | None = None,
) -> Issue:
    """Return an issue of the parse stage that points at the capture's document."""
    return Issue(
        code=code,
        severity=severity,
        stage="parse",
        message=message,
        source_id=capture.source_id,
        url=capture.url,
        document_id=document_id_of(capture.source_id, capture.url),
        fragment=fragment,
    )
