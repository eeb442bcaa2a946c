#!/bin/bash
# test_claims.sh -- no page of the sample network claims what it does not lead
# to the evidence of: each status, verdict, class, finding and answer.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../marlin.sh"

# claims_of FOLDER: those without evidence in $work/faults, their number last
claims_of() {
	(cd "$1" && find . -name '*.md' | LC_ALL=C sort |
		xargs -n 1000 awk -f "$top/tests/golden/claims.awk") >"$work/faults"
}
all_are_shown() {
	claims_of "$1"
	cat "$work/faults"
	[ "$(wc -l <"$work/faults")" = 1 ]
}
finds() { grep -qF -- "$1" "$work/faults" || { cat "$work/faults"; false; }; }

# ---- by hand: what is a fault, and what is none ----------------------------
mkdir "$work/hand"
cat >"$work/hand/page.md" <<'PAGE'
# Page

Status: done [2 of 2 confirmed](checks.md#page), stated.

Status: partial 1 of 2 confirmed, observed.

| Finding | Evidence |
| --- | --- |
| led to its coverage | [a: table](devices/a.md#asked) |
| said by people | stated |
| seen \| by nobody |  |
| link elsewhere: [a](a.md) | observed |

## Objects

| Object | Class |
| --- | --- |
| [a](devices/a.md) | dual-stack |
| b | IPv4 only |

## Legend

What a [device](devices.md) is called.

| Class | Means |
| --- | --- |
| unknown | what was observed does not decide |

## Counts

| Devices | Rows |
| --: | --: |
| 2 | 3 |
PAGE
claims_of "$work/hand"
check "a status without its checks is found" finds 'Status: partial'
check "a finding without evidence is found" finds 'by nobody'
check "a link elsewhere is none" finds 'link elsewhere'
check "a class that leads nowhere is found" finds '| b | IPv4 only |'
check "four of nine, and the number" test "$(wc -l <"$work/faults")" = 5
check "all were read" finds '9 claims'

# ---- the sample network ----------------------------------------------------
check "the sample network is discovered" marlin_states
for phase in $marlin_phases; do
	check "$phase is rendered" "$twinmap" render "$marlin/$phase.db" \
		-o "$work/$phase"
	check "$phase: each claim leads to its evidence" all_are_shown "$work/$phase"
	check "$phase: there are claims" test \
		"$(sed -n 's/ claims$//p' "$work/faults" | tail -n 1)" -gt 1000
done
finish
