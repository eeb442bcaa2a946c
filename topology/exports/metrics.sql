-- metrics: figures with numerator, denominator, unknown; shares in tenths of %.
SELECT   id,
         title,
         part,
         total,
         unknown,
         share,
         low,
         high,
         note
FROM     metric
ORDER BY ordinal;
