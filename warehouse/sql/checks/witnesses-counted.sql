-- gate: Is the number of claims of every award, and of documents of every announcement, what the rows say?
SELECT 'award' AS table_name, a.award_id AS id, a.claims AS told, count(c.claim_id) AS held
FROM award a LEFT JOIN award_claim c USING (award_id) GROUP BY ALL HAVING told <> held
UNION ALL
SELECT 'announcement', n.announcement_id, n.documents, count(d.document_id)
FROM announcement n LEFT JOIN document d USING (announcement_id) GROUP BY ALL HAVING n.documents <> count(d.document_id)
