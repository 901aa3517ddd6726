-- gate: Are all qualifiers, units, roles, kinds and verdicts words of the contract?
SELECT 'money_mention' AS table_name, mention_id AS id, qualifier, per, role FROM money_mention
WHERE qualifier NOT IN ('exact', 'about', 'up_to', 'at_least', 'under')
   OR per NOT IN ('year', 'month', 'week', 'day', 'hour', 'item')
   OR role NOT IN ('award', 'total', 'part', 'cumulative', 'bid', 'other')
UNION ALL SELECT 'pcc_mention', mention_id, kind, NULL, NULL FROM pcc_mention
WHERE kind NOT IN ('office', 'person', 'force', 'area')
UNION ALL SELECT 'programme', programme_id, kind, NULL, status FROM programme
WHERE kind NOT IN ('fund', 'programme', 'unit', 'strategy') OR status NOT IN ('known', 'candidate')
UNION ALL SELECT 'reconciliation', check_id, verdict, NULL, kind FROM reconciliation
WHERE verdict NOT IN ('agrees', 'rounds', 'differs', 'not enough known')
