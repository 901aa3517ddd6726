-- warning: Which awards are larger than the total of their own announcement?
SELECT a.award_id, a.recipient, a.amount, n.total_high, n.title
FROM award a JOIN announcement n USING (announcement_id)
WHERE a.currency = n.currency AND a.per IS NULL AND a.amount > n.total_high * 1.05
