-- warning: Which documents of an announcement have no day of publication?
SELECT document_id, url FROM document WHERE published_on IS NULL AND announcement_id IS NOT NULL
