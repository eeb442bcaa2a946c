#!/bin/bash
# test_picture_labels.sh -- names that would run in a browser, in pictures by
# themselves and inside pages: nothing of theirs runs, Chromium complains of
# nothing, and they can be read.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../forest.sh"

# Whatever of it runs leaves a mark on the document.
mark="document.documentElement.setAttribute(''data-hit'',1)"
names="
	UPDATE device SET sys_name = '</svg><script>$mark</script>' || id
	WHERE id % 4 = 0;
	UPDATE device SET sys_name = 'a\" onload=\"$mark\" b=\"' || id
	WHERE id % 4 = 1;
	UPDATE device SET sys_name = 'javascript:$mark//' || id
	WHERE id % 4 = 2;
	UPDATE device SET sys_name = '<img src=x onerror=\"$mark\">\\N' || id
	WHERE id % 4 = 3;
	UPDATE device SET sys_location = sys_location || '<svg onload=\"$mark\">';
	UPDATE interface SET name = ']]><script>$mark</script>' || id"

opens() { # FILE
	timeout 90 chromium --headless --no-sandbox --disable-gpu --disable-quic \
		--no-first-run --disable-background-networking \
		--disable-component-update --disable-sync \
		--user-data-dir="$work/profile" --enable-logging=stderr --v=0 \
		--virtual-time-budget=2000 --dump-dom "file://$1" \
		>"$work/dom" 2>"$work/stderr" && ! grep CONSOLE "$work/stderr"
}
is_inert() { # FILE: and shows one of the names
	opens "$1" && ! grep -o 'data-hit="1"[^>]*>' "$work/dom" &&
		grep -qE '&lt;/svg&gt;|onload=|javascript:|onerror=' "$work/dom"
}

command -v chromium >/dev/null || {
	skip "names in a browser" "no chromium here"
	finish
}
check "a network with hostile names" forest "$work/state.db" 12 2 "$names"
check "rendered" "$twinmap" render "$work/state.db" -o "$work/site"
cat >"$work/control.html" <<'END'
<!DOCTYPE html><title>onload=</title>
<svg onload="document.documentElement.setAttribute('data-hit',1)"></svg>
END
refuse "the mark is seen where such a name runs" is_inert "$work/control.html"
for picture in "$work"/site/diagrams/{network,site-*,device-*}.svg; do
	case $picture in *ipv[46].svg) continue ;; esac
	check "${picture##*/} by itself" is_inert "$picture"
done
for page in index "sites/$(basename "$(find "$work/site/sites" -name '*.html' |
	sort | head -n 1)" .html)" "devices/$(sqlite3 "$work/state.db" \
	"SELECT slug FROM device WHERE id = 1")"; do
	check "page $page" is_inert "$work/site/$page.html"
done
finish
