-- How much has each police area been awarded? One row an area and currency.
-- total: sum of amount_total, each award once
-- not_added: awards that are rates without a term and so are in no sum
SELECT p.area_id, p.area_name, coalesce(v.currency, 'GBP') AS currency, count(v.award_id) AS awards,
       CAST(coalesce(sum(v.amount_total), 0) AS DECIMAL(18,2)) AS total,
       count(v.award_id) FILTER (WHERE v.amount_total IS NULL) AS not_added,
       min(v.announced_on) AS first_announced, max(v.announced_on) AS last_announced
FROM police_area p LEFT JOIN v_award v USING (area_id)
GROUP BY ALL ORDER BY total DESC, p.area_id
