---
queries:
  devices: |
    SELECT row_number() OVER (ORDER BY snapshot) - 1 AS x,
           coalesce(phase, day) AS state,
           share / 10.0, low / 10.0, high / 10.0
    FROM   page_history
    WHERE  metric = 'K1'
    ORDER BY snapshot
  infrastructure: |
    SELECT row_number() OVER (ORDER BY snapshot) - 1 AS x,
           coalesce(phase, day) AS state,
           share / 10.0, low / 10.0, high / 10.0
    FROM   page_history
    WHERE  metric = 'K2'
    ORDER BY snapshot
  endpoints: |
    SELECT row_number() OVER (ORDER BY snapshot) - 1 AS x,
           coalesce(phase, day) AS state,
           share / 10.0, low / 10.0, high / 10.0
    FROM   page_history
    WHERE  metric = 'K3'
    ORDER BY snapshot
  segments: |
    SELECT row_number() OVER (ORDER BY snapshot) - 1 AS x,
           coalesce(phase, day) AS state,
           share / 10.0, low / 10.0, high / 10.0
    FROM   page_history
    WHERE  metric = 'K4'
    ORDER BY snapshot
---
# Shares of dual-stack over the states; the band is from what is sure to what is
# possible.
set yrange [0:100]
set format y "%.0f %%"
set style fill transparent solid 0.15 noborder
set offsets 0.3, 0.3, 0, 0
plot devices using 1:4:5 with filledcurves linecolor rgb dual notitle, \
     infrastructure using 1:4:5 with filledcurves linecolor rgb v6 notitle, \
     endpoints using 1:4:5 with filledcurves linecolor rgb v4 notitle, \
     segments using 1:4:5 with filledcurves linecolor rgb unknown notitle, \
     devices using 1:3:xtic(2) with linespoints linewidth 2 pointtype 7 \
         linecolor rgb dual title "Devices", \
     infrastructure using 1:3 with linespoints linewidth 2 pointtype 5 \
         dashtype 2 linecolor rgb v6 title "Infrastructure", \
     endpoints using 1:3 with linespoints linewidth 2 pointtype 9 \
         dashtype 3 linecolor rgb v4 title "Endpoints", \
     segments using 1:3 with linespoints linewidth 2 pointtype 13 \
         dashtype 4 linecolor rgb unknown title "Segments"
