-- Since when have we said this? One row for each announcement and award that was ever published, gone ones too.
-- first_said: first build that said anything of it, UTC
-- same_since: first build since when its values, but for the number of witnesses and the headline, are what they are now (or were last), UTC
-- last_said: first build that no longer said anything of it, UTC; null while it is said
-- said_first: values that it began with, as JSON
-- said_last: values that it has now, or had last, as JSON
-- versions: versions that are kept
-- folded: versions that were folded into those by the policy of history
WITH marked AS (
    SELECT *, lag(said_until) OVER steps IS DISTINCT FROM said_from
              OR lag(substance(content)) OVER steps IS DISTINCT FROM substance(content) AS starts
    FROM fact_version WINDOW steps AS (PARTITION BY kind, fact_id ORDER BY said_from)
)
SELECT kind, fact_id, min(said_from) AS first_said, max(said_from) FILTER (WHERE starts) AS same_since,
       CASE WHEN count(*) = count(said_until) THEN max(said_until) END AS last_said,
       arg_min(content, said_from) AS said_first, arg_max(content, said_from) AS said_last, count(*) AS versions,
       CAST(sum(folded) AS BIGINT) AS folded
FROM marked GROUP BY kind, fact_id ORDER BY first_said, kind, fact_id
