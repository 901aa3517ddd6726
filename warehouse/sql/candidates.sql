-- Programmes that documents name and the registry does not know: the usual name and kind of each.
INSERT INTO programme BY NAME
SELECT programme_id, mode(name ORDER BY name) AS name, mode(kind ORDER BY kind) AS kind, 'candidate' AS status,
       []::VARCHAR[] AS aliases
FROM programme_mention
WHERE programme_id NOT IN (SELECT programme_id FROM programme)
GROUP BY programme_id
ORDER BY programme_id;
