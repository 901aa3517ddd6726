-- Pairs of documents that share something which few documents share. $few caps how many may.
CREATE TEMP TABLE shared_run AS
WITH rare AS (SELECT run FROM told_run GROUP BY run HAVING count(*) BETWEEN 2 AND $few),
     kept AS (SELECT document_id, run FROM told_run SEMI JOIN rare USING (run))
SELECT a.document_id AS a, b.document_id AS b, count(*) AS n
FROM kept a JOIN kept b ON a.run = b.run AND a.document_id < b.document_id
GROUP BY ALL HAVING n >= 2;

CREATE TEMP TABLE shared_award AS
WITH rare AS (SELECT recipient, amount_low, currency FROM told_award GROUP BY ALL HAVING count(*) BETWEEN 2 AND $few),
     kept AS (SELECT * FROM told_award SEMI JOIN rare USING (recipient, amount_low, currency))
SELECT a.document_id AS a, b.document_id AS b, count(*) AS n
FROM kept a JOIN kept b USING (recipient, amount_low, currency)
WHERE a.document_id < b.document_id GROUP BY ALL;

CREATE TEMP TABLE shared_amount AS
WITH rare AS (SELECT amount_low, currency FROM told_amount GROUP BY ALL HAVING count(*) BETWEEN 2 AND $few),
     kept AS (SELECT * FROM told_amount SEMI JOIN rare USING (amount_low, currency))
SELECT a.document_id AS a, b.document_id AS b, count(*) AS n
FROM kept a JOIN kept b USING (amount_low, currency)
WHERE a.document_id < b.document_id GROUP BY ALL;

CREATE TEMP TABLE shared_headline AS
WITH dated AS (SELECT * FROM headline_slot WHERE weeks IS NOT NULL),
     near AS (SELECT document_id, currency, slot, weeks + unnest([-1, 0, 1]) AS weeks FROM dated),
     few_undated AS (SELECT slot, currency FROM headline_slot GROUP BY ALL HAVING count(*) <= $few)
SELECT DISTINCT least(a.document_id, b.document_id) AS a, greatest(a.document_id, b.document_id) AS b
FROM dated a JOIN near b USING (currency, slot, weeks) WHERE a.document_id <> b.document_id
UNION
SELECT DISTINCT least(a.document_id, b.document_id), greatest(a.document_id, b.document_id)
FROM headline_slot a JOIN headline_slot b USING (currency, slot) SEMI JOIN few_undated USING (slot, currency)
WHERE a.document_id <> b.document_id AND (a.weeks IS NULL OR b.weeks IS NULL);

CREATE TEMP TABLE shared_link AS
WITH own AS (SELECT document_id, url FROM telling
             UNION SELECT document_id, canonical_url FROM telling WHERE canonical_url IS NOT NULL),
     told AS (SELECT * FROM own UNION SELECT document_id, original_url FROM telling WHERE original_url IS NOT NULL),
     plain AS (SELECT document_id, link_key(url) AS link FROM told)
SELECT DISTINCT least(a.document_id, b.document_id) AS a, greatest(a.document_id, b.document_id) AS b
FROM plain a JOIN plain b USING (link) WHERE a.document_id <> b.document_id;

CREATE TEMP TABLE candidate AS
SELECT a, b FROM shared_run UNION SELECT a, b FROM shared_award UNION SELECT a, b FROM shared_amount
UNION SELECT a, b FROM shared_headline UNION SELECT a, b FROM shared_link;

-- In two steps: joined in one, the planner may first pair all documents that state the same count.
CREATE TEMP TABLE candidate_count AS
SELECT c.a, c.b, x.unit, x."count" FROM candidate c JOIN stated_count x ON x.document_id = c.a;

CREATE TEMP TABLE shared_count AS
SELECT c.a, c.b, max(c."count") AS n
FROM candidate_count c JOIN stated_count y ON y.document_id = c.b AND y.unit = c.unit AND y."count" = c."count"
GROUP BY ALL;

-- The evidence for and against each pair, in hundredths.
CREATE TEMP TABLE evidence AS
WITH compared AS (
    SELECT c.a, c.b,
           l.a IS NOT NULL AS linked, n.n AS same_count,
           coalesce(r.n, 0) / greatest(1, least(len(ta.sketch), len(tb.sketch))) AS held,
           coalesce(w.n, 0) AS awards, coalesce(m.n, 0) AS amounts,
           ha.document_id IS NOT NULL AND hb.document_id IS NOT NULL AND ha.currency = hb.currency AS both_headlined,
           ha.reach_low <= hb.reach_high AND hb.reach_low <= ha.reach_high AS headlines_meet,
           least(digits(ha.amount_low), digits(hb.amount_low)) AS headline_digits,
           fa.programme_id = fb.programme_id AS same_fund,
           fa.programme_id <> fb.programme_id AS other_fund,
           fa.programme_id = fb.programme_id AND fa.round_no <> fb.round_no AS other_round,
           fa.programme_id = fb.programme_id AND fa.round_no = fb.round_no AS same_round,
           abs(date_diff('day', ta.published_on, tb.published_on)) AS days
    FROM candidate c
    JOIN telling ta ON ta.document_id = c.a JOIN telling tb ON tb.document_id = c.b
    LEFT JOIN shared_link l USING (a, b) LEFT JOIN shared_count n USING (a, b) LEFT JOIN shared_run r USING (a, b)
    LEFT JOIN shared_award w USING (a, b) LEFT JOIN shared_amount m USING (a, b)
    LEFT JOIN headline ha ON ha.document_id = c.a LEFT JOIN headline hb ON hb.document_id = c.b
    LEFT JOIN main_fund fa ON fa.document_id = c.a LEFT JOIN main_fund fb ON fb.document_id = c.b
), weighed AS (
    SELECT *, list_filter([
        {'reason': 'one links to the other', 'weight': CASE WHEN linked THEN 100 END},
        {'reason': 'much the same text',
         'weight': CASE WHEN held >= 0.5 THEN 70 WHEN held >= 0.3 THEN 50 WHEN held >= 0.15 THEN 35
                        WHEN held >= 0.06 THEN 20 END},
        {'reason': 'the same recipient gets the same amount', 'weight': CASE WHEN awards > 0 THEN least(90, 45 * awards) END},
        {'reason': 'the same unusual amount', 'weight': CASE WHEN amounts > 0 THEN least(80, 40 * amounts) END},
        {'reason': 'the same total',
         'weight': CASE WHEN both_headlined AND headlines_meet
                        THEN CASE WHEN headline_digits >= 3 THEN 35 WHEN headline_digits = 2 THEN 25 ELSE 15 END END},
        {'reason': 'the same fund', 'weight': CASE WHEN same_fund THEN 25 END},
        {'reason': 'the same round', 'weight': CASE WHEN same_round THEN 10 END},
        -- Large counts are hardly ever the same by chance, small ones often.
        {'reason': 'the same stated count', 'weight': CASE WHEN same_count >= 20 THEN 20 WHEN same_count > 0 THEN 15 END},
        {'reason': 'published within three days', 'weight': CASE WHEN days <= 3 THEN 15 END},
        {'reason': 'published within two weeks', 'weight': CASE WHEN days BETWEEN 4 AND 14 THEN 5 END},
        {'reason': 'published more than three weeks apart', 'weight': CASE WHEN days BETWEEN 22 AND 60 THEN -30 END},
        {'reason': 'published more than two months apart', 'weight': CASE WHEN days > 60 THEN -60 END},
        {'reason': 'different totals', 'weight': CASE WHEN both_headlined AND NOT headlines_meet THEN -50 END},
        {'reason': 'different funds', 'weight': CASE WHEN other_fund THEN -25 END},
        {'reason': 'different rounds of the fund', 'weight': CASE WHEN other_round THEN -100 END}
    ], lambda part: part.weight IS NOT NULL) AS parts
    FROM compared
)
SELECT a, b, linked,
       greatest(CASE WHEN linked THEN 100 ELSE -1000 END,
                CAST(list_sum(list_transform(parts, lambda part: part.weight)) AS INTEGER)) AS points,
       list_transform(parts, lambda part: part.reason || ' (' || CAST(part.weight AS VARCHAR) || ')') AS reasons
FROM weighed;
