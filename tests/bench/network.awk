# network.awk -- describes a network of `count` switches for twinmap-recordings:
# a tree with ten children each, 28 ports, a LAN of both families below each
# parent. Addresses are those reserved for measuring, 198.18.0.0/15, and
# documentation ones.
#
#   awk -v count=1000 -f network.awk >network.yaml
function name(k) { return sprintf("sw%05d", k) }
function ip(lan, host) {
	return sprintf("198.%d.%d.%d/28, 2001:db8:0:%x::%x/64",
		18 + int(lan / 4096), int(lan / 16) % 256,
		lan % 16 * 16 + host, lan, host)
}
BEGIN {
	print "phases: [p0]"
	print "platforms:"
	print "  - {name: load, descr: 'Load switch, release 1', first_index: 1,"
	print "     object: 1.3.6.1.4.1.32473.9.1, ports: Gi1/0/, port_count: 28}"
	print "devices:"
	for (k = 0; k < count; k++) {
		printf "  - {name: %s, role: l3switch, platform: load", name(k)
		parent = int((k - 1) / 10)
		if (k > 0)
			printf ", default: %s", name(parent)
		printf ", interfaces: ["
		if (k > 0)
			printf "{name: Vlan1, on: lan%d, ip: [%s]}%s", parent,
				ip(parent, 2 + (k - 1) % 10),
				k * 10 + 1 < count ? ", " : ""
		if (k * 10 + 1 < count)
			printf "{name: Vlan2, on: lan%d, ip: [%s]}", k, ip(k, 1)
		print "]}"
	}
	print "links:"
	for (k = 1; k < count; k++)
		printf "  - %s Gi1/0/%d -- %s Gi1/0/1\n", name(int((k - 1) / 10)),
			2 + (k - 1) % 10, name(k)
}
