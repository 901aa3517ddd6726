-- How do the amounts of each announcement stand to its total? For reading, not for adding up.
SELECT l.announcement_id, n.title AS announcement, l.relation, m.text, m.amount_low, m.amount_high, m.currency, m.qualifier,
       m.per, m.term_years, m.sentence, d.url, l.mention_id, l.award_id
FROM money_line l JOIN announcement n USING (announcement_id) JOIN money_mention m ON m.mention_id = l.mention_id
JOIN document d ON d.document_id = l.document_id ORDER BY l.announcement_id, l.document_id, m.start_char
