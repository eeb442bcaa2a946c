# expected.awk -- the other program's answers, in the spelling of keys.awk.
#
#   awk -f keys.awk -f expected.awk FOLDER/expected-*.tsv
#
# writes address, neighbour, peer and link into files of these names.
BEGIN { FS = OFS = "\t" }
FNR == 1 { kind = FILENAME; sub(/.*-/, "", kind); next }

# Are the sixteen octets letters that somebody took for an address?
function are_letters(key,   i) {
	for (i = 1; i < 32; i += 2)
		if (substr(key, i, 2) !~ /^([2-6][0-9a-f]|7[0-9a-e])$/)
			return 0
	return 1
}

kind == "addr6.tsv" {
	key = key_of($3)
	length_of_it = $3
	sub(/.*\//, "", length_of_it)
	print $1, $2, key, length_of_it, are_letters(key), $3 >"expected.address"
}

kind == "nd6.tsv" {
	gsub(/:/, "", $2)
	print $1, key_of($3), $2, $3 >"expected.neighbour"
}

kind == "bgp.tsv" { print $1, key_of($2), $3, $4, $2 >"expected.peer" }

# "gi1/0/7 (0050da41d5d1)": a port and a MAC of it or of its device. A port is
# written as octets where that program could not read it: "31 2F 32".
kind == "links.tsv" {
	said = $3 " " $5 " " $6
	mac = hex = ""
	if (match($6, / \([0-9a-f]*\)$/)) {
		mac = substr($6, RSTART + 2, RLENGTH - 3)
		$6 = substr($6, 1, RSTART - 1)
	}
	hex = tolower($6)
	gsub(/[ :]/, "", hex)
	if (hex !~ /^([0-9a-f][0-9a-f])+$/)
		hex = ""
	sub(/(00)+$/, "", hex)
	print $1, $2, $3, $4, $5, $6, hex, mac, said >"expected.link"
}
