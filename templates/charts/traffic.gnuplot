---
queries:
  traffic: |
    SELECT row_number() OVER (ORDER BY snapshot) - 1 AS x,
           coalesce(phase, day) AS state,
           share / 10.0, low / 10.0, high / 10.0
    FROM   page_history
    WHERE  metric = 'K10'
    ORDER BY snapshot
---
# The share of IPv6 in the traffic of the routers, as their counters say.
set yrange [0:100]
set format y "%.0f %%"
plot traffic using 1:3:xtic(2) with boxes linecolor rgb v6 \
         title "IPv6 share of traffic", \
     50 with lines dashtype 2 linecolor rgb unknown title "half"
