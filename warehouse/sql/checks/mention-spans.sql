-- gate: Does every mention's span hold its own words?
SELECT m.mention_id, m.document_id, m.text AS told, substring(d.text, m.start_char + 1, m.end_char - m.start_char) AS held
FROM (SELECT mention_id, document_id, start_char, end_char, text FROM money_mention
      UNION ALL SELECT mention_id, document_id, start_char, end_char, text FROM pcc_mention
      UNION ALL SELECT mention_id, document_id, start_char, end_char, text FROM programme_mention
      UNION ALL SELECT mention_id, document_id, start_char, end_char, text FROM count_mention) m
JOIN document d USING (document_id)
WHERE held IS DISTINCT FROM m.text OR m.start_char < 0
