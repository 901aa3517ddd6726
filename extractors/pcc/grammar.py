"""How offices and persons are worded, as regular expressions over the symbols of a sentence.

Positive: "Kent's newly elected Police and Crime Commissioner, Jane Doe" is one person.
Negative: "Kent's Deputy Police and Crime Commissioner" is nobody: deputies do not count.
"""

from __future__ import annotations

import re

_TITLE = r"(?:Bot?)?[TO](?:\([TOQ]\))?"
_BARE = r"(?<![WL])(?<![WL]')C"
_OFFICE_OF = r"(?:'?B)?"
OFFICE_FOR = rf"(?:{_TITLE}|{_BARE}){_OFFICE_OF}[fo]t?A(?:\([TOQ]\))?"
AREA_OFFICE = rf"A'?J{{0,3}}(?:{_TITLE}|C){_OFFICE_OF}"
WELSH = r"Y[fo]?A"
#: "PCC Kent", "OPCC - Kent", "Police and Crime Commissioner (Kent)", as in tables and signatures.
TITLE_AREA = rf"{_TITLE}(?:-?A|\(A\))"
OFFICE = rf"(?:{OFFICE_FOR}|{AREA_OFFICE}|{WELSH}|{TITLE_AREA})"
PERSON = r"(?:H\.?)*N(?:,?K)*"
#: A remark between a name and its office: "Sophie Linden (past staff), Deputy Mayor ...".
_REMARK = r"(?:\([wWJ0]{1,4}\))?"
#: Two or three capitalised words, hyphens inside, that are no known name.
STRANGER = r"(?:H\.?)*W(?:-W)?(?:W(?:-W)?){1,2}"
_LIST = r"A(?:,A)*,?&t?A"

#: Deputies and other commissioners: spent, so that no part of them is read as an office or an area.
REFUSED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:{PERSON},?t?)?(?:A'?J{{0,3}})?(?:Bot?)?D-?J{{0,3}}[TOCRMQ](?:\([TO]\))?(?:[fo]t?A)?(?:,?(?:{PERSON}))?",
        rf"(?:{PERSON},?)?DYA?(?:,?(?:{PERSON}))?",
        r"[WL]'?C[fo]t?A",
        r"AR(?:,?N)?",
        r"R[fo]t?A",
        r"L[fo]t?A",
    )
)
#: "Kent PCC, Matthew Scott": office first.
OFFICE_PERSON = re.compile(rf"{OFFICE}(?P<sep>[,:-]?){PERSON}")
#: "Matthew Scott, Kent's PCC": person first.
PERSON_OFFICE = re.compile(rf"{PERSON}{_REMARK}(?P<sep>[,(:|-]?)t?J{{0,3}}{OFFICE}(?(sep)\)?)")
#: "PCC Donna Jones", "Commissioner Donna Jones", "Mayor of London, Sadiq Khan": the person gives the area.
TITLE_PERSON = re.compile(rf"(?<!A)(?<!A')(?:{_TITLE}|Y|C|D?R|M|Q)(?:\([TOM]\))?[,:]?{PERSON}(?:\(A\))?")
#: "Donna Jones, the PCC", "Donna Jones (Hampshire)".
PERSON_TITLE = re.compile(
    rf"{PERSON}{_REMARK}(?:,?t?(?:w')?J{{0,3}}(?:T|M|Q)(?:\([TOM]\))?|,t?(?:w')?J{{0,3}}C|\([TA]\))"
)
#: "Kent PCC Jane Doe" and "Jane Doe, Kent PCC", unknown to the registry.
OFFICE_STRANGER = re.compile(rf"{OFFICE}(?P<name>{STRANGER}|,(?:H\.?)+W(?:-W)?(?:W(?:-W)?)?)(?!W)")
STRANGER_OFFICE = re.compile(rf"(?<![WLA'])(?P<name>{STRANGER}),t?J{{0,3}}{OFFICE}(?!&)")
BARE_PERSON = re.compile(PERSON)
#: "Dorset, Kent and Essex PCCs", "PCCs for Dorset, Kent and Essex", each area an office of its own.
AREAS_OFFICES = re.compile(rf"(?:{_LIST}|A)'?J{{0,3}}[Sc]")
OFFICES_AREAS = re.compile(rf"(?:S(?:\(S\))?|(?<![WL])(?<![WL]')c)[fo]t?(?:{_LIST}|A(?:,A)*)")
#: "Office of the Kent Police and Crime Commissioner" too.
ONE_OFFICE = re.compile(rf"Bot?{AREA_OFFICE}|{OFFICE}")
#: A body by its own name, with its acronym or its area in brackets: "... Policing and Crime (MOPAC)".
OWN_NAME = re.compile(r"(?:A'?)?M(?:'?B)?(?:\(A\))?")
CONTEXT_NAME = re.compile(r"Q(?:\(Q\))?|[OT](?!0)")
#: "Mayor Brabin", "Commissioner Allen": counts when the document names the person in full with the title.
TITLE_SURNAME = re.compile(r"(?<![DWL])(?<![WL]')[TCR]H?W")
#: "Dorset and Kent Police": a force each.
AREAS_FORCE = re.compile(r"A(?:,A)*,?&t?(?:F|Ap)")
FORCE_SLASH_AREA = re.compile(r"F[/]A|A[/]F")
AREA_POLICE = re.compile(r"Ap")
FORCE = re.compile(r"F")
AREA = re.compile(r"A(?:\(A\))?")
