"""Towns and cities of England and Wales whose bare names come before head nouns ("the Lincoln scheme").

The larger places by the 2021 Census' built-up areas; a place's name in front of a head noun says where, not what.
"""

from __future__ import annotations

_NAMES = """
Accrington|Aldershot|Altrincham|Ashford|Aylesbury|Banbury|Barking|Barnet|Barnsley|Barrow|Basildon
Basingstoke|Bath|Batley|Bedford|Bexley|Birkenhead|Birmingham|Blackburn|Blackpool|Blyth|Bognor Regis
Bolton|Bootle|Boston|Bournemouth|Bracknell|Bradford|Brent|Brentwood|Bridgend|Bridgwater|Brighton|Bristol
Bromley|Burnley|Burton|Bury|Camberley|Cambridge|Camden|Cannock|Canterbury|Cardiff|Carlisle|Chatham
Chelmsford|Cheltenham|Chester|Chesterfield|Chorley|Clacton|Colchester|Corby|Coventry|Crawley|Crewe
Croydon|Cwmbran|Darlington|Darwen|Derby|Dewsbury|Doncaster|Dover|Dudley|Durham|Ealing|Eastbourne
Eastleigh|Ellesmere Port|Enfield|Exeter|Fareham|Farnborough|Folkestone|Gateshead|Gillingham|Gloucester
Gosport|Grantham|Gravesend|Grays|Great Yarmouth|Grimsby|Guildford|Hackney|Halesowen|Halifax|Harlow
Harrogate|Harrow|Hartlepool|Hastings|Hatfield|Havant|Havering|Hemel Hempstead|Hereford|High Wycombe
Hillingdon|Hounslow|Huddersfield|Hull|Huntingdon|Hyndburn|Ilford|Ipswich|Islington|Keighley|Kettering
Kidderminster|Kirklees|Lambeth|Lancaster|Leamington|Leeds|Leicester|Leigh|Lewes|Lewisham|Lichfield
Lincoln|Liverpool|Llandudno|Llanelli|Loughborough|Lowestoft|Luton|Macclesfield|Maidenhead|Maidstone
Manchester|Mansfield|Margate|Medway|Melton|Merthyr Tydfil|Middlesbrough|Milton Keynes|Morecambe|Nelson
Newark|Newbury|Newcastle|Newham|Newhaven|Newport|Northampton|Norwich|Nottingham|Nuneaton|Oldham|Oxford
Pendle|Peterborough|Plymouth|Poole|Portsmouth|Preston|Ramsgate|Reading|Redbridge|Redcar|Redditch|Redhill
Rhondda|Rhyl|Rochdale|Rotherham|Royton|Rugby|Runcorn|Rutland|Sale|Salford|Salisbury|Sandwell|Scarborough
Scunthorpe|Sheffield|Shrewsbury|Skelmersdale|Slough|Solihull|South Shields|Southampton|Southend
Southport|Southwark|St Albans|St Helens|Stafford|Stevenage|Stockport|Stockton|Stoke|Stoke-on-Trent
Sunderland|Sutton|Swansea|Swindon|Tameside|Tamworth|Taunton|Telford|Thurrock|Torbay|Torquay
Tower Hamlets|Trowbridge|Tunbridge Wells|Wakefield|Wallasey|Walsall|Waltham Forest|Warrington|Watford
Wellingborough|Weston-super-Mare|Weymouth|Widnes|Wigan|Winchester|Wirral|Woking|Wolverhampton|Worcester
Workington|Worthing|Wrexham|Wyre|Yeovil|York|Pennine|Midlands|Yorkshire|Devon|Cornwall|Somerset
Berkshire|Buckinghamshire|Oxfordshire|Shropshire|Worcestershire|Herefordshire|Wales|England|Scotland
Britain|Tees Valley|Teesside|Tyneside|Wearside
"""
#: The words of the places' names, in small letters.
PLACE_WORDS = frozenset(
    word for name in _NAMES.replace("\n", "|").split("|") for word in name.casefold().split() if word
)
