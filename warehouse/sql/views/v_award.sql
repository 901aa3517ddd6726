-- Awards with names, financial year of the announcement and witnesses: one row an award, safe to add up within one currency.
-- year: financial year (April to March) that the text names, else that of the announcement
-- amount_total: what it comes to over its term; null for a rate without a term
-- confirmed: more than one document tells of it and none contradicts
SELECT a.award_id, a.announcement_id, n.title AS announcement, a.announced_on,
       coalesce(a.financial_year, CASE WHEN a.announced_on IS NOT NULL THEN
           CAST(year(a.announced_on - INTERVAL 3 MONTH) AS VARCHAR) || '/'
           || right(CAST(year(a.announced_on - INTERVAL 3 MONTH) + 1 AS VARCHAR), 2) END) AS year,
       a.area_id, p.area_name, a.recipient, a.amount, a.per, a.term_years, a.amount_total, a.currency, a.qualifier,
       a.programme_id, g.name AS programme, a.funder, a.purpose, a.bids, a.claims, a.documents, a.contradictions,
       a.documents > 1 AND a.contradictions = 0 AS confirmed, a.value_origin
FROM award a JOIN announcement n USING (announcement_id)
LEFT JOIN police_area p ON p.area_id = a.area_id
LEFT JOIN programme g ON g.programme_id = a.programme_id
