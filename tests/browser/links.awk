# links.awk -- all links of the pages of a site, and where they lead.
#
#   cd SITE && awk -f links.awk FILE...
#
# Reads HTML, SVG and Markdown files. Prints "FILE<tab>TARGET<tab>FRAGMENT" for
# each link inside the site, relative to its folder; "id<tab>FILE<tab>ID" for
# each id, in Markdown also those that code hosts make of headings;
# "foreign<tab>FILE<tab>URL" for what leaves the site or its folder.
function decoded(text,    number) {
	while (match(text, /&#[0-9]+;/)) {
		number = substr(text, RSTART + 2, RLENGTH - 3)
		text = substr(text, 1, RSTART - 1) sprintf("%c", number + 0) \
			substr(text, RSTART + RLENGTH)
	}
	gsub(/&quot;/, "\"", text)
	gsub(/&lt;/, "<", text)
	gsub(/&gt;/, ">", text)
	gsub(/&amp;/, "\\&", text)
	return text
}

# "devices" and "../sites/hq.html" give "sites/hq.html"; "" when it leaves.
function joined(folder, path,    parts, kept, count, depth, i) {
	count = split(folder "/" path, parts, "/")
	depth = 0
	for (i = 1; i <= count; i++) {
		if (parts[i] == "" || parts[i] == ".")
			continue
		if (parts[i] != "..")
			kept[++depth] = parts[i]
		else if (--depth < 0)
			return ""
	}
	path = depth > 0 ? kept[1] : ""
	for (i = 2; i <= depth; i++)
		path = path "/" kept[i]
	return path
}

function link(url,    folder, fragment, target) {
	url = decoded(url)
	if (url ~ /^([a-zA-Z][a-zA-Z0-9+.-]*:|\/)/) {
		print "foreign\t" FILENAME "\t" url
		return
	}
	fragment = ""
	if (match(url, /#/)) {
		fragment = substr(url, RSTART + 1)
		url = substr(url, 1, RSTART - 1)
	}
	sub(/\?.*/, "", url)
	folder = FILENAME
	if (!sub(/\/[^\/]*$/, "", folder))
		folder = ""
	target = url == "" ? FILENAME : joined(folder, url)
	if (target == "")
		print "foreign\t" FILENAME "\t" url
	else
		print FILENAME "\t" target "\t" fragment
}

# "## What was <a id="x"></a>`asked`" is #what-was-asked.
function heading_id(text) {
	gsub(/<[^>]*>/, "", text)
	gsub(/\]\([^)]*\)/, "", text)
	text = tolower(text)
	sub(/^#+ +/, "", text)
	gsub(/[^a-z0-9 _-]/, "", text)
	gsub(/ /, "-", text)
	if (FILENAME "#" text in headings)
		text = text "-" headings[FILENAME "#" text]++
	else
		headings[FILENAME "#" text] = 1
	return text
}

FILENAME ~ /\.md$/ {
	if ($0 ~ /^#+ /)
		print "id\t" FILENAME "\t" heading_id($0)
	line = $0
	while (match(line, /<a id="[^"]*"/)) {
		print "id\t" FILENAME "\t" substr(line, RSTART + 7, RLENGTH - 8)
		line = substr(line, RSTART + RLENGTH)
	}
	line = $0
	gsub(/`[^`]*`/, "", line)
	while (match(line, /\]\([^)]*\)/)) {
		url = substr(line, RSTART + 2, RLENGTH - 3)
		line = substr(line, RSTART + RLENGTH)
		link(url)
	}
	next
}

{
	line = $0
	while (match(line, /[ \t](xlink:)?(href|src)="[^"]*"/)) {
		url = substr(line, RSTART, RLENGTH)
		line = substr(line, RSTART + RLENGTH)
		sub(/^[^"]*"/, "", url)
		sub(/"$/, "", url)
		link(url)
	}
	line = $0
	while (match(line, /[ \t]id="[^"]*"/)) {
		id = substr(line, RSTART + 5, RLENGTH - 6)
		line = substr(line, RSTART + RLENGTH)
		print "id\t" FILENAME "\t" decoded(id)
	}
}
