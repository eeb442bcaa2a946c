// served.js -- what pages of a snapshot have where twinmap serves them: a way to
// the other snapshots, a search in all of them, word of a newer one and of one
// that corrects this. Opened from disk, or served as files, they do without.
"use strict";

(function () {
	const EVERY = 5 * 60 * 1000; // ms between two looks
	const BEGIN = "bytes=0-4095"; // of a manifest: its id is there
	const ROOT = new URL(".", document.currentScript.src).href;
	const [, base, , id] =
		/^(https?:.*\/)(latest|s\/(\d{8}T\d{6}Z))\/$/.exec(ROOT) ?? [];
	if (base === undefined)
		return;

	// --------------------------------------------------------------- telling

	const box = document.createElement("div");
	box.className = "newer";
	box.setAttribute("role", "status");
	document.querySelector("main").before(box);
	const known = {}; // what was found: its words, id and page

	async function findPage(snapshot) {
		const root = base +
			(id === undefined ? "latest/" : "s/" + snapshot + "/");
		const path = location.pathname.slice(new URL(ROOT).pathname.length);
		const answer = await fetch(root + path, { method: "HEAD" });
		return root + (answer.ok ? path : "index.html");
	}

	function show({ words, snapshot, page }) {
		const date = snapshot.replace(
			/^(....)(..)(..)T(..)(..).*/, "$1-$2-$3 $4:$5 UTC");
		const note = element("p",
			{ text: words + " exists: " + date + ", " }, box);
		element("a", { href: page, text: "show it" }, note);
	}

	async function tell(kind, words, snapshot) {
		const page = await findPage(snapshot);
		known[kind] = { words, snapshot, page };
		box.replaceChildren();
		if (known.correction !== undefined)
			show(known.correction);
		if (known.newest !== undefined &&
			known.newest.snapshot !== known.correction?.snapshot)
			show(known.newest);
	}

	// ------------------------------------------------------- other snapshots

	async function findSnapshots(filter) {
		const answer = await fetch(base + "api/v1/snapshots?" + filter);
		return (await answer.json()).items;
	}

	async function findCorrection() {
		const [correction] = await findSnapshots("replaces=" + id);
		if (correction !== undefined)
			await tell("correction", "A correction of this snapshot",
				correction.id);
	}

	// Dates of other states lead to them, as far as they are here.
	async function linkDate(place) {
		const [found] = await findSnapshots("id=" + place.dataset.snapshot);
		if (found === undefined)
			return;
		const date = place.textContent;
		place.replaceChildren();
		element("a", { href: base + "snapshot/" + found.id, text: date }, place);
	}

	async function useServer() {
		const place = document.querySelector("header > .where");
		element("a", { href: base, text: "Snapshots" },
			element("p", { class: "snapshots" }, place));
		for (const form of document.querySelectorAll("form.search")) {
			form.action = base + "search";
			form.dataset.served = "";
		}
		if (id !== undefined)
			await findCorrection();
		for (const place of document.querySelectorAll("[data-snapshot]"))
			await linkDate(place);
	}

	// ----------------------------------------------------------- a newer one

	let shown = id;
	let tag = null;
	let isServed = false; // by twinmap: other servers say nothing of a collection
	let lookedAt = -EVERY;

	async function look() {
		const answer = await fetch(base + "latest/manifest.json", {
			cache: "no-store",
			headers: { Range: BEGIN, ...tag && { "If-None-Match": tag } },
		});
		if (!isServed && /rel="collection"/.test(answer.headers.get("Link"))) {
			isServed = true;
			useServer().catch(() => {});
		}
		if (!answer.ok)
			return; // 304: the same as before
		tag = answer.headers.get("ETag");
		const [, newest] =
			/"id": *"(\d{8}T\d{6}Z)"/.exec(await answer.text()) ?? [];
		shown ??= newest; // /latest/ was the newest when it was opened
		if (newest > shown)
			await tell("newest", "A newer snapshot", newest);
	}

	// A page that nobody sees asks nothing.
	function lookNow() {
		if (document.visibilityState !== "visible" ||
			Date.now() - lookedAt < EVERY)
			return;
		lookedAt = Date.now();
		look().catch(() => {}); // the server is away: next time
	}

	lookNow();
	setInterval(lookNow, EVERY);
	document.addEventListener("visibilitychange", lookNow);
})();
