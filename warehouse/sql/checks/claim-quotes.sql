-- gate: Does every claim's span hold its quote?
SELECT c.claim_id, c.document_id, c.quote, substring(d.text, c.start_char + 1, c.end_char - c.start_char) AS held
FROM award_claim c JOIN document d USING (document_id)
WHERE held IS DISTINCT FROM c.quote OR c.start_char < 0
