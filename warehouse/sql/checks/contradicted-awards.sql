-- warning: Which awards are told with different amounts?
SELECT award_id, recipient, amount, claims, contradictions FROM award WHERE contradictions > 0
