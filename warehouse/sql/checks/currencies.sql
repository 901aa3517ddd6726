-- gate: Is every currency a code of three capital letters?
SELECT 'money_mention' AS table_name, mention_id AS id, currency FROM money_mention
WHERE NOT regexp_full_match(currency, '[A-Z]{3}')
UNION ALL SELECT 'award_claim', claim_id, currency FROM award_claim WHERE NOT regexp_full_match(currency, '[A-Z]{3}')
UNION ALL SELECT 'award', award_id, currency FROM award WHERE NOT regexp_full_match(currency, '[A-Z]{3}')
