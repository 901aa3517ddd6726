"""Settings: environment variables that start with ``FUNDTRAIL_``, and the places that follow from them."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

_CHECKOUT = Path(__file__).resolve().parent.parent


def _default_home() -> Path:
    """The checkout when run from one, else the user's data folder (XDG base directory specification)."""
    if (_CHECKOUT / "pyproject.toml").is_file():
        return _CHECKOUT
    return Path.home() / ".local" / "share" / "fundtrail"


class SettingsError(ValueError):
    """A setting has a value that can't be used. The message names the variable."""


class Settings(BaseSettings):
    """What an operator can set. Each field is the environment variable ``FUNDTRAIL_<NAME>``."""

    model_config = SettingsConfigDict(env_prefix="FUNDTRAIL_", extra="ignore")

    home: Path = Field(
        default_factory=_default_home, description="Folder that holds raw/data and warehouse/data."
    )
    workers: int = Field(default=0, ge=0, le=256, description="Processes that extract; 0 means one a core.")
    batch_size: int = Field(
        default=200, ge=1, le=5000, description="Documents in one Prefect task and one part."
    )
    prefect_startup_timeout: int = Field(
        default=120, ge=5, le=3600, description="Seconds that Prefect's embedded server may take to start."
    )
    query_timeout: float = Field(default=30.0, gt=0, le=3600, description="Seconds that one query may take.")
    query_memory: str = Field(
        default="1GB",
        pattern=r"^\d+(\.\d+)?\s?(MB|GB|MiB|GiB)$",
        description="Memory that one query may use.",
    )
    contact: str = Field(
        default="",
        description="An address for the User-Agent, so that a site's owner can reach the operator.",
    )
    rate_factor: float = Field(
        default=1.0,
        gt=0,
        le=1000,
        description="Multiplies every source's rate of requests; 0.5 is twice as gentle.",
    )
    max_documents: int = Field(
        default=5000, ge=1, description="Documents that one run asks of one source; the next run goes on."
    )
    max_body_bytes: int = Field(
        default=64 * 1024 * 1024, ge=1024, description="A response larger than this is refused."
    )
    response_seconds: float = Field(
        default=60.0,
        gt=0,
        le=3600,
        description="Seconds that one response may take, from first to last byte.",
    )
    backoff_seconds: float = Field(
        default=1.0, gt=0, le=300, description="The first wait before a failed request is tried again."
    )
    allow_loopback: bool = Field(
        default=False, description="Let the fetcher talk to this machine. For tests only."
    )
    connect_to: str = Field(
        default="",
        description="Comma-separated host=address:port pairs: where to connect instead of what the name resolves to.",
    )
    proxy: SecretStr | None = Field(
        default=None,
        description="An HTTP proxy to tunnel through: http://host:port or http://user:password@host:port.",
    )
    ca_file: Path | None = Field(
        default=None, description="A file of certificates to trust instead of the usual ones."
    )
    source_options: dict[str, dict[str, str]] = Field(
        default_factory=dict,
        description='Options of sources as JSON, such as {"govuk-news": {"organisations": "home-office"}}.',
    )
    build_memory: str = Field(
        default="2GB",
        pattern=r"^\d+(\.\d+)?\s?(MB|GB|MiB|GiB)$",
        description="Memory that DuckDB may use while it builds; beyond it, files beside the published one.",
    )
    history_days: int = Field(
        default=365,
        ge=0,
        description="Days that every version of what was published is kept; older ones that differ in the number of"
        " witnesses or the headline only are then folded into one.",
    )
    max_age_days: int = Field(
        default=30, ge=1, description="`fundtrail status` warns when nothing was captured for this many days."
    )

    @field_validator("proxy")
    @classmethod
    def _proxy(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None:
            from raw.fetch.proxy import Proxy

            Proxy.of(value.get_secret_value())
        return value

    @field_validator("connect_to")
    @classmethod
    def _pairs(cls, value: str) -> str:
        for pair in filter(None, value.split(",")):
            host, _, place = pair.partition("=")
            address, _, port = place.rpartition(":")
            if not host.strip() or not address or not port.isdigit():
                raise ValueError("must be host=address:port pairs, separated by commas")
        return value

    def connections(self) -> dict[str, tuple[str, int]]:
        """Return ``connect_to`` by host."""
        found = {}
        for pair in filter(None, self.connect_to.split(",")):
            host, _, place = pair.partition("=")
            address, _, port = place.rpartition(":")
            found[host.strip().lower()] = (address.strip("[]"), int(port))
        return found

    @property
    def raw_dir(self) -> Path:
        return self.home / "raw" / "data"

    @property
    def warehouse_dir(self) -> Path:
        return self.home / "warehouse" / "data"

    @property
    def database(self) -> Path:
        """The published file. Analysts open it; a run only ever replaces it."""
        return self.warehouse_dir / "fundtrail.duckdb"

    @property
    def parts_dir(self) -> Path:
        return self.warehouse_dir / "parts"

    @property
    def runs_dir(self) -> Path:
        return self.warehouse_dir / "runs"

    @property
    def work_dir(self) -> Path:
        """Lists that tasks pass to each other as paths; emptied by the run that made them."""
        return self.warehouse_dir / "work"

    @property
    def prefect_home(self) -> Path:
        return self.warehouse_dir / "prefect"

    @property
    def corrections_dir(self) -> Path:
        """Human decisions: beside the code in a checkout, below the home elsewhere."""
        own = self.home / "warehouse" / "corrections"
        return own if own.is_dir() else _CHECKOUT / "warehouse" / "corrections"


def _got(name: object, value: object) -> str:
    # a proxy's URL may hold a password
    return "" if name == "proxy" else f" (got {value!r})"


def load() -> Settings:
    """Return the settings of this process' environment.

    Raises:
        SettingsError: a variable has a value that can't be used.
    """
    try:
        settings = Settings()
    except ValidationError as error:
        details = "; ".join(
            f"FUNDTRAIL_{str(item['loc'][0]).upper()}: {item['msg']}" + _got(item["loc"][0], item["input"])
            for item in error.errors()
        )
        raise SettingsError(details) from error
    return settings.model_copy(update={"home": settings.home.expanduser().absolute()})
