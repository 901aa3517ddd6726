-- gate: Does every claim tell of an award of its own document's announcement?
SELECT c.claim_id, c.award_id, a.announcement_id, d.announcement_id AS of_document
FROM award_claim c JOIN document d USING (document_id) LEFT JOIN award a USING (award_id)
WHERE a.award_id IS NULL OR a.announcement_id IS DISTINCT FROM d.announcement_id
