# recorded.sh -- sourced: replays a folder of recordings and discovers them.
#
#   discovered NAME FOLDER   each recording at an address of its own; leaves
#                            NAME.names (recording, address) and NAME.db
cat >discover.yaml <<'END'
scope: { include: [198.18.0.0/15] }
credentials: credentials.yaml
END
echo 'credentials: [{ label: lab, version: v2c, community: public }]' \
	>credentials.yaml
chmod 600 credentials.yaml

discovered() {
	local number=0 file server
	for file in "$2"/*.snmprec; do
		number=$((number + 1))
		printf '%s\t198.18.0.%d\n' "$(basename "$file" .snmprec)" \
			$number
	done >"$1.names"
	mapfile -t seeds < <(sed 's/.*\t/--seed=/' "$1.names")
	"$twinmap" replay --seconds 200 --addresses "$1.names" "$2" \
		>"$1.ready" 2>"$1.messages" &
	server=$!
	for _ in $(seq 200); do
		grep -qs ready "$1.ready" && break
		sleep 0.05
	done
	check "$1: all are discovered" timeout 100 "$twinmap" discover \
		--config discover.yaml --output "$1.db" "${seeds[@]}"
	kill "$server" && wait "$server"
}
