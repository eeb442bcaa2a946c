---
queries:
  services: |
    SELECT coalesce(phase, strftime('%Y-%m-%d', observed_at, 'unixepoch')),
           sum(CASE WHEN metric = 'K6/dual-stack' THEN part ELSE 0 END),
           sum(CASE WHEN metric = 'K6/IPv6 only' THEN part ELSE 0 END),
           sum(CASE WHEN metric = 'K6/IPv4 only' THEN part ELSE 0 END),
           sum(CASE WHEN metric NOT IN ('K6/dual-stack', 'K6/IPv6 only',
                                        'K6/IPv4 only') THEN part ELSE 0 END)
    FROM   history
    WHERE  metric GLOB 'K6/*'
    GROUP BY snapshot
    ORDER BY snapshot
---
# Services by class in each state.
set style data histograms
set style histogram rowstacked
set yrange [0:*]
set style fill pattern border
plot services using 2:xtic(1) linetype 1 fillstyle solid 1 \
         title "dual-stack", \
     services using 3 linetype 2 fillstyle pattern 1 border \
         title "IPv6 only", \
     services using 4 linetype 3 fillstyle pattern 4 border \
         title "IPv4 only", \
     services using 5 linetype 4 fillstyle pattern 6 border \
         title "other"
