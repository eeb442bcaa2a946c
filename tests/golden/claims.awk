# claims.awk -- claims of Markdown pages that do not lead to their evidence.
#
#   awk -f claims.awk PAGE...
#
# A claim is a row of a table with a column that judges: a status, a verdict, a
# class, a finding, an answer. Where the table has a column of evidence, that
# cell has a link, or says that people stated it or that nothing was asked.
# Where it has none, the row leads to the object, whose page has the evidence;
# or the text above the table does, of all its rows. A status in a sentence
# ("Status: partial ...") leads to its checks. Prints one line for each claim
# that does not, and at last how many claims were read.
function trimmed(text) {
	gsub(/^ +| +$/, "", text)
	return text
}

# Cells: a pipe in a text is written \|.
function cells_of(line, cells) {
	gsub(/\\\|/, "\001", line)
	return split(line, cells, "|")
}

function read_head(    count, i, name) {
	judges = ""
	evidence = 0
	count = cells_of($0, cells)
	for (i = 2; i < count; i++) {
		name = trimmed(cells[i])
		if (name ~ /^(Status|Verdict|Class|Finding|Gap|Answer|Is)$/)
			judges = name
		if (name ~ /^(Evidence|Checks)$/)
			evidence = i
	}
}

function leads(text) {
	return text ~ /\]\([^)]/
}

function is_shown(    count) {
	if (!evidence)
		return leads($0) || leads(above)
	count = cells_of($0, cells)
	return leads(cells[evidence]) || cells[evidence] ~ /stated|not asked|not observed/
}

function fault() {
	print FILENAME ": " section ": " $0
}

FNR == 1 || /^#/ {
	section = FNR == 1 || /^#/ ? $0 : ""
	above = ""
}

/^Status: / {
	claims++
	if ($0 !~ /\]\([a-z.\/]*checks\.md#[a-z]+\)/ &&
		FILENAME !~ /(^|\/)checks\.md$/)
		fault()
}

/^\|/ {
	if (!in_table)
		read_head()
	else if (judges != "" && $0 !~ /^\| -/) {
		claims++
		if (!is_shown())
			fault()
	}
	in_table = 1
	next
}

{
	in_table = 0
	above = above $0
}

END {
	print claims + 0 " claims"
}
