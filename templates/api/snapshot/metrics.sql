-- metrics: the figures of the rollout: part of total; unknown counts neither.
SELECT   id, title, part, total, unknown, share AS share_tenths,
         low AS low_tenths, high AS high_tenths, note
FROM     metric
ORDER BY ordinal, id
