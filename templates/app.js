// app.js -- comfort for those who have scripts: a filter over long tables. Every
// page is complete without it. Pictures have scripts of their own.
"use strict";

// A new element at the end of another; "text" is what it holds.
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

(function () {
	const LONG_TABLE = 25; // rows from which a filter helps

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
			const wanted = Words.spellings(field.value);
			let shown = 0;
			for (const row of rows) {
				const text = Words.of(row.textContent);
				row.hidden = !Words.hold(text, wanted);
				shown += row.hidden ? 0 : 1;
			}
			count.textContent =
				wanted[0] === "" ? "" : shown + " of " + rows.length;
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

	const tables = document.querySelectorAll(".table");

	tables.forEach(addFilter);
	tables.forEach(letScroll);
	window.addEventListener("resize", () => tables.forEach(letScroll));
	document.querySelectorAll(".groups a[aria-current]").forEach(showCurrent);
})();
