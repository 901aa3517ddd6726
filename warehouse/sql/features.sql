-- The digits of an amount without the zeros at its end; a recipient's and an address' plain form.
CREATE TEMP MACRO digits(amount) AS length(regexp_replace(replace(CAST(amount AS VARCHAR), '.', ''), '0+$', ''));
CREATE TEMP MACRO recipient_key(name) AS
    trim(regexp_replace(regexp_replace(replace(lower(name), '&', ' and '), '[^a-z0-9]+', ' ', 'g'), '^ ?the ', ''));
CREATE TEMP MACRO link_key(url) AS regexp_replace(regexp_replace(lower(url), '^[a-z]+://(www\.)?', ''), '[/?#]*$', '');

-- What each document that tells of funding can be compared by.
CREATE TEMP TABLE telling AS
SELECT d.document_id, d.url, d.canonical_url, d.original_url, d.published_on, d.sketch,
       coalesce(s.publisher_rank, 9) AS rank
FROM document d LEFT JOIN source s USING (source_id)
WHERE d.document_id IN (SELECT document_id FROM money_mention WHERE role <> 'other'
                        UNION SELECT document_id FROM award_claim);

-- The headline: the first total of the text that is a sum, at the most exact figure that the text gives for it
-- ("£11 million" and further down "£11,335,884.89"); else the first that is a rate.
CREATE TEMP TABLE headline AS
WITH total AS (
    SELECT document_id, mention_id, text, amount_low, amount_high, currency, qualifier, per, reach_low, reach_high,
           term_years, start_char
    FROM money_mention WHERE role = 'total' AND (per IS NULL OR per = 'year')
), first_told AS (
    SELECT * FROM total
    QUALIFY row_number() OVER (PARTITION BY document_id ORDER BY per IS NOT NULL, start_char) = 1
)
SELECT m.* EXCLUDE (start_char)
FROM first_told f JOIN total m ON m.document_id = f.document_id AND m.per IS NOT DISTINCT FROM f.per
 AND m.currency = f.currency AND m.reach_low <= f.reach_high AND f.reach_low <= m.reach_high
QUALIFY row_number() OVER (PARTITION BY m.document_id ORDER BY m.reach_high - m.reach_low, m.start_char) = 1;

-- The fund: the one named most often; the round only where the words give just one.
CREATE TEMP TABLE main_fund AS
SELECT document_id, programme_id, round_no
FROM (SELECT document_id, programme_id, count(*) AS n, min(start_char) AS first_at,
             CASE WHEN count(DISTINCT round_no) = 1 THEN min(round_no) END AS round_no
      FROM programme_mention WHERE kind = 'fund' GROUP BY ALL)
QUALIFY row_number() OVER (PARTITION BY document_id ORDER BY n DESC, first_at, programme_id) = 1;

CREATE TEMP TABLE told_award AS
SELECT DISTINCT document_id, coalesce(area_id, recipient_key(recipient)) AS recipient, amount_low, currency
FROM award_claim WHERE amount_low > 0;

-- Amounts with four digits or more that are not zeros at the end: hardly ever told twice by chance.
CREATE TEMP TABLE told_amount AS
SELECT DISTINCT document_id, amount_low, currency
FROM money_mention
WHERE role <> 'other'
  AND digits(amount_low) >= 4;

CREATE TEMP TABLE told_run AS
SELECT document_id, unnest(sketch) AS run FROM telling;

CREATE TEMP TABLE stated_count AS
SELECT DISTINCT document_id, unit, "count" FROM count_mention;

-- Headlines by their first two digits, cut off and rounded, so that £11.3m meets £11,335,884.89 and £1.3m £1.25m;
-- by spans of three weeks, each with its neighbours. Undated ones meet all, as long as they are few.
CREATE TEMP TABLE headline_slot AS
WITH digits AS (
    SELECT h.document_id, h.currency, t.published_on,
           length(CAST(floor(h.amount_high) AS VARCHAR)) - 2 AS power, CAST(h.amount_high AS DOUBLE) AS amount
    FROM headline h JOIN telling t USING (document_id) WHERE h.amount_high >= 10
), slots AS (
    SELECT document_id, currency, published_on,
           unnest([floor(amount / pow(10, power)) * pow(10, power), round(amount / pow(10, power)) * pow(10, power)])
               ::HUGEINT AS slot
    FROM digits
)
SELECT DISTINCT document_id, currency, slot, CAST(date_diff('day', DATE '2000-01-01', published_on) // 21 AS INTEGER)
       AS weeks
FROM slots;
