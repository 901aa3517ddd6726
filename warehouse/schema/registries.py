"""Tables of the registries that the caller hands in."""

from __future__ import annotations

from warehouse.schema.columns import BIG, DAY, TEXT, TEXTS, WHOLE, Column, Table

POLICE_AREA = Table(
    "police_area",
    "The 43 territorial police areas of England and Wales.",
    (
        Column("area_id", TEXT, "Short name of the area.", key=True),
        Column("area_name", TEXT, "Name."),
        Column("force_name", TEXT, "Its police force."),
        Column("force_aliases", TEXTS, "Other names of the force."),
        Column("ons_code", TEXT, "Code of the Office for National Statistics (E23 or W15)."),
        Column("country", TEXT, "England or Wales."),
        Column("region", TEXT, "Region.", nullable=True),
        Column("office_name", TEXT, "Body that governs the force now."),
        Column("office_type", TEXT, "Its kind, such as pcc, pfcc, mayor."),
        Column("office_aliases", TEXTS, "Other names of that body."),
        Column("area_aliases", TEXTS, "Other names of the area."),
        Column("notes", TEXT, "Remarks.", nullable=True),
    ),
)

OFFICE = Table(
    "office",
    "The bodies that have governed each force, with their dates.",
    (
        Column("area_id", TEXT, "Police area.", key=True, of="police_area.area_id"),
        Column("office_name", TEXT, "Name.", key=True),
        Column("office_type", TEXT, "Kind."),
        Column("valid_from", DAY, "First day.", key=True),
        Column("valid_to", DAY, "Last day; null while it lasts.", nullable=True),
        Column("source", TEXT, "Where this is from.", nullable=True),
    ),
)

COMMISSIONER = Table(
    "commissioner",
    "The people who have held each office, with their dates.",
    (
        Column("area_id", TEXT, "Police area.", key=True, of="police_area.area_id"),
        Column("person", TEXT, "Name.", key=True),
        Column("party", TEXT, "Party.", nullable=True),
        Column("office_type", TEXT, "Kind of the office held."),
        Column("from_date", DAY, "First day.", key=True),
        Column("to_date", DAY, "Last day; null while it lasts.", nullable=True),
        Column("source", TEXT, "Where this is from.", nullable=True),
    ),
)

PROGRAMME = Table(
    "programme",
    "Funds, programmes, units and strategies: those of the registry, and candidates that documents name.",
    (
        Column("programme_id", TEXT, "Short name; that of a candidate starts with candidate-.", key=True),
        Column("name", TEXT, "Canonical name."),
        Column("kind", TEXT, "fund, programme, unit or strategy."),
        Column("funder", TEXT, "Who pays for it.", nullable=True),
        Column("status", TEXT, "known or candidate.", built=True),
        Column("aliases", TEXTS, "Other names."),
        Column("first_year", WHOLE, "First year.", nullable=True),
        Column("last_year", WHOLE, "Last year.", nullable=True),
        Column("notes", TEXT, "Remarks.", nullable=True),
        Column("source", TEXT, "Where this is from.", nullable=True),
    ),
)

POPULATION = Table(
    "population",
    "People who live in each police area: mid-year estimates of the Office for National Statistics. The English areas"
    " were compared with a second copy of the estimates by force, and add up to England's total; the four Welsh ones"
    " add up to Wales' and are the sums of the authorities that their source names, which were not compared again.",
    (
        Column("area_id", TEXT, "Police area.", key=True, of="police_area.area_id"),
        Column("mid_year", WHOLE, "Year of the estimate (30 June).", key=True),
        Column("people", BIG, "Residents."),
        Column("source", TEXT, "Where this is from."),
    ),
)

TABLES = (POLICE_AREA, OFFICE, COMMISSIONER, PROGRAMME, POPULATION)
