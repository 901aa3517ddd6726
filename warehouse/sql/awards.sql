-- From the grouping of claims to awards; how each claim and each amount stands to them.
CREATE TEMP TABLE witness AS
SELECT g.award_id, c.*, d.announcement_id, d.published_on, g.place, m.reach_low, m.reach_high
FROM claim_group g JOIN award_claim c USING (claim_id) JOIN document d USING (document_id)
JOIN money_mention m ON m.mention_id = c.money_mention_id;

INSERT INTO award BY NAME
WITH best AS (SELECT * FROM witness WHERE place = 1), tally AS (
    SELECT w.award_id, count(*)::INTEGER AS claims, count(DISTINCT w.document_id)::INTEGER AS documents,
           count(*) FILTER (WHERE w.reach_low > b.reach_high OR b.reach_low > w.reach_high)::INTEGER AS contradictions,
           first(w.programme_id ORDER BY w.place) FILTER (WHERE w.programme_id IS NOT NULL) AS programme_id,
           first(w.funder ORDER BY w.place) FILTER (WHERE w.funder IS NOT NULL) AS funder,
           first(w.purpose ORDER BY w.place) FILTER (WHERE w.purpose IS NOT NULL) AS purpose,
           first(w.bids ORDER BY w.place) FILTER (WHERE w.bids IS NOT NULL) AS bids,
           first(w.term_years ORDER BY w.place) FILTER (WHERE w.term_years IS NOT NULL) AS term_years,
           first(w.financial_year ORDER BY w.place) FILTER (WHERE w.financial_year IS NOT NULL) AS financial_year,
           bool_or(w.claim_id IN (SELECT claim_id FROM decided_claim)) AS decided
    FROM witness w JOIN best b USING (award_id) GROUP BY 1
)
SELECT b.award_id, b.announcement_id, b.area_id, b.recipient,
       CAST((b.amount_low + b.amount_high) / 2 AS DECIMAL(18,2)) AS amount, b.amount_low, b.amount_high, b.currency,
       b.qualifier, b.per, t.term_years,
       CASE WHEN b.per IS NULL THEN CAST((b.amount_low + b.amount_high) / 2 AS DECIMAL(18,2))
            WHEN b.per = 'year' THEN CAST((b.amount_low + b.amount_high) / 2 * t.term_years AS DECIMAL(18,2)) END
           AS amount_total,
       t.financial_year, t.programme_id, coalesce(t.funder, n.funder) AS funder, t.purpose, t.bids, n.announced_on,
       t.claims, t.documents, t.contradictions, b.claim_id AS best_claim_id,
       CASE WHEN t.decided THEN 'correction' ELSE 'rule' END AS value_origin
FROM best b JOIN tally t USING (award_id) JOIN announcement n USING (announcement_id)
ORDER BY b.award_id;

UPDATE award_claim SET award_id = w.award_id, verdict = w.verdict
FROM (SELECT w.claim_id, w.award_id,
             CASE WHEN w.amount_low = b.amount_low AND w.amount_high = b.amount_high THEN 'agrees'
                  WHEN w.reach_low <= b.reach_high AND b.reach_low <= w.reach_high THEN 'rounds'
                  ELSE 'differs' END AS verdict
      FROM witness w JOIN witness b ON b.award_id = w.award_id AND b.place = 1) w
WHERE w.claim_id = award_claim.claim_id;

INSERT INTO money_line BY NAME
WITH carried AS (
    SELECT money_mention_id AS mention_id, min(award_id) AS award_id FROM award_claim GROUP BY 1
)
SELECT m.mention_id, m.document_id, d.announcement_id,
       CASE WHEN m.role = 'award' THEN 'award'
            WHEN m.role <> 'total' THEN m.role
            WHEN m.per IS NULL AND m.currency = w.currency
                 AND m.reach_low <= w.reach_high AND w.reach_low <= m.reach_high THEN 'total'
            WHEN m.per = 'year' AND m.currency = w.currency
                 AND m.reach_low * m.term_years <= w.reach_high AND w.reach_low <= m.reach_high * m.term_years
                 THEN 'rate-of-total'
            ELSE 'other-total' END AS relation,
       c.award_id, m.amount_low, m.amount_high, m.currency
FROM money_mention m JOIN document d USING (document_id)
LEFT JOIN whole w ON w.announcement_id = d.announcement_id
LEFT JOIN carried c ON c.mention_id = m.mention_id
WHERE d.announcement_id IS NOT NULL
ORDER BY m.mention_id;
