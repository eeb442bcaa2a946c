# keys.awk -- addresses in one spelling: 8 or 32 hex digits.

function number(hex,   i, result) {
	for (i = 1; i <= length(hex); i++)
		result = result * 16 + \
			index("0123456789abcdef", tolower(substr(hex, i, 1))) - 1
	return result
}

function key_of_ipv4(text,   n, words) {
	n = split(text, words, ".")
	return n == 4 ? sprintf("%02x%02x%02x%02x", words[1], words[2],
		words[3], words[4]) : ""
}

# Of text in any spelling, with a prefix length or not; empty if it is none.
function key_of(text,   n, i, halves, words, side, out) {
	sub(/\/.*/, "", text)
	if (text !~ /:/)
		return key_of_ipv4(text)
	if (match(text, /[0-9]+[.][0-9.]+$/)) {
		out = key_of_ipv4(substr(text, RSTART))
		text = substr(text, 1, RSTART - 1) substr(out, 1, 4) ":" \
			substr(out, 5)
		out = ""
	}
	if (text ~ /[^0-9a-fA-F:]/ || split(text, halves, "::") > 2)
		return ""
	for (side = 1; side <= 2; side++) {
		n = split(halves[side], words, ":")
		for (i = 1; i <= n; i++)
			out = out sprintf("%4s", words[i])
		if (side == 1)
			while (text ~ /::/ && \
				length(out) / 4 + split(halves[2], words, ":") < 8)
				out = out "0000"
	}
	gsub(/ /, "0", out)
	return length(out) == 32 ? tolower(out) : ""
}
