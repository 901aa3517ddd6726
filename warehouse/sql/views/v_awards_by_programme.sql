-- How much has each fund or programme awarded?
-- total: sum of amount_total, each award once
-- not_added: awards that are rates without a term and so are in no sum
SELECT programme_id, programme, currency, count(*) AS awards, count(DISTINCT coalesce(area_id, recipient)) AS recipients,
       CAST(coalesce(sum(amount_total), 0) AS DECIMAL(18,2)) AS total,
       count(*) FILTER (WHERE amount_total IS NULL) AS not_added
FROM v_award GROUP BY ALL ORDER BY total DESC, programme_id
