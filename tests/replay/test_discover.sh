#!/bin/bash
# A crawl that cannot do what it was told says so in one line; one that is
# stopped keeps what it has; each device is walked once, whatever its addresses.
. "$(dirname "$0")/../lib.sh"

in_own_namespace "$@"
cd "$work" || exit 1

# device NUMBER COUNT: a switch in a ring, which announces both families of the
# next ones. All share one engine id, as clones of one disk image do.
device() {
	local number=$1 count=$2 next
	local mac
	mac=$(printf '02005e0053%02x' "$number")
	cat <<END
1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.8072.3.2.10
1.3.6.1.2.1.1.3.0|67|4200
1.3.6.1.2.1.1.5.0|4|sw$number
1.3.6.1.6.3.10.2.1.1.0|4x|80001f880400112233
1.3.6.1.2.1.4.20.1.1.192.0.2.$number|64|192.0.2.$number
1.3.6.1.2.1.4.20.1.2.192.0.2.$number|2|1
1.3.6.1.2.1.4.20.1.3.192.0.2.$number|64|255.255.255.0
1.3.6.1.2.1.4.34.1.3.2.16.32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.$number|2|1
1.3.6.1.2.1.2.2.1.2.1|4|eth1
1.0.8802.1.1.2.1.3.1.0|2|4
1.0.8802.1.1.2.1.3.2.0|4x|$mac
END
	for step in 1 2 3; do
		next=$(((number + step - 1) % count + 1))
		mac=$(printf '02005e0053%02x' $next)
		cat <<END
1.0.8802.1.1.2.1.4.1.1.4.0.1.$step|2|4
1.0.8802.1.1.2.1.4.1.1.5.0.1.$step|4x|$mac
1.0.8802.1.1.2.1.4.1.1.6.0.1.$step|2|5
1.0.8802.1.1.2.1.4.1.1.7.0.1.$step|4|eth1
1.0.8802.1.1.2.1.4.2.1.3.0.1.$step.1.4.192.0.2.$next|2|2
1.0.8802.1.1.2.1.4.2.1.3.0.1.$step.2.16.32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.$next|2|2
END
	done
}
mkdir ring
for number in $(seq 20); do
	device "$number" 20 >"ring/sw$number.snmprec"
done
# Devices without any name of their own: one with two addresses, one other.
plain() {
	echo '1.3.6.1.2.1.1.3.0|67|4200'
	for address in "$@"; do
		echo "1.3.6.1.2.1.4.20.1.1.$address|64|$address"
		echo "1.3.6.1.2.1.4.20.1.2.$address|2|1"
	done
}
plain 192.0.2.201 192.0.2.202 >ring/plain.snmprec
plain 192.0.2.203 >ring/other.snmprec
# The address of the one stands in the table of the other, too.
{ echo '1.3.6.1.2.1.1.5.0|4|vain' && plain 192.0.2.206 192.0.2.207; } \
	>ring/vain.snmprec
{ echo '1.3.6.1.2.1.1.5.0|4|modest' && plain 192.0.2.207; } \
	>ring/modest.snmprec
echo 'vain 192.0.2.206' >list
# Its LLDP neighbour tells no address, and only ND knows the chassis's MAC.
cat >ring/border.snmprec <<'END'
1.3.6.1.2.1.1.5.0|4|border
1.3.6.1.2.1.4.34.1.3.2.16.32.1.13.184.0.0.0.0.0.0.0.0.0.0.2.4|2|1
1.3.6.1.2.1.4.35.1.4.1.2.16.32.1.13.184.0.0.0.0.0.0.0.0.0.0.2.5|4x|02005e0053f5
1.3.6.1.2.1.4.35.1.4.1.2.16.254.128.0.0.0.0.0.0.0.0.0.0.0.0.2.5|4x|02005e0053f5
1.3.6.1.2.1.4.35.1.4.1.1.4.198.51.100.5|4x|02005e0053f5
1.0.8802.1.1.2.1.4.1.1.4.0.1.1|2|4
1.0.8802.1.1.2.1.4.1.1.5.0.1.1|4x|02005e0053f5
END
cat >ring/quiet.snmprec <<'END'
1.3.6.1.2.1.1.5.0|4|quiet
1.3.6.1.2.1.4.34.1.3.2.16.32.1.13.184.0.0.0.0.0.0.0.0.0.0.2.5|2|1
END

# Announces us, everybody, the world, and one neighbour at 200 addresses.
{
	echo '1.3.6.1.2.1.1.5.0|4|liar'
	echo '1.3.6.1.2.1.4.20.1.1.192.0.2.210|64|192.0.2.210'
	echo '1.0.8802.1.1.2.1.4.1.1.4.0.1.1|2|4'
	echo '1.0.8802.1.1.2.1.4.1.1.5.0.1.1|4x|02005e0053f9'
	for ip in 127.0.0.1 169.254.0.1 224.0.0.1 255.255.255.255 0.0.0.0 \
		203.0.113.1 $(seq -f 198.51.100.%g 200); do
		echo "1.0.8802.1.1.2.1.4.2.1.3.0.1.1.1.4.$ip|2|2"
	done
	for ip in 0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.1 \
		0.0.0.0.0.0.0.0.0.0.255.255.127.0.0.1 \
		254.128.0.0.0.0.0.0.0.0.0.0.0.0.0.1 \
		255.2.0.0.0.0.0.0.0.0.0.0.0.0.0.1; do
		echo "1.0.8802.1.1.2.1.4.2.1.3.0.1.1.2.16.$ip|2|2"
		echo "1.3.6.1.2.1.4.37.1.4.2.16.$ip.1|2|600"
	done
} >ring/liar.snmprec

cat >credentials.yaml <<'END'
credentials: [{ label: lab, version: v2c, community: public }]
END
cat >wrong.yaml <<'END'
credentials: [{ label: lab, version: v2c, community: private }]
END
chmod 600 credentials.yaml wrong.yaml
cat >discover.yaml <<'END'
scope: { include: [192.0.2.0/24, "2001:db8::/32"] }
credentials: credentials.yaml
limits: { timeout_ms: 300, tries: 2 }
END

replay() {
	"$twinmap" replay --seconds 100 "$@" ring >ready 2>messages &
	server=$!
	for _ in $(seq 100); do
		grep -qs ready ready && return
		sleep 0.05
	done
}
stop() { kill "$server" && wait "$server"; }
discover() { timeout 60 "$twinmap" discover --config discover.yaml "$@"; }
ask() { sqlite3 -batch topology.db "$@"; }
says() { [ "$("${@:2}" 2>&1)" = "$1" ]; }
# one_line STATUS PATTERN command...: that status, and that line alone
one_line() {
	local status=$1 pattern=$2 got
	shift 2
	"$@" >said 2>&1
	got=$?
	cat said
	grep -v ' requests, ' said >lines
	[ "$got" -eq "$status" ] && [ "$(wc -l <lines)" -eq 1 ] &&
		grep -q "$pattern" lines
}

replay
check "one seed, both families, one walk a device" \
	discover --seed 192.0.2.1 --at 2026-09-17T08:15:00Z
check "clones of one engine id are told apart" says 20 ask \
	"SELECT count(*) FROM device WHERE source = 'agent'"
check "no device is written twice" says 20 ask \
	"SELECT count(DISTINCT sys_name) FROM device WHERE source = 'agent'"
check "addresses of known devices are not asked" says "answered|20
same device|20" ask \
	"SELECT result, count(*) FROM candidate GROUP BY result ORDER BY result"
check "the run has one clock" says "1789632900|1|1" ask \
	"SELECT observed_at, complete, (SELECT count(DISTINCT asked_at)
		FROM device WHERE source = 'agent') FROM meta"
check "no draft is left" [ ! -e topology.db.partial ]
cp topology.db before.db

discover --seed 192.0.2.202 --seed 192.0.2.203 --seed 192.0.2.201 2>said
check "nameless devices are told apart by their addresses" says "2
answered
answered
same device" ask "SELECT count(*) FROM device;
	SELECT result FROM candidate ORDER BY result"
check "nobody told an address: ND knows the MAC" \
	discover --seed 2001:db8::204
check "and it is asked, within the scope" says "198.51.100.5|out of scope|
2001:db8::204|answered|border
2001:db8::205|answered|quiet" ask "SELECT c.ip, result, sys_name
	FROM candidate c LEFT JOIN device d ON d.id = c.device
	ORDER BY c.ip_key"
cat >quick.yaml <<'END'
scope: { include: [0.0.0.0/0, "::/0"], exclude: [203.0.113.0/24] }
credentials: credentials.yaml
limits: { timeout_ms: 50, tries: 1 }
END
check "a liar is read" timeout 60 "$twinmap" discover --config quick.yaml \
	--seed 192.0.2.210
check "and leads to no address that is nobody's" says 'no answer
not asked
out of scope|203.0.113.1|0' ask "SELECT DISTINCT result FROM candidate
	WHERE ip LIKE '198.51.100.%' ORDER BY result;
	SELECT result, ip, requests FROM candidate
	WHERE ip NOT LIKE '198.51.100.%' AND found_by <> 'seed'"
check "nor to many of one neighbour" says 16 ask \
	"SELECT sum(requests) FROM candidate WHERE found_by <> 'seed'"
check "a scope keeps the crawl inside" discover --seed 192.0.2.1 \
	--exclude 192.0.2.2/31 --exclude 192.0.2.4 --exclude 2001:db8::/32
check "what lies outside is said" says "answered|1
out of scope|6" ask \
	"SELECT result, count(*) FROM candidate GROUP BY result ORDER BY result"
stop

replay --addresses list
sed 's/limits: {/& window: 1,/' discover.yaml >one-by-one.yaml
discover --config one-by-one.yaml --seed 192.0.2.206 --seed 192.0.2.207 \
	--seed 192.0.2.201 --seed 192.0.2.202 2>said
check "a seed is asked, whoever claims it, and told apart" says \
	"192.0.2.201|answered|
192.0.2.202|same device|
192.0.2.206|answered|vain
192.0.2.207|answered|modest" ask "SELECT c.ip, result, sys_name
	FROM candidate c JOIN device d ON d.id = c.device ORDER BY c.ip_key"
stop

cp before.db topology.db
replay
check "a wrong community is one clear line" one_line 1 \
	'seed 192.0.2.1 .*\(no answer\|credentials\)' \
	discover --seed 192.0.2.1 --credentials wrong.yaml
check "a silent seed is one clear line, IPv4" one_line 1 \
	'seed 192.0.2.99 .*no answer' discover --seed 192.0.2.99
check "a silent seed is one clear line, IPv6" one_line 1 \
	'seed 2001:db8::99 .*no answer' discover --seed 2001:db8::99
check "the file of the last run stays" cmp topology.db before.db
check "one silent seed of two is a warning" one_line 0 \
	'seed 192.0.2.99 .*no answer' \
	discover --seed 192.0.2.99 --seed 192.0.2.1 --output two.db
chmod 644 credentials.yaml
check "credentials that others can read are refused" one_line 1 \
	'credentials.yaml.*chmod' discover --seed 192.0.2.1
chmod 600 credentials.yaml
check "no seed" one_line 1 'no seed' discover
echo 'scope: { include: [192.0.2.0/33] }' >bad.yaml
check "a wrong prefix is told with its line" one_line 1 'bad.yaml:1: ' \
	"$twinmap" discover --config bad.yaml
refuse "an unknown option" discover --sed 192.0.2.1
check "without a scope private networks are asked, and the seeds" \
	"$twinmap" discover --credentials credentials.yaml \
	--seed 192.0.2.201 --output private.db
cp last said
check "which is said" grep -q 'no scope given' said
check "and kept" says "10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,192.0.2.201/32,fc00::/7" \
	sqlite3 private.db "SELECT group_concat(value) FROM (SELECT value FROM
	setting WHERE name = 'include' ORDER BY value LIKE '%:%', rowid)"
stop

# Stopped half way: every answer takes its time.
replay --delay 150
for signal in INT TERM; do
	rm -f part.db part.db.partial
	discover --seed 192.0.2.1 --output part.db 2>said &
	crawl=$!
	for _ in $(seq 200); do
		# Who reads while the log is set up would be in the way.
		[ -s part.db.partial-wal ] && [ "$(sqlite3 part.db.partial \
			'SELECT count(*) FROM device' 2>/dev/null || echo 0)" -ge 2 ] &&
			break
		sleep 0.05
	done
	pid=$(ps -o pid= --ppid $crawl)
	kill -$signal $pid
	kill -$signal $pid 2>/dev/null # an impatient user
	wait $crawl
	status=$?
	cp said last
	check "SIG$signal ends with status 1" [ $status -eq 1 ]
	check "SIG$signal leaves a draft" [ -f part.db.partial ]
	check "SIG$signal gives nothing its name" [ ! -e part.db ]
	check "SIG$signal: the draft says that it is not complete" \
		says $'0\nok' sqlite3 part.db.partial \
		"SELECT complete FROM meta; PRAGMA integrity_check"
	check "SIG$signal: whole devices only" says 0 sqlite3 part.db.partial \
		"SELECT count(*) FROM device WHERE id NOT IN
		(SELECT device FROM coverage WHERE question LIKE 'LLDP%')"
	check "SIG$signal is told in one line" grep -q 'stopped; part.db.partial' \
		said
done
stop

# A disk of its own, too small for twenty devices.
replay
mkdir small
on_small_disk() {
	unshare -m sh -c 'mount -t tmpfs -o size=4m none small || exit
		timeout 60 "$@"
		got=$?
		cp small/* . && exit $got' sh "$@"
}
on_small_disk "$twinmap" discover --config discover.yaml --seed 192.0.2.1 \
	--output small/full.db 2>said
check "a full disk ends with status 1" [ $? -eq 1 ]
cp said last
check "it is told once" says 1 grep -c "is full" said
kept=$(sed -n "s/.*stopped; .* holds the \([0-9]*\) devices.*/\1/p" said)
check "what was read is told and kept" says "$kept
ok" sqlite3 \
	full.db.partial "SELECT count(*) FROM device; PRAGMA integrity_check"
check "it is something, and not all" [ "$kept" -ge 1 -a "$kept" -lt 20 ]
mkdir folder.db
check "a folder is no output" one_line 1 "folder.db: is a folder" \
	discover --seed 192.0.2.1 --output folder.db
mkfifo pipe.db
check "a pipe is no output" one_line 1 "pipe.db: is no file" \
	discover --seed 192.0.2.1 --output pipe.db
check "no folder, no output" one_line 1 "nowhere/x.db.partial: " \
	discover --seed 192.0.2.1 --output nowhere/x.db
stop
finish
