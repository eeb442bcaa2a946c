# chart.gnuplot: what all charts share. Colours are those of palette.sql; their
# dark twins stand in chart.css. Texts are shown as they are.
set terminal svg noenhanced size 760,320 dynamic font "Liberation Sans,13"
set encoding utf8
set datafile separator tab
set datafile missing "?"
set datafile commentschars ""
set border 3 linecolor rgb "#475569"
set tics nomirror textcolor rgb "#475569"
set grid ytics linecolor rgb "#cbd5e1"
set key outside right top textcolor rgb "#0f172a"
set style fill solid 1.0 noborder
set boxwidth 0.6
dual = "#0f766e"
v4 = "#b45309"
v6 = "#1d4ed8"
unknown = "#64748b"
# Bars with a pattern take their colour from their line type.
set linetype 1 linecolor rgb dual
set linetype 2 linecolor rgb v6
set linetype 3 linecolor rgb v4
set linetype 4 linecolor rgb unknown
