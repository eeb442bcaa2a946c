# parts.sh -- sourced by scripts of the sample, in the project's folder: agents
# and services of one phase. Needs $phase and $folder; whatever is started ends
# with the script.
#
#   make_recordings      FOLDER/PHASE/*.snmprec, from the description
#   copy_settings        discover.yaml and credentials.yaml, into the folder
#   replay [OPTION...]   agents, until they are ready
#   serve COMMAND...     the same of any server that says so
#   end_servers          all that were started
sample=samples/marlin
build=${BUILD:-build}
case $build in /*) ;; *) build=$PWD/$build ;; esac

ip route show table local | grep -q "^local default" || {
	echo "$0: run it through samples/in-namespace: it needs every address" >&2
	exit 1
}

# No server runs under timeout(1): it would end what it starts, too.
servers=()
end_servers() {
	[ ${#servers[@]} -eq 0 ] || kill "${servers[@]}" 2>/dev/null
	wait "${servers[@]}"
	servers=()
}
trap "end_servers || :" EXIT
serve() {
	local ready=$folder/$phase/ready
	: >"$ready"
	"$@" >"$ready" &
	servers+=($!)
	for _ in $(seq 100); do
		! grep -q ready "$ready" || return 0
		sleep 0.05
	done
	return 1
}

# The sample's clock: the day on which the phase was closed.
day=$(sed -n "s/.*{id: $phase,.* end: \([0-9-]*\).*/\1/p" $sample/facts.yaml)

make_recordings() {
	rm -rf "${folder:?}/$phase"
	mkdir -p "$folder/$phase"
	"$build/twinmap-recordings" $sample/network.yaml "$phase" "$folder/$phase"
}

copy_settings() {
	install -m 644 $sample/discover.yaml "$folder/discover.yaml"
	# Git keeps no such mode, and nobody takes credentials that others may read.
	install -m 600 $sample/credentials.yaml "$folder/credentials.yaml"
}

# Who has an SNMP engine knows SNMPv3 alone, the others only what was before.
replay() {
	local recording lacks faults=()
	for recording in "$folder/$phase"/*.snmprec; do
		lacks=no-v3
		! grep -q '^1\.3\.6\.1\.6\.3\.10\.2\.1\.' "$recording" ||
			lacks=no-community
		faults+=(--fault "$(basename "$recording" .snmprec):$lacks")
	done
	serve "$build/twinmap" replay --seconds 300 "${faults[@]}" \
		--credentials "$folder/credentials.yaml" "$@" "$folder/$phase"
}

# The host of the collector has both families.
add_own_addresses() {
	ip address add 192.0.2.20/32 dev lo
	ip address add 3fff:a10:0:10::20/128 dev lo nodad
}
