-- What has been announced in total by each fund? Sizes of announcements, never mixed with awards; shares and running totals left out.
-- announced: sum of the announcements' stated totals
-- without_total: announcements that state none
SELECT programme_id, programme, currency, count(*) AS announcements,
       CAST(coalesce(sum(total_low), 0) AS DECIMAL(18,2)) AS announced,
       count(*) FILTER (WHERE total_low IS NULL) AS without_total
FROM v_announcements GROUP BY ALL ORDER BY announced DESC, programme_id
