CREATE TEMP TABLE version_now AS
WITH going_on AS (
    SELECT k.* FROM known_version k SEMI JOIN said_now n USING (kind, fact_id, content) WHERE k.said_until IS NULL
), ended AS (
    SELECT k.* REPLACE (coalesce(k.said_until, $built_at) AS said_until)
    FROM known_version k ANTI JOIN going_on g USING (kind, fact_id, said_from)
    WHERE k.said_until IS NOT NULL OR k.said_from < $built_at
), begun AS (
    SELECT n.* FROM said_now n ANTI JOIN going_on g USING (kind, fact_id)
), about AS (
    SELECT 'announcement' AS kind, announcement_id AS fact_id, document_id, value_origin = 'correction' AS decided
    FROM announcement_member JOIN announcement USING (announcement_id)
    UNION ALL SELECT 'award', award_id, c.document_id, a.value_origin = 'correction'
    FROM award_claim c JOIN award a USING (award_id)
), causes AS (
    SELECT b.kind, b.fact_id,
           bool_or(d.value_origin = 'correction' OR c.corrected OR a.decided) AS corrected,
           bool_or(p.document_id IS NULL) AS new_document,
           bool_or(p.text <> d.text) AS new_version,
           bool_or(p.extraction_key <> d.extraction_key) AS other_rules
    FROM begun b JOIN about a USING (kind, fact_id) JOIN document d USING (document_id)
    LEFT JOIN previous.document p USING (document_id)
    LEFT JOIN (SELECT document_id, bool_or(value_origin = 'correction') AS corrected FROM award_claim GROUP BY 1) c
           USING (document_id)
    GROUP BY ALL
)
SELECT * FROM going_on
UNION ALL SELECT * FROM ended
UNION ALL
SELECT b.kind, b.fact_id, $built_at AS said_from, NULL AS said_until, b.content,
       CASE WHEN c.new_document THEN 'new-document' WHEN c.new_version THEN 'new-version'
            WHEN c.other_rules THEN 'rule-change' WHEN c.corrected THEN 'correction'
            ELSE 'other-members' END AS cause, 0 AS folded
FROM begun b LEFT JOIN causes c USING (kind, fact_id);
