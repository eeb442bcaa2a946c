---
queries:
  assets: |
    SELECT row_number() OVER (ORDER BY snapshot) - 1 AS x,
           coalesce(phase, day) AS state,
           share / 10.0, low / 10.0, high / 10.0
    FROM   page_history
    WHERE  metric = 'K9'
    ORDER BY snapshot
---
# Assets with IPv6 only, with the goals of M-21-07 for 2023, 2024 and 2025.
set yrange [0:100]
set format y "%.0f %%"
plot assets using 1:3:xtic(2) with boxes linecolor rgb v6 title "IPv6 only", \
     20 with lines dashtype 2 linecolor rgb unknown title "goal 20 %", \
     50 with lines dashtype 3 linecolor rgb unknown title "goal 50 %", \
     80 with lines dashtype 4 linecolor rgb unknown title "goal 80 %"
