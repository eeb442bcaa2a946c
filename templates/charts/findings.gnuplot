---
queries:
  findings: |
    SELECT coalesce(phase, strftime('%Y-%m-%d', observed_at, 'unixepoch')),
           sum(CASE WHEN metric = 'K11-E' THEN part ELSE 0 END),
           sum(CASE WHEN metric = 'K11-W' THEN part ELSE 0 END),
           sum(CASE WHEN metric = 'K11-I' THEN part ELSE 0 END)
    FROM   history
    WHERE  metric GLOB 'K11-?'
    GROUP BY snapshot
    ORDER BY snapshot
---
# Open findings by severity in each state.
set style data histograms
set style histogram clustered gap 1
set boxwidth 0.9
set yrange [0:*]
plot findings using 2:xtic(1) linetype 3 fillstyle solid 1 \
         title "errors", \
     findings using 3 linetype 2 fillstyle pattern 4 border \
         title "warnings", \
     findings using 4 linetype 4 fillstyle pattern 6 border \
         title "notes"
