-- Who says so, where, and in which words? One row a claim of an award.
-- sentence: the sentence or cell around the amount
-- page: page of a paged document
-- best: the award's amount is this claim's
SELECT c.award_id, c.claim_id, c.claim_id = a.best_claim_id AS best, c.recipient, c.area_id, c.amount_low, c.amount_high,
       c.currency, c.verdict, c.quote, m.sentence, m.page, d.title, d.url, s.publisher, s.publisher_rank, d.published_on,
       k.captured_at, d.capture_id, c.rule_id, d.extraction_key, c.document_id, c.start_char, c.end_char
FROM award_claim c JOIN award a USING (award_id) JOIN document d ON d.document_id = c.document_id
JOIN source s ON s.source_id = d.source_id
LEFT JOIN money_mention m ON m.mention_id = c.money_mention_id
LEFT JOIN (SELECT document_id, capture_id, min(captured_at) AS captured_at FROM capture GROUP BY ALL) k
       ON k.document_id = d.document_id AND k.capture_id = d.capture_id
ORDER BY c.award_id, best DESC, s.publisher_rank, c.claim_id
