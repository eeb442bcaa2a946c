# marlin_facts.sh -- sourced by test scripts: asks the four phases of the sample
# network alike.
#
#   . "$(dirname "$0")/../marlin_facts.sh" # behind lib.sh
#   facts NAME SQL <EXPECTED       rows of all phases, each behind its phase
#   each_phase <LIST               "p1,p2 ..." becomes a line for each phase
#   ask PHASE SQL
#
# The current folder is $work. SQL finds agents in `own`, with their interfaces
# in `port`.
. "$top/tests/marlin.sh"
cd "$work" || exit 1
export LC_ALL=C
check "four phases are discovered" marlin_states

names="CREATE TEMP VIEW own AS SELECT id, sys_name AS name FROM device
		WHERE source = 'agent';
	CREATE TEMP VIEW port AS SELECT i.id, i.if_index, o.id AS device,
			o.name AS owner, i.name, i.type
		FROM interface i JOIN own o ON o.id = i.device;"
ask() { # PHASE SQL
	sqlite3 -batch -noheader -separator ' ' -nullvalue - \
		"$marlin/$1.db" "$names" "$2" | sed 's/ *$//'
}
# facts NAME SQL -- its rows in each phase, behind the phase, are those of
# standard input, in any order.
facts() {
	local phase
	sort >expected
	for phase in $marlin_phases; do
		ask "$phase" "$2" | sed "s/^/$phase /"
	done | sort >found
	same "$1" expected found
}

# A line "p1,p2 ..." for each of the phases.
each_phase() {
	while read -r phases rest; do
		for phase in ${phases//,/ }; do echo "$phase $rest"; done
	done
}
