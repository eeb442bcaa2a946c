// app.js -- comfort for those who have scripts: a filter over long tables,
// zoom and pan in pictures. Every page is complete without it.
"use strict";

(function () {
	const LONG_TABLE = 25; // rows from which a filter helps
	const STEP = 1.25; // one zoom step
	const POINTS = 0.75; // points in a pixel

	function element(name, attributes, parent) {
		const made = document.createElement(name);
		for (const [key, value] of Object.entries(attributes))
			if (key === "text")
				made.textContent = value;
			else
				made.setAttribute(key, value);
		parent.append(made);
		return made;
	}

	// ------------------------------------------------------------ tables

	function addFilter(box) {
		const rows = Array.from(box.querySelectorAll("tbody tr"));
		if (rows.length < LONG_TABLE ||
			box.querySelector("thead") === null)
			return;
		const bar = document.createElement("p");
		bar.className = "filter tools";
		const label = element("label", { text: "Show rows with " }, bar);
		const field = element("input", { type: "search" }, label);
		const count = element("output", {}, bar);

		field.addEventListener("input", function () {
			const wanted = field.value.trim().toLowerCase();
			let shown = 0;
			for (const row of rows) {
				const text = row.textContent.toLowerCase();
				row.hidden = !text.includes(wanted);
				shown += row.hidden ? 0 : 1;
			}
			count.textContent =
				wanted === "" ? "" : shown + " of " + rows.length;
		});
		box.before(bar);
	}

	// A table that is wider than the window is scrolled by keys as well.
	function letScroll(box) {
		if (box.scrollWidth > box.clientWidth)
			box.tabIndex = 0;
		else
			box.removeAttribute("tabindex");
	}

	// On a narrow screen a group's line is scrolled to the page that is shown.
	function showCurrent(link) {
		const line = link.closest(".groups ul");
		line.scrollLeft = link.offsetLeft - line.offsetLeft;
	}

	// ---------------------------------------------------------- pictures

	class View {
		constructor(svg) {
			this.svg = svg;
			this.whole = svg.getAttribute("viewBox")
				.split(/[\s,]+/).map(Number);
			this.show(this.whole);
		}

		show(box) {
			this.box = box.slice();
			this.svg.setAttribute("viewBox", this.box.join(" "));
			const zoomed = this.box.join() !== this.whole.join();
			this.svg.parentElement.classList.toggle("zoomed", zoomed);
		}

		// x and y: the point that stays where it is, 0 to 1.
		zoom(factor, x, y) {
			const [left, top, width, height] = this.box;
			this.show([left + width * (1 - factor) * x,
				top + height * (1 - factor) * y,
				width * factor, height * factor]);
		}

		pan(dx, dy) {
			const [left, top, width, height] = this.box;
			this.show([left + dx, top + dy, width, height]);
		}

		// As large as in a file of its own: Graphviz counts in points.
		showFullSize() {
			this.svg.parentElement.classList.add("zoomed");
			const size = this.svg.getBoundingClientRect();
			const [left, top, width, height] = this.whole;
			const wide = size.width * POINTS;
			const high = size.height * POINTS;
			this.show([Math.max(left, left + (width - wide) / 2),
				Math.max(top, top + (height - high) / 2),
				wide, high]);
		}

		// Units of the picture for one pixel of the screen.
		scale() {
			const size = this.svg.getBoundingClientRect();
			return Math.max(this.box[2] / size.width,
				this.box[3] / size.height);
		}
	}

	function addButtons(figure, view) {
		const bar = document.createElement("div");
		bar.className = "tools";
		const actions = [
			["+", "Zoom in", () => view.zoom(1 / STEP, 0.5, 0.5)],
			["\u2212", "Zoom out", () => view.zoom(STEP, 0.5, 0.5)],
			["Full size", "Full size: move it with the mouse",
				() => view.showFullSize()],
			["Whole picture", "Whole picture", () => view.show(view.whole)],
		];
		for (const [text, title, action] of actions) {
			const button = element("button",
				{ type: "button", text: text, title: title,
					"aria-label": title }, bar);
			button.addEventListener("click", action);
		}
		figure.prepend(bar);
	}

	function addWheel(svg, view) {
		svg.addEventListener("wheel", function (event) {
			if (!event.ctrlKey && !event.metaKey)
				return;
			event.preventDefault();
			const size = svg.getBoundingClientRect();
			view.zoom(event.deltaY > 0 ? STEP : 1 / STEP,
				(event.clientX - size.left) / size.width,
				(event.clientY - size.top) / size.height);
		}, { passive: false });
	}

	function addDrag(svg, view) {
		let last = null;
		let moved = false;
		svg.addEventListener("pointerdown", function (event) {
			last = [event.clientX, event.clientY];
			moved = false;
		});
		window.addEventListener("pointermove", function (event) {
			if (last === null)
				return;
			const dx = last[0] - event.clientX;
			const dy = last[1] - event.clientY;
			if (!moved && Math.hypot(dx, dy) < 4)
				return;
			moved = true;
			view.pan(dx * view.scale(), dy * view.scale());
			last = [event.clientX, event.clientY];
		});
		window.addEventListener("pointerup", () => { last = null; });
		svg.addEventListener("click", function (event) {
			if (moved)
				event.preventDefault(); // a drag is no click
		}, true);
	}

	const tables = document.querySelectorAll(".table");

	tables.forEach(addFilter);
	tables.forEach(letScroll);
	window.addEventListener("resize", () => tables.forEach(letScroll));
	document.querySelectorAll(".groups a[aria-current]").forEach(showCurrent);
	for (const figure of document.querySelectorAll(".diagram")) {
		const svg = figure.querySelector("svg");
		if (svg === null || !svg.hasAttribute("viewBox"))
			continue;
		const view = new View(svg);
		addButtons(figure, view);
		addWheel(svg, view);
		addDrag(svg, view);
	}
})();
