-- What does not add up?
SELECT r.kind, n.title AS announcement, n.announced_on, r.stated, r.computed, r.difference, r.explanation, d.url,
       r.announcement_id, r.document_id, r.check_id
FROM reconciliation r JOIN announcement n USING (announcement_id) JOIN document d USING (document_id)
WHERE r.verdict = 'differs' ORDER BY abs(r.difference) DESC, r.check_id
