#!/bin/bash
# test_pictures_uplinks.sh -- pictures of circuits: the sessions of both families
# on their lines, and many circuits in more than one picture.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../pictures.sh"

# made NAME CIRCUITS PROVIDERS [SQL]: each circuit ends on a router of its own.
made() {
	{
		schema
		cat "$top"/topology/views/*.sql
		cat <<SQL
INSERT INTO meta (id, observed_at, started_at, tool) VALUES (1, 1, 1, 'test');
CREATE TEMP TABLE number AS
WITH RECURSIVE n (n) AS (
	SELECT 0 UNION ALL SELECT n + 1 FROM n WHERE n < $2 - 1)
SELECT n FROM n;
INSERT INTO device (id, source, key, slug, name, class, documented)
SELECT n + 1, 'agent', 'r' || n, 'r' || n, 'r' || n, 'dual-stack', 1 FROM number;
INSERT INTO fact_circuit (id, kind, provider, provider_as, device)
SELECT 'line-' || n, 'uplink', 'Provider ' || (n % $3), 64500 + n % $3, 'r' || n
FROM   number;
INSERT INTO circuit (id, slug, class, device)
SELECT 'line-' || n, 'line-' || n, iif(n, 'dual-stack', 'partial'), n + 1
FROM   number;
INSERT INTO bgp_peer (device, instance, family, peer_ip, peer_ip_key, if_index,
	remote_as, state, sources)
SELECT n + 1, 0, 4, '198.51.100.' || n, zeroblob(16), 0, 64500 + n % $3,
	'established', 'test' FROM number WHERE n <> 2
UNION ALL
SELECT n + 1, 0, 6, '2001:db8::' || n, zeroblob(16), 0, 64500 + n % $3,
	iif(n, 'established', 'idle'), 'test' FROM number WHERE n NOT IN (1, 2);
${4:-}
SQL
	} | sqlite3 "$work/$1.db" 2>"$work/said"
	draws "$1" uplinks --only diagrams
}

made few 4 2
count_is "4 circuits: a card each" 4 'class="node circuit' few/uplinks
count_is "4 circuits: two providers" 2 'class="node provider"' few/uplinks
count_is "4 circuits: their routers" 4 'class="node device' few/uplinks
count_is "4 circuits: two lines each" 8 'class="edge link' few/uplinks
count_is "IPv6 session that is up" 1 '>IPv6: BGP established<' few/uplinks
count_is "IPv6 session that is down" 1 '>IPv6: BGP idle<' few/uplinks
count_is "IPv6 session that is missing" 1 '>IPv6: no BGP session seen<' few/uplinks
count_is "IPv4 sessions" 3 '>IPv4: BGP established<' few/uplinks
count_is "no session of either family" 1 '>no BGP session seen<' few/uplinks
count_is "what is partial is dashed" 1 'class="node circuit v4"' few/uplinks

made many 90 2
count_is "90 circuits: the providers" 2 'class="node provider"' many/uplinks
count_is "90 circuits: none of them" 0 'class="node circuit' many/uplinks
count_is "90 circuits: a provider leads to its circuits" 2 \
	'href="../pictures/uplinks-provider-[01]-[0-9a-f]+.html"' many/uplinks
cat "$work"/many/diagrams/uplinks-*.svg | grep -c 'class="node circuit' \
	>"$work/got"
echo 90 >"$work/expected"
same "90 circuits: each stands in one picture" "$work/expected" "$work/got"
refuse "90 circuits: nothing is left out" grep -q 'the rest: page uplinks' \
	"$work/many/diagrams/uplinks.svg"

made crowd 70 70
count_is "70 providers: 60 of them" 60 'class="node provider"' crowd/uplinks
count_is "70 providers: said so" 1 '60 of 70 providers, the rest: page uplinks<' \
	crowd/uplinks

finish
