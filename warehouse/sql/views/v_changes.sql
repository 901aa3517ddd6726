-- What has changed, when and why? What each build said anew of an announcement or award. Filter on changed_at.
-- changed_at: build that said so first, UTC
-- said_before: values until then, as JSON; null for a new one
SELECT f.said_from AS changed_at, f.kind, f.fact_id, f.cause, f.content AS said_now,
       (SELECT max(o.content) FROM fact_version o
        WHERE o.kind = f.kind AND o.fact_id = f.fact_id AND o.said_until = f.said_from) AS said_before
FROM fact_version f
UNION ALL
SELECT f.said_until, f.kind, f.fact_id, 'gone', NULL, f.content FROM fact_version f
WHERE f.said_until IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM fact_version n
                  WHERE n.kind = f.kind AND n.fact_id = f.fact_id AND n.said_from = f.said_until)
ORDER BY changed_at DESC, kind, fact_id
