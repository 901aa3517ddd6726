-- Which captures could not be read, and why?
SELECT c.url, c.captured_at, c.source_id, i.code, i.message, c.capture_id
FROM capture c LEFT JOIN issue i ON i.source_id = c.source_id AND i.url = c.url AND i.severity = 'error'
WHERE c.outcome = 'failed' ORDER BY c.url, c.captured_at
