-- gate: Is the lower end of every amount at most the upper one?
SELECT 'money_mention' AS table_name, mention_id AS id FROM money_mention WHERE amount_low > amount_high
UNION ALL SELECT 'award_claim', claim_id FROM award_claim WHERE amount_low > amount_high
UNION ALL SELECT 'award', award_id FROM award WHERE amount_low > amount_high OR amount NOT BETWEEN amount_low AND amount_high
UNION ALL SELECT 'announcement', announcement_id FROM announcement WHERE total_low > total_high
