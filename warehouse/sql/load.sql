-- Of each capture the extraction under the current key, else the newest; of each document the capture seen last.
CREATE TEMP TABLE chosen AS
SELECT * FROM read_parquet($extraction_files)
QUALIFY row_number() OVER (
    PARTITION BY source_id, url, capture_id
    ORDER BY extraction_key IS NOT DISTINCT FROM $extraction_key DESC, staged_no DESC, part_id DESC) = 1;

CREATE TEMP TABLE observation AS
SELECT DISTINCT ON (capture_id, source_id, url, captured_at) *
FROM (SELECT capture_id, source_id, url, final_url, captured_at, http_status, media_type, byte_size, raw_path
      FROM read_parquet($extraction_files)
      UNION ALL BY NAME SELECT * FROM given_capture)
ORDER BY capture_id, source_id, url, captured_at, raw_path;

CREATE TEMP TABLE reading AS
SELECT c.document_id, c.part_id, c.extraction_id, c.capture_id, c.source_id, c.url,
       min(o.captured_at) AS first_seen, max(o.captured_at) AS last_seen
FROM chosen c JOIN observation o USING (source_id, url, capture_id)
WHERE c.outcome = 'read'
GROUP BY ALL;

CREATE TEMP TABLE present AS
SELECT *, min(first_seen) OVER (PARTITION BY document_id) AS first_captured_at,
       max(last_seen) OVER (PARTITION BY document_id) AS last_captured_at
FROM reading
QUALIFY row_number() OVER (PARTITION BY document_id ORDER BY last_seen DESC, capture_id, url) = 1;

-- Addresses whose newest observation only says that the page is no longer there. Its document stays, marked.
CREATE TEMP TABLE gone AS
SELECT source_id, url, arg_max(http_status, captured_at) AS status FROM observation
GROUP BY ALL HAVING status IN (404, 410);

-- One address may have held two documents in its time: that it is gone says so of the one seen last.
CREATE TEMP TABLE held AS
SELECT source_id, url, arg_max(document_id, last_seen) AS document_id FROM present GROUP BY ALL;

INSERT INTO capture BY NAME
SELECT o.*, coalesce(c.document_id, CASE WHEN o.http_status IN (404, 410) THEN h.document_id END) AS document_id,
       p.document_id IS NOT NULL AND o.captured_at = p.last_seen AS is_current,
       CASE WHEN o.http_status IN (404, 410) THEN 'gone' ELSE coalesce(c.outcome, 'waiting') END AS outcome
FROM observation o
LEFT JOIN chosen c ON c.source_id = o.source_id AND c.url = o.url AND c.capture_id = o.capture_id
LEFT JOIN held h ON h.source_id = o.source_id AND h.url = o.url
LEFT JOIN present p ON p.document_id = c.document_id AND p.capture_id = o.capture_id AND p.url = o.url
ORDER BY o.source_id, o.url, o.captured_at, o.capture_id;

INSERT INTO document_version BY NAME
WITH seen AS (
    SELECT r.document_id, r.capture_id, o.captured_at, d.title, d.published_on, d.text
    FROM reading r
    JOIN observation o USING (source_id, url, capture_id)
    JOIN read_parquet($document_files) d USING (part_id, extraction_id)
), marked AS (
    SELECT *, text IS DISTINCT FROM lag(text) OVER steps AS starts
    FROM seen WINDOW steps AS (PARTITION BY document_id ORDER BY captured_at, capture_id)
)
SELECT document_id, row_number() OVER steps AS version_no, capture_id, captured_at AS seen_from,
       lead(captured_at) OVER steps AS seen_until, title, published_on, text,
       lead(captured_at) OVER steps IS NULL AS is_current
FROM marked WHERE starts
WINDOW steps AS (PARTITION BY document_id ORDER BY captured_at, capture_id)
ORDER BY document_id, version_no;

INSERT INTO document BY NAME
SELECT d.* EXCLUDE (part_id, extraction_id) REPLACE (d.withdrawn OR gone.url IS NOT NULL AS withdrawn),
       p.first_captured_at, p.last_captured_at, NULL AS announcement_id, v.versions, 'rule' AS value_origin
FROM read_parquet($document_files) d
JOIN present p USING (part_id, extraction_id)
LEFT JOIN gone ON gone.source_id = p.source_id AND gone.url = p.url
JOIN (SELECT document_id, count(*)::INTEGER AS versions FROM document_version GROUP BY 1) v
     ON v.document_id = p.document_id
ORDER BY d.document_id;

INSERT INTO superseded_claim BY NAME
SELECT DISTINCT ON (c.claim_id, r.capture_id)
       c.claim_id, r.capture_id, c.document_id, d.published_on, c.area_id, c.recipient, c.amount_low, c.amount_high,
       c.currency, c.programme_id, c.start_char, c.end_char, c.quote
FROM read_parquet($award_claim_files) c
JOIN reading r USING (part_id, extraction_id)
JOIN read_parquet($document_files) d USING (part_id, extraction_id)
ANTI JOIN present p USING (part_id, extraction_id)
ORDER BY c.claim_id, r.capture_id;

INSERT INTO issue BY NAME
SELECT * FROM (
    SELECT i.* EXCLUDE (part_id, extraction_id)
    FROM read_parquet($issue_files) i JOIN chosen USING (part_id, extraction_id)
    UNION ALL BY NAME SELECT * FROM given_issue)
QUALIFY row_number() OVER (PARTITION BY issue_id ORDER BY run_id NULLS LAST) = 1
ORDER BY issue_id;
