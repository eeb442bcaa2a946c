#!/bin/bash
# A crawl of agents that misbehave keeps what they told, says in words what it
# could not read, and goes on with everybody else.
. "$(dirname "$0")/../lib.sh"

in_own_namespace "$@"
cd "$work" || exit 1

# device NUMBER ROWS: a switch with so many interfaces, at both families.
device() {
	awk -v number="$1" -v rows="$2" 'BEGIN {
		print "1.3.6.1.2.1.1.3.0|67|4200"
		print "1.3.6.1.2.1.1.5.0|4|sw" number
		split("2|4|eth 3|2|6 7|2|1 8|2|1", columns, " ")
		for (i = 1; i <= 4; i++) {
			split(columns[i], column, "|")
			for (row = 1; row <= rows; row++)
				print "1.3.6.1.2.1.2.2.1." column[1] "." row "|" \
					column[2] "|" column[3]
		}
		print "1.3.6.1.2.1.4.20.1.1.192.0.2." number "|64|192.0.2." number
		print "1.3.6.1.2.1.4.20.1.2.192.0.2." number "|2|1"
		print "1.3.6.1.2.1.4.34.1.3.2.16.32.1.13.184" \
			".0.0.0.0.0.0.0.0.0.0.0." number "|2|1"
		for (row = 1; row <= rows; row++)
			print "1.3.6.1.2.1.31.1.1.1.1." row "|4|eth" row
	}'
}
mkdir network
device 1 300 >network/bad.snmprec
device 2 3 >network/good.snmprec
cat >discover.yaml <<'END'
scope: { include: [192.0.2.0/24, "2001:db8::/32"] }
credentials: credentials.yaml
limits: { timeout_ms: 100 }
END
echo 'credentials: [{ label: lab, version: v2c, community: public }]' \
	>credentials.yaml
chmod 600 credentials.yaml

start() {
	: >ready
	"$twinmap" replay --seconds 60 "$@" network >ready &
	server=$!
	for _ in $(seq 100); do
		grep -qs ready ready && return
		sleep 0.05
	done
}
stop() { kill "$server" && wait "$server"; }
ask() { sqlite3 -separator ' | ' topology.db "$1"; }
crawl() {
	rm -f topology.db
	timeout 50 "$twinmap" discover --config discover.yaml \
		--seed "$1" --seed "$2"
}
coverage() {
	ask "SELECT d.sys_name, c.question, c.result, c.rows, c.reason
		FROM coverage c JOIN device d ON d.id = c.device
		ORDER BY d.sys_name, c.question"
}

start
check "all is well" crawl 192.0.2.1 192.0.2.2
coverage >well
check "two devices" [ "$(ask 'SELECT count(*) FROM device')" = 2 ]
stop

# What differs from then is what stands below the name of the fault.
try() {
	local fault=$1
	cat >expected
	for seeds in '192.0.2.1 192.0.2.2' '2001:db8::1 2001:db8::2'; do
		start --fault "bad:$fault"
		# shellcheck disable=SC2086
		check "$fault: the crawl of $seeds ends" crawl $seeds
		coverage | diff well - | sed -n 's/^> //p' >found
		stop
		same "$fault: what it says of $seeds" expected found
	done
}
try loss=10 </dev/null
try slow-varbind=500 </dev/null
try short </dev/null
try too-big=12 </dev/null
try too-big=1 </dev/null
try gen-err=1.3.6.1.2.1.2.2.1.3 <<'END'
sw1 | IF-MIB::ifTable | cut short | 300 | genErr
END
try gen-err=1.3.6.1.2.1.31.1.1.1.1.150 <<'END'
sw1 | IF-MIB::ifXTable | cut short | 149 | genErr
END
try no-such-name </dev/null
try early-end=1.3.6.1.2.1.2.2.1.8.100 </dev/null
check "early-end: what is there before is kept, all else is read" [ 300:99 = "$(
	ask "SELECT sum(i.type = 6) || ':' || sum(i.oper_status = 'up')
		FROM interface i JOIN device d ON d.id = i.device
		WHERE d.sys_name = 'sw1'"
)" ]
try loop=1.3.6.1.2.1.2.2.1.3.100 <<'END'
sw1 | IF-MIB::ifTable | cut short | 300 | the agent's OIDs do not increase
END
check "loop: the other columns are read on" [ 100:300 = "$(
	ask "SELECT sum(i.type = 6) || ':' || sum(i.oper_status = 'up')
		FROM interface i JOIN device d ON d.id = i.device
		WHERE d.sys_name = 'sw1'"
)" ]
try non-increasing=1.3.6.1.2.1.31.1.1.1.1.50 <<'END'
sw1 | IF-MIB::ifXTable | cut short | 50 | the agent's OIDs do not increase
END

# Which tables were open when it fell silent depends on what else is asked.
start --fault bad:silent-after=8
check "silent-after: the crawl ends" crawl 192.0.2.1 2001:db8::2
stop
coverage | diff well - | sed -n 's/^> //p' >found
check "silent-after: some tables are cut short" grep -q 'cut short' found
refuse "silent-after: and nothing is said but that nobody answered" \
	grep -vE '\| (cut short|no answer) \| [0-9]+ \| no answer$' found
check "silent-after: rows read before are kept" [ 1 = "$(
	ask "SELECT count(*) > 3 FROM interface"
)" ]

for seeds in '192.0.2.1 192.0.2.2' '2001:db8::1 2001:db8::2'; do
	start --fault bad:wrong-source
	# shellcheck disable=SC2086
	check "wrong-source: the crawl of $seeds ends" crawl $seeds
	cp "$work/last" "$work/said"
	stop
	check "wrong-source: is counted" grep -q ' [1-9][0-9]* wrong sources' said
	coverage >found
	grep '^sw2' well >expected
	same "wrong-source: the other device is read" expected found
	ask "SELECT ip, result FROM candidate ORDER BY ip" >found
	printf '%s | no answer\n%s | answered\n' $seeds >expected
	same "wrong-source: nobody answered there" expected found
done

start --loss 10
check "a loss is told from silence" crawl 192.0.2.1 192.0.2.2
cp "$work/last" "$work/said"
stop
check "what was lost is asked again" grep -q ' [1-9][0-9]* retries' said
coverage >found
same "all devices may lose answers" well found
start --slow-varbind 2000
before=$(date +%s%N)
check "all devices may be slow" crawl 192.0.2.1 192.0.2.2
passed=$((($(date +%s%N) - before) / 1000000))
check "a thousand values take two seconds and more ($passed ms)" \
	[ "$passed" -ge 2000 ]
stop

# pattern SEED: which of thirty answers are lost.
pattern() {
	start --loss 50 --seed "$1"
	for _ in $(seq 30); do
		snmpget -v2c -c public -r0 -t0.05 -m '' 192.0.2.1 \
			1.3.6.1.2.1.1.5.0 >answer 2>&1
		echo $?
	done
	stop
}
pattern 1 >first
pattern 1 >again
pattern 2 >other
same "the same seed loses the same answers" first again
refuse "another seed loses others" cmp first other

for fault in nonsense loss loss=101 loss=x gen-err gen-err=x short=1 \
	bad:nonsense none:short; do
	refuse "the fault '$fault'" \
		"$twinmap" replay --seconds 1 --fault "$fault" network
done
refuse "a loss of more than everything" \
	"$twinmap" replay --seconds 1 --loss 101 network
finish
