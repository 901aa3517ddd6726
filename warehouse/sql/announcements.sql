-- From the membership that the ties gave to announcements with their total, fund and best document.
CREATE TEMP TABLE ranked AS
SELECT m.announcement_id, t.document_id, t.rank, t.published_on, h.mention_id AS headline,
       row_number() OVER (PARTITION BY m.announcement_id
                          ORDER BY t.rank, coalesce(c.n, 0) DESC, h.mention_id IS NULL, t.published_on NULLS LAST,
                                   t.document_id) AS place
FROM membership m JOIN telling t USING (document_id) LEFT JOIN headline h USING (document_id)
LEFT JOIN (SELECT document_id, count(*) AS n FROM award_claim GROUP BY 1) c USING (document_id);

-- The announcement's headline is its best document's; its total the most exact figure that the headline may stand for.
CREATE TEMP TABLE chief AS
SELECT r.announcement_id, h.* FROM ranked r JOIN headline h ON h.mention_id = r.headline
QUALIFY row_number() OVER (PARTITION BY r.announcement_id ORDER BY r.place) = 1;

CREATE TEMP TABLE whole AS
SELECT c.announcement_id, m.mention_id, m.amount_low, m.amount_high, m.currency, m.qualifier, m.reach_low, m.reach_high
FROM chief c
JOIN ranked r USING (announcement_id)
JOIN money_mention m ON m.document_id = r.document_id AND m.role = 'total' AND m.per IS NULL
 AND m.currency = c.currency AND m.reach_low <= c.reach_high AND c.reach_low <= m.reach_high
WHERE c.per IS NULL
QUALIFY row_number() OVER (PARTITION BY c.announcement_id
                           ORDER BY m.reach_high - m.reach_low, m.qualifier <> 'exact', r.place, m.start_char) = 1
UNION ALL
SELECT announcement_id, mention_id, CAST(amount_low * term_years AS DECIMAL(18,2)),
       CAST(amount_high * term_years AS DECIMAL(18,2)), currency, qualifier,
       CAST(reach_low * term_years AS DECIMAL(18,2)), CAST(reach_high * term_years AS DECIMAL(18,2))
FROM chief WHERE per = 'year' AND term_years IS NOT NULL;

INSERT INTO announcement BY NAME
WITH fund AS (
    SELECT r.announcement_id, f.programme_id, f.round_no FROM ranked r JOIN main_fund f USING (document_id)
    QUALIFY row_number() OVER (PARTITION BY r.announcement_id ORDER BY r.place) = 1
), giver AS (
    SELECT r.announcement_id, mode(c.funder ORDER BY c.funder) AS funder
    FROM ranked r JOIN award_claim c USING (document_id) WHERE c.funder IS NOT NULL GROUP BY 1
)
SELECT r.announcement_id, d.title, min(n.published_on) AS announced_on, coalesce(g.funder, p.funder) AS funder,
       f.programme_id, f.round_no, w.amount_low AS total_low, w.amount_high AS total_high, w.currency, w.qualifier,
       w.mention_id AS total_mention_id, count(*)::INTEGER AS documents, r.document_id AS best_document_id,
       CASE WHEN bool_or(n.document_id IN (SELECT document_id FROM decided_document)) THEN 'correction' ELSE 'rule' END
           AS value_origin
FROM ranked r
JOIN ranked n USING (announcement_id)
JOIN document d ON d.document_id = r.document_id
LEFT JOIN whole w USING (announcement_id)
LEFT JOIN fund f USING (announcement_id)
LEFT JOIN giver g USING (announcement_id)
LEFT JOIN programme p ON p.programme_id = f.programme_id
WHERE r.place = 1
GROUP BY ALL
ORDER BY r.announcement_id;

UPDATE document SET announcement_id = m.announcement_id FROM membership m WHERE m.document_id = document.document_id;

INSERT INTO announcement_member BY NAME
WITH both_ways AS (
    SELECT a AS document_id, b AS tied_to, points, reasons FROM evidence
    UNION ALL SELECT b, a, points, reasons FROM evidence
), inside AS (
    SELECT m.announcement_id, w.* FROM both_ways w
    JOIN membership m USING (document_id)
    JOIN membership o ON o.document_id = w.tied_to AND o.announcement_id = m.announcement_id
    QUALIFY row_number() OVER (PARTITION BY w.document_id ORDER BY w.points DESC, w.tied_to) = 1
), decided AS (
    SELECT document_id, min(tied_to) AS tied_to, list(words ORDER BY words) AS words FROM decided_document GROUP BY 1
)
SELECT m.announcement_id, m.document_id,
       CASE WHEN i.points IS NULL THEN 1 ELSE CAST(i.points / 100 AS DECIMAL(6,3)) END AS score,
       coalesce(i.tied_to, p.tied_to) AS tied_to,
       list_concat(CASE WHEN i.reasons IS NOT NULL THEN i.reasons WHEN p.tied_to IS NULL THEN ['the only document'] END,
                   p.words) AS reasons
FROM membership m LEFT JOIN inside i USING (document_id) LEFT JOIN decided p USING (document_id)
ORDER BY m.announcement_id, m.document_id;

INSERT INTO document_pair BY NAME
SELECT e.a AS document_a, e.b AS document_b, CAST(e.points / 100 AS DECIMAL(6,3)) AS score, e.reasons,
       CASE WHEN x.announcement_id = y.announcement_id THEN 'together'
            WHEN e.points >= $borderline THEN 'borderline' ELSE 'apart' END AS verdict
FROM evidence e
JOIN membership x ON x.document_id = e.a JOIN membership y ON y.document_id = e.b
WHERE e.points >= $borderline OR (e.points > 0 AND x.announcement_id = y.announcement_id)
ORDER BY document_a, document_b;
