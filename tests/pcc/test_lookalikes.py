"""Names that contain a police area's name and are something else: refused by the registry and by mechanism."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.model import BlockKind
from extractors.registry import lookalikes
from tests.pcc.reading import found

DAY = date(2023, 3, 1)

#: None of these stands in the registry: the words around the area's name refuse them.
BY_MECHANISM = """
Kent Community Foundation|Kent Youth Trust|Kent Online Academy|Kent Women's Institute|North Kent College
East Kent Hospitals University NHS Foundation Trust|Kent and Medway NHS Partnership Trust|Port of Kent|West Kent Mind
Essex Wildlife Trust|South Essex Homes|Mid Essex Hospital|North East Essex|Essex Cricket|Essex Chronicle
East of Essex Ladies|Essex Association of Local Councils|Essex Rape Crisis Centre
Surrey Wildlife Trust|East Surrey Hospital|Royal Surrey County Hospital|Surrey Choices|Surrey Youth Focus|Surrey Lane
East Surrey College|Surrey Women's Aid|Surrey Community Action|Visit Surrey
West Sussex County Times|East Sussex Healthcare|Sussex Community NHS Foundation Trust|Sussex Wildlife Trust
University Hospitals Sussex NHS Foundation Trust|Mid Sussex District Council|Bishop of Sussex
Norfolk Broads|North Norfolk District Council|West Norfolk|Norfolk Chamber of Commerce|Norfolk Constable Museum
Norfolk Wherry Trust|Heart of Norfolk
West Suffolk College|East Suffolk Council|Mid Suffolk|Suffolk Punch Trust|Suffolk New College|Suffolk Refugee Support
Cleveland Bridge|Cleveland Hills|Cleveland Street|Cleveland Guardians|Mount Cleveland
Durham City AFC|Durham Light Infantry|Durham Castle|Durham School|Durham Cricket|Prince Bishop of Durham
HMP Durham|Durham Tees Valley Airport|Durham County Cricket Club
Cumbria Tourism|Cumbria Health on Call|South Cumbria|Lancashire and South Cumbria NHS Foundation Trust
Cumbria Community Foundation|West Cumbria Rivers Trust
West Lancashire Borough Council|East Lancashire Hospitals NHS Trust|Lancashire Post|Lancashire Women|Lancashire Mind
Lancashire County Cricket Club|Lancashire Fire and Rescue Service|Lancashire Wildlife Trust
Derbyshire Community Health Services|South Derbyshire District Council|Derbyshire Wildlife Trust
North East Derbyshire|Derbyshire Cricket Foundation
Staffordshire Wildlife Trust|East Staffordshire Borough Council|North Staffordshire Combined Healthcare
Staffordshire Women's Aid|Staffordshire Sentinel
Dorset HealthCare|Dorset Wildlife Trust|North Dorset|Dorset Women CIC|Dorset Mind|Dorset Rape Crisis
West Dorset|Dorset Community Foundation
Wiltshire Air Ambulance|Wiltshire Creative|Wiltshire Community Foundation|North Wiltshire|Wiltshire College
Gloucestershire Live|Gloucestershire Hospitals NHS Foundation Trust|Gloucestershire Rape and Sexual Abuse Centre
Hertfordshire Mercury|East Hertfordshire District Council|Hertfordshire Partnership University NHS Foundation Trust
Bedfordshire Fire and Rescue Service|Bedfordshire Chamber of Commerce|Bedfordshire Rural Communities Charity
Cambridgeshire Community Foundation|East Cambridgeshire District Council|Cambridgeshire Live
Nottinghamshire Women's Aid|Nottinghamshire Live|Nottinghamshire Wildlife Trust|Nottinghamshire County Cricket Club
Leicestershire Live|North West Leicestershire District Council|Leicestershire Cares
South Lincolnshire|North Lincolnshire|Lincolnshire Co-op|Lincolnshire Wolds|Lincolnshire Showground
Northamptonshire Rape Crisis|West Northamptonshire Council|Northamptonshire Community Foundation
Merseyside Youth Association|Merseyside Law Centre|Radio Merseyside|BBC Radio Merseyside
Humberside Fire and Rescue Service|Humberside Police Band
Greater Manchester Combined Fire Authority|Greater Manchester Chamber of Commerce
Greater Manchester Police Museum|Greater Manchester Poverty Action
West Yorkshire Playhouse|West Yorkshire Police Federation|West Yorkshire Fire and Rescue Service
South Yorkshire Transport|South Yorkshire Fire and Rescue Authority|North Yorkshire Moors
North Yorkshire Rotters|South Yorkshire Police and Crime Panel|Thames Valley Partnership|Thames Valley Park
Thames Valley Air Ambulance|West Mercia Rape Centre|West Mercia Police Authority
West Midlands Police and Crime Panel|West Midlands Mayor Andy Street|West Midlands Violence Reduction Unit
North Wales Fire and Rescue Authority|South Wales Evening Post|South Wales Fire Service
Gwent Association of Voluntary Organisations|Gwent Wildlife Trust|Dyfed Powys Community Foundation
Hampshire Cultural Trust|North Hampshire Chamber|Hampshire Cricket|Hampshire Youth Games
Avon and Somerset Police Federation|Avon and Somerset Probation Trust|Devon and Cornwall Housing
Devon and Cornwall Police Museum|Warwickshire County Cricket Club|Warwickshire Rural Housing|North Warwickshire
Northumbria Healthcare|Northumbria Law School|London Luton|London Bridge|South London|East London Mosque
University College London|King's College London|Transport for London|London Youth|London School of Economics
London Victoria|central London|south-east London|Bank of London|Port of London Authority|Museum of London
London, Ontario, Canada|Kent, Ohio|Surrey, Canada|Norfolk, Virginia|Essex, Connecticut|Cleveland, Tennessee
Victims' Commissioner for London|Children's Commissioner for Durham|Earl of Kent|Lord Kent|Mr Kent|Simon Kent
the university of Surrey|Diocese of Norfolk|the city of Durham|Archdeacon of Surrey|County Durham Community Foundation
Kent, Surrey and Sussex Air Ambulance|Dorset and Wiltshire Fire and Rescue Service|Essex and Suffolk Water
Norfolk and Suffolk NHS Foundation Trust|Bedfordshire and Luton Community Foundation
the kent coast|Kent county council|Cheshire cheese
"""
FROM_REGISTRY = [entry.text for entry in lookalikes()]
REFUSED = [
    name
    for line in BY_MECHANISM.strip().splitlines()
    for name in line.split("|")
    if name not in FROM_REGISTRY
]


@pytest.mark.parametrize(
    "text",
    [
        "City of London Police Widows' and Orphans' Fund - £1,700",
        "A cheque went to the Essex Police Male Voice Choir.",
        "The Kent Police Veterans met.",
    ],
)
def test_a_body_of_a_force_is_not_the_force(text: str) -> None:
    assert found(text, day=DAY) == []


def test_a_list_that_goes_on_with_a_body_keeps_the_force() -> None:
    text = "He works with West Yorkshire Police, Community Safety Partnerships and others."
    assert found(text, day=DAY) == [("West Yorkshire Police", "force", "west-yorkshire")]


def test_there_are_enough() -> None:
    assert len(REFUSED) >= 150
    assert len(FROM_REGISTRY) >= 200


@pytest.mark.parametrize("name", REFUSED)
def test_refused_by_the_words_around(name: str) -> None:
    assert found(f"Volunteers from {name} took part.", day=DAY) == []


@pytest.mark.parametrize("name", REFUSED + FROM_REGISTRY)
def test_refused_in_the_middle(name: str) -> None:
    assert found(f"They spoke to {name} last week.", day=DAY) == []


@pytest.mark.parametrize("name", FROM_REGISTRY)
def test_refused_as_a_recipient_cell(name: str) -> None:
    assert found(name, day=DAY, kind=BlockKind.CELL) == []


@pytest.mark.parametrize(
    ("text", "area_id"),
    [
        ("Kent Gets £1m For Safer Streets And New Lights", "kent"),
        ("New Cameras For Essex Villages After £500,000 Boost", "essex"),
        ("£1M FOR VICTIMS ACROSS SURREY THIS YEAR", "surrey"),
    ],
)
def test_headline_in_capitals_keeps_the_area(text: str, area_id: str) -> None:
    assert [area for _, _, area in found(text, day=DAY, kind=BlockKind.HEADING)] == [area_id]


@pytest.mark.parametrize(
    "text",
    [
        "Kent County Council Wins £1m For New Lights And Cameras",
        "SURREY WILDLIFE TRUST GETS £500,000 FOR NEW HOME",
        "University Of Essex Opens New £1m Crime Science Centre",
    ],
)
def test_headline_in_capitals_still_refuses_institutions(text: str) -> None:
    assert found(text, day=DAY, kind=BlockKind.HEADING) == []
