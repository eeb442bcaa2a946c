// sight.js -- the part of a picture that is in sight: moved by hand, enlarged
// by wheel, by two fingers, or to what somebody looks for.
"use strict";

class Sight {
	static STEP = 1.25; // one zoom step
	static NEAR = 4; // pixels that a click may move

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

	// Where a point of the screen lies in the picture.
	point(x, y) {
		return new DOMPoint(x, y).matrixTransform(
			this.svg.getScreenCTM().inverse());
	}

	middle() {
		const [left, top, width, height] = this.box;
		return { x: left + width / 2, y: top + height / 2 };
	}

	zoom(factor) {
		const { x, y } = this.middle();
		const [, , width, height] = this.box;
		this.show([x - width * factor / 2, y - height * factor / 2,
			width * factor, height * factor]);
	}

	// What lies at this point of the screen stays there.
	zoomAt(factor, x, y) {
		const before = this.point(x, y);
		this.zoom(factor);
		const after = this.point(x, y);
		this.pan(before.x - after.x, before.y - after.y);
	}

	pan(dx, dy) {
		const [left, top, width, height] = this.box;
		this.show([left + dx, top + dy, width, height]);
	}

	// Units of the picture for one pixel of the screen.
	scale() {
		return 1 / this.svg.getScreenCTM().a;
	}

	// As large as it is meant to be read: a unit is a point.
	showFullSize(centre = this.middle()) {
		this.svg.parentElement.classList.add("zoomed");
		const size = this.svg.getBoundingClientRect();
		const width = size.width * 0.75;
		const height = size.height * 0.75;
		this.show([centre.x - width / 2, centre.y - height / 2,
			width, height]);
	}

	// Readable and in the window, moved only if it was not.
	reveal(part) {
		const rectangle = part.getBoundingClientRect();
		const centre = this.point(rectangle.left + rectangle.width / 2,
			rectangle.top + rectangle.height / 2);
		const frame = this.svg.getBoundingClientRect();
		if (this.scale() > 1)
			this.showFullSize(centre);
		else if (rectangle.left < frame.left ||
			rectangle.right > frame.right ||
			rectangle.top < frame.top ||
			rectangle.bottom > frame.bottom)
			this.pan(centre.x - this.middle().x,
				centre.y - this.middle().y);
		part.scrollIntoView({ block: "nearest", inline: "nearest" });
	}
}

function addWheel(svg, sight) {
	svg.addEventListener("wheel", function (event) {
		if (!event.ctrlKey && !event.metaKey)
			return;
		event.preventDefault();
		sight.zoomAt(event.deltaY > 0 ? Sight.STEP : 1 / Sight.STEP,
			event.clientX, event.clientY);
	}, { passive: false });
}

function distance(points) {
	const [a, b] = points;
	return Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
}

// One finger or the mouse moves the picture, two enlarge it.
function addDrag(svg, sight) {
	const down = new Map();
	let moved = false;

	function pinch(event) {
		const before = distance([...down.values()]);
		down.set(event.pointerId, event);
		const [a, b] = down.values();
		moved = true;
		sight.zoomAt(before / Math.max(1, distance([a, b])),
			(a.clientX + b.clientX) / 2, (a.clientY + b.clientY) / 2);
	}
	function drag(event) {
		const last = down.get(event.pointerId);
		const dx = last.clientX - event.clientX;
		const dy = last.clientY - event.clientY;
		if (!moved && Math.hypot(dx, dy) < Sight.NEAR)
			return;
		moved = true;
		sight.pan(dx * sight.scale(), dy * sight.scale());
		down.set(event.pointerId, event);
	}
	function end(event) {
		down.delete(event.pointerId);
	}
	svg.addEventListener("pointerdown", function (event) {
		moved = moved && down.size > 0;
		if (event.button === 0 && down.size < 2)
			down.set(event.pointerId, event);
	});
	window.addEventListener("pointermove", function (event) {
		if (down.has(event.pointerId))
			(down.size === 2 ? pinch : drag)(event);
	});
	window.addEventListener("pointerup", end);
	window.addEventListener("pointercancel", end);
	svg.addEventListener("dragstart", (event) => event.preventDefault());
	svg.addEventListener("click", function (event) {
		if (moved)
			event.preventDefault(); // a drag is no click
	}, true);
}
