-- What was announced in each month?
-- announced: sum of the announcements' stated totals in pounds
-- awarded: sum of their awards in pounds
SELECT CAST(date_trunc('month', announced_on) AS DATE) AS month, count(*) AS announcements,
       CAST(coalesce(sum(total_low) FILTER (WHERE currency = 'GBP'), 0) AS DECIMAL(18,2)) AS announced,
       CAST(coalesce(sum(awarded) FILTER (WHERE coalesce(currency, 'GBP') = 'GBP'), 0) AS DECIMAL(18,2)) AS awarded
FROM v_announcements WHERE announced_on IS NOT NULL GROUP BY ALL ORDER BY month DESC
