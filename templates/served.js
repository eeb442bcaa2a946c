// served.js -- what pages of a snapshot have where twinmap serves them: a way to
// the other snapshots, a search in all of them, and word of a newer one.
// Opened from disk, or served by another server, they do without.
"use strict";

(function () {
	const EVERY = 5 * 60 * 1000; // ms between two looks
	const BEGIN = "bytes=0-4095"; // of a manifest: its id is there
	const ROOT = new URL(".", document.currentScript.src).href;
	const [, base, , id] =
		/^(https?:.*\/)(latest|s\/(\d{8}T\d{6}Z))\/$/.exec(ROOT) ?? [];
	if (base === undefined)
		return;

	// ------------------------------------------------------- other snapshots

	async function addArchive() {
		const answer = await fetch(base + "healthz");
		if (!answer.ok)
			return; // a copy, behind some other server
		const place = document.querySelector("header > .where");
		element("a", { href: base, text: "Snapshots" },
			element("p", { class: "snapshots" }, place));
		for (const form of document.querySelectorAll("form.search")) {
			form.action = base + "search";
			form.dataset.served = "";
		}
	}

	// -------------------------------------------------------- a newer one

	const box = document.createElement("p");
	box.className = "newer";
	box.setAttribute("role", "status");
	document.querySelector("main").before(box);

	async function findPage(snapshot) {
		const path = location.pathname.slice(new URL(ROOT).pathname.length);
		const answer = await fetch(snapshot + path, { method: "HEAD" });
		return snapshot + (answer.ok ? path : "index.html");
	}

	async function tell(newest) {
		const page = await findPage(
			base + (id === undefined ? "latest/" : "s/" + newest + "/"));
		const date = newest.replace(
			/^(....)(..)(..)T(..)(..).*/, "$1-$2-$3 $4:$5 UTC");
		box.textContent = "A newer snapshot exists: " + date + ", ";
		element("a", { href: page, text: "show it" }, box);
	}

	let shown = id;
	let tag = null;
	let lookedAt = -EVERY;

	async function look() {
		const answer = await fetch(base + "latest/manifest.json", {
			cache: "no-store",
			headers: { Range: BEGIN, ...tag && { "If-None-Match": tag } },
		});
		if (!answer.ok)
			return; // 304: the same as before
		tag = answer.headers.get("ETag");
		const [, newest] =
			/"id": *"(\d{8}T\d{6}Z)"/.exec(await answer.text()) ?? [];
		shown ??= newest; // /latest/ was the newest when it was opened
		if (newest > shown)
			tell(newest);
	}

	// A page that nobody sees asks nothing.
	function lookNow() {
		if (document.visibilityState !== "visible" ||
			Date.now() - lookedAt < EVERY)
			return;
		lookedAt = Date.now();
		look().catch(() => {}); // the server is away: next time
	}

	addArchive().catch(() => {});
	lookNow();
	setInterval(lookNow, EVERY);
	document.addEventListener("visibilitychange", lookNow);
})();
