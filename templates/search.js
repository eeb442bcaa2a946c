// search.js -- finds objects of the site by name, address, MAC or serial number,
// also where pages were opened from disk: what it knows lies beside the pages as
// a script (search.yaml), which is loaded once somebody wants to search.
//
// Each form of class "search" is a combobox as ARIA has them: the keys stay in
// its field, and arrows go through the list of what was found.
"use strict";

(function () {
	const FEW = 12; // shown below a field
	const MANY = 200; // shown on the page of its own
	const ROOT = new URL(".", document.currentScript.src).href;

	// ------------------------------------------------------------- objects

	class Thing {
		constructor(name, groups) {
			this.name = name;
			this.groups = groups; // keys that belong together, in words
			this.plainName = Words.plain(name);
		}

		get text() {
			return this.ownText ??= Words.of(
				[this.name, this.about ?? "", ...this.groups].join(" "));
		}

		get words() {
			return [this.name, ...this.groups].join(" ").toLowerCase()
				.split(/[\s;,]+/);
		}

		get addresses() {
			return this.ownAddresses ??= this.words
				.filter((word) => /^[0-9a-f:]+[.:]/.test(word))
				.map(Addresses.read).filter((found) => found !== null);
		}

		get macs() {
			return this.ownMacs ??= this.words
				.filter((word) => /^([0-9a-f]{2}:){5}[0-9a-f]{2}$/.test(word))
				.map(Addresses.readMac).join(" ");
		}
	}

	function readObjects(data) {
		const keys = new Map();
		for (const [place, words] of data.keys)
			keys.set(place, [...keys.get(place) ?? [], words]);
		return data.kinds.flatMap(([kind, word, places]) =>
			data[kind].map(([name, place, about, groups]) =>
				Object.assign(new Thing(name, [
					...groups?.split("; ") ?? [],
					...kind === "devices" && keys.get(place ?? name) || [],
				]), {
					kind: word,
					about,
					url: ROOT + places.replace(":", () => place ?? name),
				})));
	}

	function readLeftOut(data) {
		const empty = data.kinds.filter(([kind, , , count]) =>
			count > 0 && data[kind].length === 0);
		return [...empty.map(([kind, , , count]) => count + " " + kind),
			...data.left_out.flat()];
	}

	let index = null;

	function loadIndex() {
		index ??= new Promise(function (done, failed) {
			const script = document.createElement("script");
			script.src = ROOT + "search-index.js";
			script.onerror = failed;
			script.onload = () => done({
				things: readObjects(window.twinmapIndex),
				leftOut: readLeftOut(window.twinmapIndex),
			});
			document.head.append(script);
		});
		return index;
	}

	// -------------------------------------------------------------- finding

	const RANKS = { IS: 0, MAC: 1, BEGINS: 2, NAME: 3, TEXT: 4, HOLDS: 5,
		INSIDE: 6, LOOKS: 8 };

	function readWords(text) {
		return Words.plain(text).split(" ").filter((word) => word !== "")
			.map((word) => ({
				word,
				spellings: Words.spellings(word),
				address: Addresses.read(word),
				mac: Addresses.readMac(word),
			}));
	}

	// Nearest first: of prefixes that hold it the longest, of those inside the
	// shortest.
	function rankAddress(own, wanted) {
		if (own.digits === wanted.digits &&
			(own.length === wanted.length || !Addresses.isPrefix(own)))
			return RANKS.IS;
		if (Addresses.isPrefix(own) && Addresses.holds(own, wanted))
			return RANKS.HOLDS + (wanted.length - own.length) / 128;
		return Addresses.holds(wanted, own) ?
			RANKS.INSIDE + own.length / 128 : Infinity;
	}

	function rankText(thing, wanted) {
		if (thing.plainName === wanted.word)
			return RANKS.IS;
		if (thing.plainName.startsWith(wanted.word))
			return RANKS.BEGINS;
		if (!Words.hold(thing.text, wanted.spellings))
			return Infinity;
		return thing.plainName.includes(wanted.word) ? RANKS.NAME : RANKS.TEXT;
	}

	// Infinity: it is not found by this word.
	function rankWord(thing, wanted) {
		const ranks = [rankText(thing, wanted)];
		if (wanted.address !== null) {
			ranks[0] = Math.max(ranks[0], RANKS.LOOKS);
			ranks.push(...thing.addresses.map((own) =>
				rankAddress(own, wanted.address)));
		}
		if (wanted.mac !== null && thing.macs.includes(wanted.mac))
			ranks.push(wanted.mac.length === 12 ? RANKS.MAC : RANKS.TEXT);
		return Math.min(...ranks);
	}

	function rank(thing, words) {
		return words.reduce((sum, wanted) => sum + rankWord(thing, wanted), 0);
	}

	function find(things, words) {
		return things.map((thing) => ({ thing, rank: rank(thing, words) }))
			.filter((found) => found.rank < Infinity)
			.sort((a, b) => a.rank - b.rank)
			.map((found) => found.thing);
	}

	// What of its keys was meant, unless its name says it.
	function reasonOf(thing, words) {
		const best = thing.groups.map((group) => {
			const part = new Thing("", [group]);
			return { group, rank: Math.min(...words.map((wanted) =>
				rankWord(part, wanted))) };
		}).sort((a, b) => a.rank - b.rank)[0];
		return best !== undefined && best.rank < Infinity &&
			!words.every(({ word }) => thing.plainName.includes(word)) ?
			best.group : "";
	}

	// --------------------------------------------------------------- fields

	class Field {
		constructor(form, number) {
			this.form = form;
			this.field = form.querySelector("input");
			this.stays = form.closest("main") !== null;
			this.active = -1;
			this.found = element("div", { class: "found" }, form);
			this.status = element("p", { role: "status" }, this.found);
			this.list = element("div", { role: "listbox",
				id: "found-" + number, "aria-label": "Found" }, this.found);
			this.leftOut = element("p", {}, this.found);
			for (const [name, value] of [["role", "combobox"],
				["aria-autocomplete", "list"],
				["aria-controls", this.list.id]])
				this.field.setAttribute(name, value);
			this.show(false);
			this.listen();
		}

		listen() {
			this.field.addEventListener("focus", () => loadIndex()
				.catch(() => {}));
			this.field.addEventListener("input", () => this.look());
			this.field.addEventListener("keydown", (event) => this.press(event));
			this.form.addEventListener("focusout", (event) => {
				if (!this.stays && !this.form.contains(event.relatedTarget))
					this.show(false);
			});
		}

		show(visible) {
			this.found.hidden = !visible;
			this.field.setAttribute("aria-expanded",
				visible && this.options.length > 0);
			this.activate(-1);
		}

		get options() {
			return Array.from(this.list.children);
		}

		activate(number) {
			this.active = number;
			this.options.forEach((option, i) =>
				option.setAttribute("aria-selected", i === number));
			const option = this.options[number];
			option?.scrollIntoView({ block: "nearest" });
			if (option === undefined)
				this.field.removeAttribute("aria-activedescendant");
			else
				this.field.setAttribute("aria-activedescendant", option.id);
		}

		async look() {
			const wanted = this.field.value;
			const words = readWords(wanted);
			try {
				const { things, leftOut } = await loadIndex();
				if (wanted !== this.field.value)
					return; // typed on meanwhile
				this.fill(words.length > 0 ? find(things, words) : [], words);
				this.leftOut.textContent = leftOut.length === 0 ? "" :
					"Not searched here: " + leftOut.join(", ") + ".";
			} catch {
				this.status.textContent = "What can be searched of this " +
					"site (search-index.js) cannot be read.";
			}
			this.show(words.length > 0);
		}

		fill(things, words) {
			const shown = things.slice(0, this.stays ? MANY : FEW);
			this.list.replaceChildren();
			for (const thing of shown)
				this.add(thing.url, thing.name, thing.kind,
					thing.about ?? "", reasonOf(thing, words));
			if (this.form.dataset.served !== undefined)
				this.add(this.everywhere(), "Search all states");
			else if (shown.length < things.length && !this.stays)
				this.add(this.everywhere(), "Show all " + things.length);
			this.status.textContent = things.length === 0 ? "Nothing found." :
				things.length + " found" + (shown.length < things.length ?
					", the first " + shown.length + " shown." : ".");
		}

		everywhere() {
			return this.form.action + "?q=" +
				encodeURIComponent(this.field.value);
		}

		add(url, name, kind = "", about = "", reason = "") {
			const option = element("a", { role: "option", tabindex: -1,
				href: url, "aria-selected": false,
				id: this.list.id + "-" + this.list.children.length,
			}, this.list);
			element("b", { text: name }, option);
			for (const [tag, text] of [["span", kind], ["span", about],
				["code", reason]])
				if (text !== "")
					option.append(" "), element(tag, { text }, option);
		}

		press(event) {
			const count = this.options.length;
			const moves = {
				ArrowDown: (this.active + 2) % (count + 1) - 1,
				ArrowUp: (this.active + 1 + count) % (count + 1) - 1,
			};
			if (event.isComposing || event.ctrlKey || event.metaKey)
				return;
			if (Object.hasOwn(moves, event.key) && this.found.hidden) {
				event.preventDefault();
				this.look();
			} else if (Object.hasOwn(moves, event.key)) {
				event.preventDefault();
				this.activate(moves[event.key]);
			} else if (event.key === "Enter" && this.active >= 0) {
				event.preventDefault();
				this.options[this.active].click();
			} else if (event.key === "Escape") {
				event.preventDefault();
				this.leave();
			}
		}

		// Escape first closes the list, then empties the field.
		leave() {
			if (this.found.hidden || this.stays && this.active < 0)
				this.field.value = "";
			if (this.stays && this.active < 0)
				this.look();
			this.show(this.stays && this.field.value !== "");
		}
	}

	// ----------------------------------------------------------------- page

	const fields = Array.from(document.querySelectorAll("form.search"),
		(form, number) => new Field(form, number));
	const main = fields.find((field) => field.stays) ?? fields[0];

	document.addEventListener("keydown", function (event) {
		const typing = event.target.closest("input, textarea, select") !== null;
		if (event.key !== "/" || event.defaultPrevented || typing ||
			event.ctrlKey || event.metaKey || event.altKey)
			return;
		event.preventDefault();
		main.field.focus();
		main.field.select();
	});

	if (main?.stays) {
		main.field.value =
			new URLSearchParams(location.search).get("q") ?? "";
		main.field.focus();
		if (main.field.value !== "")
			main.look();
	}
})();
