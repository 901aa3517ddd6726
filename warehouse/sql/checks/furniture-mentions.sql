-- gate: Does no mention stand in the furniture of its page?
SELECT m.mention_id, m.document_id, m.text, b.furniture
FROM money_mention m JOIN block b ON b.document_id = m.document_id AND b.furniture IS NOT NULL
 AND m.start_char >= b.start_char AND m.end_char <= b.end_char AND b.end_char > b.start_char
