-- Versions that ended before $cutoff and say in substance what the one before them said become one with it.
CREATE TEMP TABLE folding AS
WITH seen AS (
    SELECT kind, fact_id, said_from, said_until, folded, substance(content) AS substance
    FROM version_now
    SEMI JOIN (SELECT kind, fact_id FROM version_now WHERE said_until < $cutoff) old USING (kind, fact_id)
), marked AS (
    SELECT *, NOT coalesce(said_until < $cutoff AND lag(said_until) OVER steps = said_from
                           AND lag(substance) OVER steps = substance, FALSE) AS starts
    FROM seen WINDOW steps AS (PARTITION BY kind, fact_id ORDER BY said_from)
), runs AS (
    SELECT *, count_if(starts) OVER (PARTITION BY kind, fact_id ORDER BY said_from) AS run FROM marked
)
SELECT kind, fact_id, min(said_from) AS said_from, max(said_until) AS said_until, count(*) - 1 AS others,
       CAST(sum(folded) + count(*) - 1 AS INTEGER) AS folded
FROM runs GROUP BY kind, fact_id, run HAVING others > 0;

INSERT INTO fact_version BY NAME
SELECT v.* REPLACE (coalesce(f.said_until, v.said_until) AS said_until, coalesce(f.folded, v.folded) AS folded)
FROM version_now v
LEFT JOIN folding f USING (kind, fact_id, said_from)
ANTI JOIN folding g ON g.kind = v.kind AND g.fact_id = v.fact_id AND v.said_from > g.said_from
                   AND v.said_from < g.said_until
ORDER BY v.kind, v.fact_id, v.said_from;
