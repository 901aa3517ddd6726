-- gate: Has every document exactly one present version, with its text?
SELECT d.document_id, count(v.document_id) AS present
FROM document d LEFT JOIN document_version v ON v.document_id = d.document_id AND v.is_current AND v.text = d.text
GROUP BY ALL HAVING present <> 1
