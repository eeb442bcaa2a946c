# recorded.awk -- what recordings hold, by a reading that knows nothing of ours.
#
#   awk -f keys.awk -f recorded.awk FILE.snmprec...
#
# prints lines of tab-separated words, the first of which says of what:
#
#   address    device ifIndex key length table why
#   prefix     device ifIndex key length
#   neighbour  device ifIndex key mac table why
#   peer       device instance key as state table why
#   link       device protocol port remote-index name table why
#
# `why` is empty, or says why such a row cannot be what its table is for.
BEGIN {
	FS = "|"
	OFS = "\t"
	table("1.3.6.1.2.1.4.20.1", "ipAddrTable")
	table("1.3.6.1.2.1.4.34.1", "ipAddressTable")
	table("1.3.6.1.2.1.55.1.8.1", "ipv6AddrTable")
	table("1.3.6.1.4.1.9.10.86.1.1.2.1", "cIpAddressTable")
	table("1.3.6.1.4.1.11863.6.50.1.1.1", "ipv6ParaConfigAddrTable")
	table("1.0.8802.1.1.2.1.3.8.1", "lldpLocManAddrTable")
	table("1.3.6.1.2.1.4.32.1", "ipAddressPrefixTable")
	table("1.3.6.1.2.1.3.1.1", "atTable")
	table("1.3.6.1.2.1.4.22.1", "ipNetToMediaTable")
	table("1.3.6.1.2.1.4.35.1", "ipNetToPhysicalTable")
	table("1.3.6.1.2.1.55.1.12.1", "ipv6NetToMediaTable")
	table("1.3.6.1.4.1.9.10.86.1.1.3.1", "cInetNetToMediaTable")
	table("1.3.6.1.2.1.6.19.1", "tcpConnectionTable")
	table("1.3.6.1.2.1.15.3.1", "bgpPeerTable")
	table("1.3.6.1.4.1.9.9.187.1.2.5.1", "cbgpPeer2Table")
	table("1.3.6.1.4.1.2636.5.1.1.2.1.1.1", "jnxBgpM2PeerTable")
	table("1.3.6.1.3.5.1.1.2.1", "bgp4V2PeerTable")
	table("1.3.6.1.4.1.30065.4.1.1.2.1", "aristaBgp4V2PeerTable")
	table("1.3.6.1.4.1.674.11000.5000.200.1.1.2.1", "os10bgp4V2PeerTable")
	table("1.3.6.1.4.1.6527.3.1.2.14.4.7.1", "tBgpPeerNgTable")
	table("1.0.8802.1.1.2.1.4.1.1", "lldpRemTable")
	table("1.3.111.2.802.1.1.13.1.4.1.1", "lldpV2RemTable")
	table("1.3.6.1.4.1.6527.3.1.2.59.4.1.1", "tmnxLldpRemTable")
	table("1.3.6.1.4.1.11863.6.35.1.2.2.1", "lldpNeighborInfoTable")
	table("1.3.6.1.4.1.9.9.23.1.2.1.1", "cdpCacheTable")
	split("idle connect active openSent openConfirm established", states,
		" ")
	state_column["bgpPeerTable"] = 2
	as_column["bgpPeerTable"] = 9
	state_column["cbgpPeer2Table"] = 3
	as_column["cbgpPeer2Table"] = 11
	state_column["jnxBgpM2PeerTable"] = 2
	as_column["jnxBgpM2PeerTable"] = 13
	state_column["tBgpPeerNgTable"] = 59
	as_column["tBgpPeerNgTable"] = 66
	pattern = "^(" pattern ")[.]"
}

function table(oid, name) {
	name_of[oid] = name
	gsub(/[.]/, "[.]", oid)
	pattern = pattern (pattern == "" ? "" : "|") oid
}

FNR == 1 {
	device_ends()
	device = FILENAME
	sub(/.*\//, "", device)
	sub(/[.]snmprec$/, "", device)
}

match($1, pattern) {
	sub(/\r$/, "")
	name = name_of[substr($1, 1, RLENGTH - 1)]
	rest = substr($1, RLENGTH + 1)
	column = int(rest)
	index_of_row = substr(rest, length(column) + 2)
	row = name SUBSEP index_of_row
	if (!(row in is_row)) {
		is_row[row] = 1
		row_name[++rows] = name
		row_index[rows] = index_of_row
	}
	value[row, column] = substr($0, length($1) + length($2) + 3)
	is_hex[row, column] = $2 ~ /x$/
}

END { device_ends() }

function get(column) { return value[now, column] }

function device_ends(   i) {
	for (i = 1; i <= rows; i++) {
		now = row_name[i] SUBSEP row_index[i]
		parts = split(row_index[i], part, ".")
		tell(row_name[i])
	}
	rows = 0
	split("", is_row)
	split("", value)
	split("", is_hex)
}

function tell(name) {
	if (name ~ /^(ipAddressTable|cIpAddressTable)$/)
		print "address", device, get(3), inet(1), pointer(get(5)), \
			name, why_no_address(get(3), inet(1))
	else if (name == "ipAddrTable")
		print "address", device, get(2), octets(1, 4), mask(get(3)), \
			name, why_no_address(get(2), octets(1, 4))
	else if (name == "ipv6AddrTable")
		print "address", device, part[1], plain_ipv6(), get(2), name, \
			why_no_address(part[1], plain_ipv6())
	else if (name == "ipv6ParaConfigAddrTable")
		print "address", device, get(1), tolower(get(4)), get(5), \
			name, ""
	else if (name == "lldpLocManAddrTable")
		print "address", device, get(4) == 2 ? get(5) : 0, inet(1), \
			"", name, "of LLDP alone"
	else if (name == "ipAddressPrefixTable")
		tell_prefix()
	else if (name == "tcpConnectionTable")
		tell_connection()
	else if (name in state_column || name ~ /4V2PeerTable$/)
		tell_peer(name)
	else if (name ~ /Rem|Neighbor|Cache/)
		tell_link(name)
	else
		tell_neighbour(name)
}

# ---- addresses ----

function why_no_address(port, key) {
	if (key == "")
		return "its index is no address"
	if (port == "" || port + 0 <= 0)
		return "on no interface"
	if (now ~ /^(ipAddress|cIpAddress)Table/ && get(4) == 3)
		return "a broadcast address"
	return ""
}

function pointer(oid,   n, words) {
	n = split(oid, words, ".")
	return n > 2 && words[n] > 0 ? words[n] : ""
}

function mask(text,   i, n, words, bits) {
	n = split(text, words, ".")
	for (i = 1; i <= n; i++)
		while (words[i] >= 128) {
			bits++
			words[i] = (words[i] - 128) * 2
		}
	return bits
}

function tell_prefix(   length_of_it) {
	length_of_it = part[parts--]
	if (inet(2) != "")
		print "prefix", device, part[1], inet(2), length_of_it
}

# ---- ARP and ND ----

function tell_neighbour(name,   port, key, mac) {
	port = part[1]
	if (name == "ipNetToMediaTable")
		key = octets(2, 4)
	else if (name == "atTable")
		key = octets(3, 4)
	else if (name == "ipv6NetToMediaTable")
		key = plain_ipv6()
	else {
		key = inet(2)
		if (key == "" && part[3] == parts - 3) {
			port = part[2] # OcNOS: the type comes first
			key = sized(4, parts - 3)
		}
	}
	mac = mac_of(name == "cInetNetToMediaTable" ? 3 : \
		name == "ipNetToPhysicalTable" ? 4 : 2)
	print "neighbour", device, port, key, mac, name, \
		key == "" ? "its index is no address" : ""
}

# Six octets, a length before them or more behind, or letters: "0:0:5e:0:53:1".
function mac_of(column,   text, words, i, out) {
	text = value[now, column]
	if (is_hex[now, column] && length(text) <= 16) {
		sub(length(text) == 14 ? "^06" : "^$", "", text)
		out = tolower(substr(text, 1, 12))
	} else if (split(text_of(column), words, /[: -]/) == 6) {
		for (i = 1; i <= 6; i++)
			out = out sprintf("%02x", number(words[i]))
	}
	return length(out) == 12 && out !~ /^0*$/ ? out : ""
}

# ---- BGP ----

# Instance 1 of draft 4 and of Nokia is the main one, as is 0 of Juniper.
function tell_peer(name,   instance, key, state, as) {
	state = name in state_column ? state_column[name] : 13
	as = name in as_column ? as_column[name] : 10
	instance = name ~ /^(bgp|cbgp)Peer/ ? 0 : part[1]
	if (name == "bgpPeerTable")
		key = octets(1, 4)
	else if (name == "cbgpPeer2Table")
		key = inet(1)
	else if (name == "jnxBgpM2PeerTable")
		key = tolower(get(11))
	else {
		instance = instance == 1 ? 0 : instance
		key = inet(2)
	}
	as = get(as) + 0
	print "peer", device, instance, key, \
		sprintf("%.0f", as < 0 ? as + 4294967296 : as), \
		states[get(state)], name, \
		key == "" ? "its index is no address" : ""
}

# Of a router that serves no table of IPv6 peers: type.length.octets.port twice,
# 5 for established.
function tell_connection(   near, far, key) {
	near = 3 + part[2]
	far = near + 3 + part[near + 2]
	if (far != parts || get(7) != 5 || \
		(part[near] != 179 && part[far] != 179))
		return
	key = sized(near + 3, part[near + 2])
	print "peer", device, 0, key, 0, states[6], "tcpConnectionTable", ""
}

# ---- LLDP and CDP ----

function tell_link(name,   shift, port, protocol, i, all) {
	protocol = name == "cdpCacheTable" ? "cdp" : "lldp"
	# Time mark, port, destination, number: each agent leaves out others.
	port = name ~ /^(cdp|lldpNeighbor)/ ? part[1] : \
		parts == 1 ? 0 : parts == 2 ? part[1] : part[2]
	shift = name == "lldpV2RemTable"
	for (i = 4; i <= 10; i++) # all but the kinds of identifiers
		if (name !~ /Rem/ || (i - shift != 4 && i - shift != 6))
			all = all value[now, i]
	i = name == "cdpCacheTable" ? 6 : \
		name == "lldpNeighborInfoTable" ? 9 : 9 + shift
	print "link", device, protocol, port, part[parts], text_of(i), name, \
		all ~ /^[0 ]*$/ ? "a blank row" : ""
}

function text_of(column,   text, i, out) {
	text = value[now, column]
	for (i = 1; is_hex[now, column] && i < length(text); i += 2)
		if (substr(text, i, 4) == "0000") # a buffer beyond its text
			break
		else if (substr(text, i, 2) != "00")
			out = out sprintf("%c", number(substr(text, i, 2)))
	text = is_hex[now, column] ? out : text
	gsub(/[^!-~]+/, " ", text)
	return text
}

# ---- indexes ----

function octets(from, count,   i, text) {
	if (from + count - 1 > parts)
		return ""
	for (i = from; i < from + count; i++) {
		if (part[i] > 255)
			return ""
		text = text sprintf("%02x", part[i])
	}
	return text
}

# With a zone behind it or without.
function sized(from, count) {
	if (count == 8 || count == 20)
		count -= 4
	return count == 4 || count == 16 ? octets(from, count) : ""
}

function letters(from, count,   i, text) {
	for (i = from; i < from + count; i++) {
		if (part[i] < 32 || part[i] > 126)
			return ""
		text = text sprintf("%c", part[i] + 0)
	}
	return key_of(text)
}

function words16(from,   i, text) {
	for (i = from; i < from + 8; i++) {
		if (part[i] > 65535)
			return ""
		text = text sprintf("%04x", part[i])
	}
	return text
}

# ifIndex.octets, with the length between them or not, or letters.
function plain_ipv6() {
	if (parts == 17)
		return octets(2, 16)
	if (parts == 18 && part[2] == 16)
		return octets(3, 16)
	return letters(2, parts - 1)
}

# type.length.octets from there to the end, and what agents make of it.
function inet(from,   left, key) {
	left = parts - from - 1
	if (part[from] < 1 || part[from] > 4 || left < 1)
		return ""
	if (part[from + 1] == left)
		key = sized(from + 2, left)
	if (key == "" && part[from + 1] == 5 && left == 5)
		key = octets(from + 2, 4)
	if (key == "" && part[from + 1] == left && left >= 7)
		key = letters(from + 2, left)
	if (key == "")
		key = sized(from + 1, left + 1)
	if (key == "" && (left == 7 || left == 8))
		key = words16(from + left - 6)
	return key
}
