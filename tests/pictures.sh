# pictures.sh -- sourced by test scripts: draws states made by hand.
#
#   . "$(dirname "$0")/../pictures.sh"
#   draws NAME KIND             draws $work/NAME.db into $work/NAME; no picture of
#                               the kind failed or has more than 60 cards
#   count_is TEXT NUMBER PATTERN NAME/PICTURE
draws() {
	local file
	check "$1: drawn" "$twinmap" render "$work/$1.db" \
		--output "$work/$1" --only diagrams --formats none
	for file in "$work/$1/diagrams/$2"*.svg; do
		echo "$(grep -c 'class="node' "$file") $file"
	done >"$work/cards"
	refuse "$1: no picture failed" \
		grep -l 'picture not drawn' "$work/$1"/diagrams/*.svg
	refuse "$1: no picture has more than 60 cards" \
		awk '$1 > 60 { print; more = 1 } END { exit !more }' "$work/cards"
}
count_is() {
	local got
	got=$(grep -cE "$3" "$work/${4%/*}/diagrams/${4#*/}.svg")
	echo "expected $2, got $got" >"$work/last"
	if [ "$got" -eq "$2" ]; then pass "$1"; else fail "$1"; fi
}
