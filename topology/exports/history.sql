-- history: figures of this state and of those before it, also by class.
SELECT   snapshot,
         phase,
         metric,
         part,
         total,
         unknown
FROM     history
ORDER BY snapshot, metric;
