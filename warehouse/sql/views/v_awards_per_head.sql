-- How much has each police area been awarded for each resident?
-- mid_year: year of the population estimate, the latest known
-- per_head: total divided by residents; null where the population is not known
SELECT a.area_id, a.area_name, a.currency, a.total, b.people, b.mid_year,
       CAST(round(a.total / nullif(b.people, 0), 4) AS DECIMAL(18,4)) AS per_head
FROM v_awards_by_area a
LEFT JOIN (SELECT * FROM population QUALIFY row_number() OVER (PARTITION BY area_id ORDER BY mid_year DESC) = 1) b
       USING (area_id)
ORDER BY per_head DESC NULLS LAST, a.area_id
