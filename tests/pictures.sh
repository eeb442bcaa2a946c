# pictures.sh -- sourced by test scripts: draws states made by hand.
#
#   . "$(dirname "$0")/../pictures.sh"
#   draws NAME KIND [OPTION...]  draws $work/NAME.db into $work/NAME; no picture
#                               failed, none of the kind has more than 60 cards
#   count_is TEXT NUMBER PATTERN NAME/PICTURE
draws() {
	local name=$1 kind=$2 file
	shift 2
	check "$name: drawn" "$twinmap" render "$work/$name.db" \
		--output "$work/$name" --formats none "$@"
	for file in "$work/$name/diagrams/$kind"*.svg; do
		echo "$(grep -c 'class="node' "$file") $file"
	done >"$work/cards"
	refuse "$name: no picture failed" \
		grep -l 'picture not drawn' "$work/$name"/diagrams/*.svg
	refuse "$name: no picture has more than 60 cards" \
		awk '$1 > 60 { print; more = 1 } END { exit !more }' "$work/cards"
}
count_is() {
	local got
	got=$(grep -cE "$3" "$work/${4%/*}/diagrams/${4#*/}.svg")
	echo "expected $2, got $got" >"$work/last"
	if [ "$got" -eq "$2" ]; then pass "$1"; else fail "$1"; fi
}
