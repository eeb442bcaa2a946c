-- metrics: an empty state has figures, and no shares
-- ask
SELECT id, part, total, unknown, share, low, high FROM metric ORDER BY ordinal;
SELECT snapshot, COUNT(*) FROM history GROUP BY snapshot;
