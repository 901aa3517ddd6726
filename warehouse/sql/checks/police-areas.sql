-- gate: Are there 43 police areas with 43 codes?
SELECT count(*) AS areas, count(DISTINCT ons_code) AS codes FROM police_area
HAVING count(*) <> 43 OR count(DISTINCT ons_code) <> 43
