// addresses.js -- addresses as people write them: IPv6 in any spelling, with a
// zone, in brackets, as ip6.arpa; IPv4; prefixes; MACs in all notations.
//
// An address that was read is its digits, 32 of IPv6 and 8 of IPv4, and its
// length in bits: a prefix has fewer than its digits. Texts are in lower case.
"use strict";

const Addresses = {
	digitsOfIPv4(text) {
		const octets = text.split(".");
		if (octets.length !== 4 || !octets.every((octet) =>
			/^\d{1,3}$/.test(octet) && Number(octet) < 256))
			return null;
		return octets.map((octet) =>
			Number(octet).toString(16).padStart(2, "0")).join("");
	},

	digitsOfIPv6(text) {
		const end = text.slice(text.lastIndexOf(":") + 1);
		if (end.includes(".")) { // ::ffff:192.0.2.1
			const digits = Addresses.digitsOfIPv4(end) ?? "none";
			text = text.slice(0, -end.length) +
				digits.slice(0, 4) + ":" + digits.slice(4);
		}
		const [left, right, ...more] = text.split("::").map((half) =>
			half === "" ? [] : half.split(":"));
		const missing = 8 - left.length - (right ?? []).length;
		if (more.length > 0 ||
			(right === undefined ? missing !== 0 : missing < 1))
			return null;
		const groups = [...left, ...Array(missing).fill("0"), ...right ?? []];
		return groups.every((group) => /^[0-9a-f]{1,4}$/.test(group)) ?
			groups.map((group) => group.padStart(4, "0")).join("") : null;
	},

	// IPv4 stays IPv4 when it is mapped into IPv6 (RFC 4291 2.5.5.2).
	make(digits, length) {
		if (digits === null || length > digits.length * 4)
			return null;
		if (/^0{20}ffff.{8}$/.test(digits) && length >= 96)
			return { digits: digits.slice(24), length: length - 96 };
		return { digits, length };
	},

	// Names of the DNS: fewer labels than all are a prefix.
	ofName(text) {
		const [, labels, zone] =
			/^([0-9a-f.]+)\.(ip6|in-addr)\.arpa\.?$/.exec(text) ?? [];
		const parts = (labels ?? "").split(".").reverse();
		if (zone === "ip6" && parts.length <= 32 &&
			parts.every((part) => part.length === 1))
			return Addresses.make(parts.join("").padEnd(32, "0"),
				4 * parts.length);
		if (zone === "in-addr" && parts.length <= 4)
			return Addresses.make(Addresses.digitsOfIPv4(
				[...parts, "0", "0", "0"].slice(0, 4).join(".")),
				8 * parts.length);
		return null;
	},

	// null for what is no address.
	read(word) {
		const bare = word
			.replace(/^([a-z]+:\/\/)?\[([^\]]*)\](\/\d+$|[:/].*)?$/,
				(all, scheme, inner, rest) =>
					inner + (/^\/\d/.test(rest ?? "") ? rest : ""))
			.replace(/^([\d.]+):\d+$/, "$1");
		const [, text, length] =
			/^([^%/]+)(?:%[^/]*)?(?:\/(\d{1,3}))?$/.exec(bare) ?? [""];
		if (text === undefined)
			return null;
		const digits =
			Addresses.digitsOfIPv4(text) ?? Addresses.digitsOfIPv6(text);
		if (digits === null)
			return Addresses.ofName(text);
		return Addresses.make(digits, Number(length ?? digits.length * 4));
	},

	isPrefix(address) {
		return address.length < address.digits.length * 4;
	},

	holds(prefix, address) {
		const whole = prefix.length >> 2;
		const rest = 4 - (prefix.length & 3);
		const last = (digits) => parseInt(digits[whole] ?? "0", 16) >> rest;
		return prefix.digits.length === address.digits.length &&
			prefix.length <= address.length &&
			prefix.digits.slice(0, whole) ===
				address.digits.slice(0, whole) &&
			last(prefix.digits) === last(address.digits);
	},

	// The digits of a MAC, or of a part that is long enough to be looked for:
	// 0:0:5e:0:53:1, 0000.5e00.5301, 00005e-005301, 5e:00. null for other words.
	readMac(word) {
		if (!/^[0-9a-f]+([:.-][0-9a-f]+)*[:.-]?$/.test(word))
			return null;
		const groups = word.split(/[:.-]/).filter((group) => group !== "");
		if (groups.length === 6 && groups.every((group) => group.length <= 2))
			return groups.map((group) => group.padStart(2, "0")).join("");
		const digits = groups.join("");
		const sound = groups.slice(0, -1).every((group) =>
			/^(..){1,3}$/.test(group));
		const least = groups.length > 1 ? 4 : 6;
		return sound && digits.length >= least && digits.length <= 12 ?
			digits : null;
	},
};
