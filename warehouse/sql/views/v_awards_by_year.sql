-- How much has each police area been awarded in each financial year?
-- total: sum of amount_total, each award once
-- not_added: awards that are rates without a term and so are in no sum
SELECT year, area_id, area_name, currency, count(*) AS awards,
       CAST(coalesce(sum(amount_total), 0) AS DECIMAL(18,2)) AS total,
       count(*) FILTER (WHERE amount_total IS NULL) AS not_added
FROM v_award GROUP BY ALL ORDER BY year, area_id, currency
