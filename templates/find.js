// find.js -- what people look for, however they write it: names in any case,
// IPv6 addresses in any spelling. Tables and pictures are searched alike.
"use strict";

const Words = {
	plain(text) {
		return text.toLowerCase().replace(/\s+/g, " ").trim();
	},

	// All eight groups of an address: "::1" is "0:0:0:0:0:0:0:1".
	unfold(address) {
		if (!address.includes("::"))
			return address;
		const [left, right] = address.split("::").map((half) =>
			half === "" ? [] : half.split(":"));
		const zeros = Array(Math.max(0, 8 - left.length - right.length));
		return [...left, ...zeros.fill("0"), ...right].join(":");
	},

	// A text to look in: its addresses stand in it folded and unfolded.
	of(text) {
		const words = Words.plain(text);
		const addresses = words.match(/[0-9a-f]*:[0-9a-f]*:[0-9a-f:]*/g);
		return [words, ...(addresses ?? []).map(Words.unfold)].join(" ");
	},

	// What to look for: as it was written, and as of() would have it.
	spellings(wanted) {
		const text = Words.plain(wanted);
		if (!/^[0-9a-f:]*:[0-9a-f:]*$/.test(text))
			return [text];
		const short = text.replace(/(^|:)0+(?=[0-9a-f])/g, "$1");
		return [text, short, Words.unfold(short)];
	},

	hold(text, spellings) {
		return spellings.some((spelling) => text.includes(spelling));
	},
};
