// diagram.js -- pictures for those who have scripts: moved, enlarged, searched,
// read by family, card by card by keys. Without it each is whole, with links.
"use strict";

(function () {
	const SHARE = 0.15; // of the window, for one arrow key
	const XLINK = "http://www.w3.org/1999/xlink";

	const KEYS = [
		["Arrows", "move the picture"],
		["+  \u2212", "zoom in, zoom out; so do Ctrl and the wheel"],
		["1", "full size"],
		["0", "whole picture"],
		["Tab", "next card; Shift+Tab: the one before"],
		["Enter", "open what the card leads to"],
		["/", "find; Enter: next hit, Shift+Enter: the one before"],
		["6  4  b", "IPv6, IPv4, both, where there are such views"],
		["f", "full screen"],
		["?", "this list"],
		["Escape", "all as it was"],
	];

	function button(bar, text, title, action) {
		const made = element("button", { type: "button", text: text,
			title: title, "aria-label": title }, bar);
		made.addEventListener("click", action);
		return made;
	}

	// -------------------------------------------------------- what is in it

	// The tooltips of Graphviz are shown by us, at once and on focus.
	function takeTooltip(group) {
		const link = group.querySelector("a");
		const title = group.querySelector(":scope > title");
		const said = link?.getAttributeNS(XLINK, "title") ?? "";
		const text = said !== "" ? said : title?.textContent ?? "";
		title?.remove();
		for (const other of group.querySelectorAll("a")) {
			if (other.hasAttributeNS(XLINK, "title"))
				other.dataset.tip = other.getAttributeNS(XLINK, "title");
			other.removeAttributeNS(XLINK, "title");
		}
		return text;
	}

	// Titles of edges are "a:port--b:port", those of nodes their names.
	function readPicture(svg) {
		const nodes = new Map();
		const edges = [];
		for (const group of svg.querySelectorAll("g.node")) {
			const name = group.querySelector("title").textContent;
			nodes.set(name, { group: group, near: new Set(),
				tip: takeTooltip(group) });
		}
		for (const group of svg.querySelectorAll("g.edge")) {
			const ends = group.querySelector("title").textContent
				.split("--").map((end) => nodes.get(end.split(":")[0]));
			const edge = { group: group, near: new Set([group]),
				tip: takeTooltip(group) };
			for (const end of ends.filter(Boolean)) {
				edge.near.add(end.group);
				end.near.add(group);
				for (const other of ends.filter(Boolean))
					end.near.add(other.group);
			}
			edges.push(edge);
		}
		for (const group of svg.querySelectorAll("g.cluster, g.graph"))
			takeTooltip(group);
		for (const node of nodes.values())
			node.near.add(node.group);
		return { nodes: [...nodes.values()], edges: edges };
	}

	// Column by column, from the top: the order in which Tab goes through them.
	function sortForReading(nodes) {
		for (const node of nodes) {
			const box = node.group.getBBox();
			node.column = Math.round((box.x + box.width / 2) / 8);
			node.row = box.y;
		}
		nodes.sort((a, b) => a.column - b.column || a.row - b.row);
		for (const node of nodes) {
			node.group.parentElement.append(node.group);
			if (node.group.querySelector("a[*|href]") === null)
				node.group.tabIndex = 0;
		}
	}

	// ----------------------------------------------------------------- find

	// In a table of many links each of them is a hit of its own.
	function partsOf(node) {
		const links = node.group.querySelectorAll("a[*|href]");
		return links.length > 1 ? [...links] : [node.group];
	}

	function textOf(part) {
		return [...part.querySelectorAll("text")]
			.map((line) => line.textContent).join(" ") + " " +
			(part.dataset.tip ?? "");
	}

	class Finder {
		constructor(svg, picture, sight) {
			this.svg = svg;
			this.sight = sight;
			this.edges = picture.edges;
			this.parts = picture.nodes.flatMap((node) =>
				partsOf(node).map((part) => ({ part: part,
					group: node.group,
					name: Words.of(part.querySelector("text")?.textContent ?? ""),
					text: Words.of(textOf(part) + " " + node.tip) })));
			this.hits = [];
		}

		addTo(bar) {
			const label = element("label", { text: "Find " }, bar);
			this.field = element("input", { type: "search",
				placeholder: "name, address, port" }, label);
			button(bar, "\u2039", "Previous hit", () => this.go(-1));
			button(bar, "\u203a", "Next hit", () => this.go(1));
			this.count = element("output", {}, bar);
			this.field.addEventListener("input", () => this.find());
			this.field.addEventListener("keydown", (event) => {
				if (event.key === "Enter")
					this.go(event.shiftKey ? -1 : 1);
			});
		}

		find() {
			const words = Words.spellings(this.field.value);
			const finding = words[0] !== "";
			for (const found of this.svg.querySelectorAll(".found, .here"))
				found.classList.remove("found", "here");
			this.svg.classList.toggle("finding", finding);
			this.hits = finding ? this.parts.filter((part) =>
				Words.hold(part.text, words)) : [];
			const named = (hit) => Words.hold(hit.name, words);
			this.hits.sort((a, b) => named(b) - named(a));
			for (const hit of this.hits) {
				hit.group.classList.add("found");
				hit.part.classList.add("found");
			}
			for (const edge of this.edges)
				if (finding && Words.hold(Words.of(edge.tip), words))
					edge.group.classList.add("found");
			this.at = -1;
			this.count.textContent = finding ? this.hits.length +
				(this.hits.length === 1 ? " hit" : " hits") : "";
		}

		go(step) {
			const count = this.hits.length;
			if (count === 0)
				return;
			this.hits[this.at]?.part.classList.remove("here");
			this.at = this.at < 0 && step < 0 ? count - 1
				: (this.at + step + count) % count;
			const part = this.hits[this.at].part;
			part.classList.add("here");
			this.sight.reveal(part);
			this.count.textContent = this.at + 1 + " of " + count;
		}

		clear() {
			this.field.value = "";
			this.find();
		}
	}

	// ------------------------------------------------------ neighbours, tips

	class Guide {
		constructor(figure, svg, picture) {
			this.figure = figure;
			this.svg = svg;
			this.things = new Map([...picture.nodes, ...picture.edges]
				.map((thing) => [thing.group, thing]));
			this.tip = element("div", { class: "tip", role: "tooltip",
				id: "tip-" + svg.querySelector("g.graph").id }, figure);
			this.tip.hidden = true;
			svg.addEventListener("pointerover", (event) =>
				this.point(event.target, event));
			svg.addEventListener("pointerleave", () => this.point(null));
			svg.addEventListener("focusin", (event) => {
				if (event.target.matches(":focus-visible"))
					this.point(event.target);
			});
			svg.addEventListener("focusout", () => this.point(null));
		}

		point(target, at) {
			const group = target?.closest("g.node, g.edge");
			const thing = this.things.get(group);
			for (const near of this.svg.querySelectorAll(".near"))
				near.classList.remove("near");
			this.svg.classList.toggle("tracing",
				thing !== undefined && thing.near.size > 1);
			for (const near of thing?.near ?? [])
				near.classList.add("near");
			this.say(target?.closest("a")?.dataset.tip || thing?.tip || "",
				at ?? group?.getBoundingClientRect());
		}

		// Below the pointer or the card, and inside the figure.
		say(text, at) {
			this.tip.textContent = text;
			this.tip.hidden = text === "";
			if (text === "")
				return;
			const frame = this.figure.getBoundingClientRect();
			const size = this.tip.getBoundingClientRect();
			const x = (at.clientX ?? at.left) - frame.left + 12;
			const y = (at.clientY ?? at.bottom) - frame.top + 16;
			const right = frame.width - size.width - 4;
			const bottom = frame.height - size.height - 4;
			this.tip.style.left = Math.max(4, Math.min(x, right)) + "px";
			this.tip.style.top = Math.max(4, Math.min(y, bottom)) + "px";
		}
	}

	// ------------------------------------------------------ tools and keys

	// The page links the same picture as each family sees it.
	function viewsOf(svg) {
		const name = svg.querySelector("g.graph").id;
		return ["ipv6", "ipv4"].filter((family) => document.querySelector(
			"a[href$='diagrams/" + name + "-" + family + ".svg']"));
	}

	function addViews(svg, bar) {
		const names = { both: "Both", ipv6: "IPv6", ipv4: "IPv4" };
		const views = viewsOf(svg);
		const buttons = new Map();
		function show(view) {
			if (!buttons.has(view))
				return;
			for (const [other, made] of buttons) {
				svg.classList.toggle(other, other === view);
				made.setAttribute("aria-pressed", other === view);
			}
		}
		for (const view of views.length > 0 ? ["both", ...views] : [])
			buttons.set(view, button(bar, names[view],
				names[view] + ": what speaks it keeps its colour",
				() => show(view)));
		show("both");
		return show;
	}

	function addKeyList(bar) {
		const box = element("details", { class: "keys" }, bar);
		element("summary", { text: "Keys" }, box);
		const list = element("dl", {}, box);
		for (const [key, meaning] of KEYS) {
			element("dt", { text: key }, list);
			element("dd", { text: meaning }, list);
		}
		return box;
	}

	function toggleFullScreen(figure) {
		if (document.fullscreenElement === figure)
			document.exitFullscreen();
		else
			figure.requestFullscreen?.().catch(() => {});
	}

	function addKeys(figure, svg, actions) {
		svg.tabIndex = 0;
		figure.addEventListener("keydown", function (event) {
			const inside = svg.contains(event.target);
			if (event.ctrlKey || event.metaKey || event.altKey ||
				!(inside || event.key === "Escape"))
				return;
			if (!Object.hasOwn(actions, event.key))
				return;
			event.preventDefault();
			actions[event.key]();
		});
	}

	// Paper gets the whole picture, the screen what it had.
	function addPrinting(svg, sight) {
		let box = null;
		let classes = "";
		window.addEventListener("beforeprint", function () {
			box = sight.box;
			classes = svg.getAttribute("class") ?? "";
			sight.show(sight.whole);
			svg.removeAttribute("class");
		});
		window.addEventListener("afterprint", function () {
			sight.show(box);
			svg.setAttribute("class", classes);
		});
	}

	function enliven(figure, svg) {
		const sight = new Sight(svg);
		const picture = readPicture(svg);
		const finder = new Finder(svg, picture, sight);
		const bar = document.createElement("div");
		bar.className = "tools";
		figure.prepend(bar);
		button(bar, "+", "Zoom in", () => sight.zoom(1 / Sight.STEP));
		button(bar, "\u2212", "Zoom out", () => sight.zoom(Sight.STEP));
		button(bar, "Full size", "Full size: move it with the mouse",
			() => sight.showFullSize());
		button(bar, "Whole", "Whole picture", () => sight.show(sight.whole));
		if (document.fullscreenEnabled)
			button(bar, "Full screen", "Full screen",
				() => toggleFullScreen(figure));
		finder.addTo(bar);
		const showView = addViews(svg, bar);
		const keys = addKeyList(bar);
		const move = (dx, dy) => sight.pan(dx * SHARE * sight.box[2],
			dy * SHARE * sight.box[3]);
		addKeys(figure, svg, {
			"ArrowLeft": () => move(-1, 0),
			"ArrowRight": () => move(1, 0),
			"ArrowUp": () => move(0, -1),
			"ArrowDown": () => move(0, 1),
			"+": () => sight.zoom(1 / Sight.STEP),
			"=": () => sight.zoom(1 / Sight.STEP),
			"-": () => sight.zoom(Sight.STEP),
			"0": () => sight.show(sight.whole),
			"1": () => sight.showFullSize(),
			"/": () => finder.field.focus(),
			"6": () => showView("ipv6"),
			"4": () => showView("ipv4"),
			"b": () => showView("both"),
			"f": () => toggleFullScreen(figure),
			"?": () => { keys.open = !keys.open; },
			"Escape": () => {
				finder.clear();
				showView("both");
				sight.show(sight.whole);
				svg.focus();
			},
		});
		sortForReading(picture.nodes);
		svg.addEventListener("focusin", function (event) {
			const card = event.target.closest("g.node");
			if (card !== null && event.target.matches(":focus-visible"))
				sight.reveal(card);
		});
		new Guide(figure, svg, picture);
		addWheel(svg, sight);
		addDrag(svg, sight);
		addPrinting(svg, sight);
	}

	for (const figure of document.querySelectorAll(".diagram")) {
		const svg = figure.querySelector("svg");
		if (svg !== null && svg.hasAttribute("viewBox"))
			enliven(figure, svg);
	}
})();
