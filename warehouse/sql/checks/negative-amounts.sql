-- warning: Which amounts are negative?
SELECT mention_id, document_id, text, amount_low FROM money_mention WHERE amount_low < 0
