-- What is the latest state of each announcement?
-- awarded: sum of its awards' amount_total in the currency of its total
-- open_questions: its figures that do not add up
SELECT n.announcement_id, n.announced_on, n.title, n.funder, n.programme_id, g.name AS programme, n.round_no, n.total_low,
       n.total_high, n.currency, n.qualifier, n.documents, count(a.award_id) AS awards,
       CAST(coalesce(sum(a.amount_total) FILTER (WHERE a.currency = coalesce(n.currency, 'GBP')), 0) AS DECIMAL(18,2))
           AS awarded,
       (SELECT count(*) FROM reconciliation r
        WHERE r.announcement_id = n.announcement_id AND r.verdict = 'differs') AS open_questions,
       d.url AS best_url
FROM announcement n JOIN document d ON d.document_id = n.best_document_id
LEFT JOIN award a ON a.announcement_id = n.announcement_id LEFT JOIN programme g ON g.programme_id = n.programme_id
GROUP BY ALL ORDER BY n.announced_on DESC NULLS LAST, n.announcement_id
