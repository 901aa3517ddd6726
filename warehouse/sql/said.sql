SELECT 'announcement' AS kind, announcement_id AS fact_id,
       to_json({title: title, announced_on: announced_on, funder: funder, programme_id: programme_id,
                total_low: total_low, total_high: total_high, documents: documents})::VARCHAR AS content
FROM announcement
UNION ALL
SELECT 'award', award_id,
       to_json({announcement_id: announcement_id, area_id: area_id, recipient: recipient, amount: amount,
                currency: currency, per: per, programme_id: programme_id, claims: claims})::VARCHAR
FROM award
