-- Which documents might tell of the same announcement, but are kept apart?
SELECT p.score, a.title AS title_a, b.title AS title_b, a.url AS url_a, b.url AS url_b, a.published_on AS published_a,
       b.published_on AS published_b, p.reasons, p.document_a, p.document_b
FROM document_pair p JOIN document a ON a.document_id = p.document_a JOIN document b ON b.document_id = p.document_b
WHERE p.verdict = 'borderline' ORDER BY p.score DESC, p.document_a, p.document_b
