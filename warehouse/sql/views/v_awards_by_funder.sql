-- How much has each funder awarded?
-- total: sum of amount_total, each award once
-- not_added: awards that are rates without a term and so are in no sum
SELECT funder, currency, count(*) AS awards, count(DISTINCT announcement_id) AS announcements,
       CAST(coalesce(sum(amount_total), 0) AS DECIMAL(18,2)) AS total,
       count(*) FILTER (WHERE amount_total IS NULL) AS not_added
FROM v_award GROUP BY ALL ORDER BY total DESC, funder
