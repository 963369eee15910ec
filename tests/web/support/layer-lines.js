// Where the layer's text lies, against where the core draws it.

/**
 * What of each line lies off by how much, CSS px.
 * @typedef {{text: string, line: number, what: "start" | "end" | "segment" | "wrapped", off: number}} Fault
 */

/**
 * @param {import("playwright-core").Page} page
 * @param {{ends: number, segments: number}} limits CSS px
 * @returns {Promise<{lines: number, segments: number, worstEnd: number, worstSegment: number, faults: Fault[]}>}
 */
export function measureLines(page, limits, selector = "article-viewer") {
  return page.evaluate(([{ ends, segments: between }, at]) => {
    const viewer = /** @type {any} */ (document.querySelector(at));
    const { texts } = viewer[Symbol.for("article-viewer.internals")];
    const content = viewer.shadowRoot.querySelector(".content").getBoundingClientRect();
    const scale = content.width / viewer.shadowRoot.querySelector(".content").offsetWidth;
    /** @type {any} */
    const found = { lines: 0, segments: 0, worstEnd: 0, worstSegment: 0, faults: [] };

    /** Characters of an element as places in its text nodes. @param {Element} element */
    const placesOf = (element) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const places = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        for (let i = 0; i < (node.nodeValue ?? "").length; ++i) places.push({ node, offset: i });
      return places;
    };
    /** @param {{node: Node, offset: number}[]} places @param {number} begin @param {number} end */
    const box = (places, begin, end) => {
      const range = document.createRange();
      let left = Infinity, right = -Infinity, top = Infinity, bottom = -Infinity;
      // By text node, so that margins between pieces are no part of it.
      for (let i = begin; i < end;) {
        let last = i;
        while (last + 1 < end && places[last + 1].node === places[i].node) last += 1;
        range.setStart(places[i].node, places[i].offset);
        range.setEnd(places[last].node, places[last].offset + 1);
        for (const rect of range.getClientRects()) {
          if (!rect.width) continue;
          left = Math.min(left, rect.left);
          right = Math.max(right, rect.right);
          top = Math.min(top, rect.top);
          bottom = Math.max(bottom, rect.bottom);
        }
        i = last + 1;
      }
      return { left: (left - content.left) / scale, right: (right - content.left) / scale,
        top: (top - content.top) / scale, bottom: (bottom - content.top) / scale };
    };
    for (const { node, element, segments } of texts()) {
      if (!element.checkVisibility?.({ contentVisibilityAuto: true }) || node.scroller >= 0) continue;
      const places = placesOf(element);
      if (places.length !== node.text.length) continue;  // what is joined of several nodes
      node.lines.forEach((/** @type {any} */ line, /** @type {number} */ number) => {
        const text = node.text.slice(line.begin, line.end);
        const end = line.begin + text.trimEnd().length;
        if (end <= line.begin) return;
        found.lines += 1;
        const drawn = box(places, line.begin, end);
        const fault = (/** @type {string} */ what, /** @type {number} */ off) =>
          found.faults.push({ text, line: number, what, off: Math.round(off * 100) / 100 });
        // The blank of a mark that lies before its place on the line.
        const leadAt = (/** @type {number} */ begin) => line.stretches.find((/** @type {any} */ _, /** @type {number} */ i) =>
          begin === (i ? line.stretches[i - 1].end : line.begin))?.lead ?? 0;
        for (const [what, off] of /** @type {[string, number][]} */ ([
          ["start", drawn.left + leadAt(line.begin) - line.x], ["end", drawn.right - line.x - line.width]])) {
          found.worstEnd = Math.max(found.worstEnd, Math.abs(off));
          if (Math.abs(off) > ends) fault(what, off);
        }
        const middle = (drawn.top + drawn.bottom) / 2;
        if (Math.abs(middle - line.top - node.lineHeight / 2) > node.lineHeight / 2) fault("wrapped", middle - line.top);
        for (const segment of segments) {
          if (segment.line !== number || segment.blank || segment.end > end) continue;
          found.segments += 1;
          const seen = box(places, segment.begin, segment.end);
          // A gap may be this segment's or its neighbour's.
          // Of a mark that gave way, the blank behind its ink lies on what follows.
          if (/^[、，：；]$/u.test(node.text.slice(segment.begin, segment.end)))
            seen.right = Math.min(seen.right, Math.max(segment.roomRight, seen.left + segment.inkRight - segment.left));
          seen.left += leadAt(segment.begin);
          const off = Math.max(segment.roomLeft - seen.left, seen.left - segment.left,
            segment.right - seen.right, seen.right - segment.roomRight);
          found.worstSegment = Math.max(found.worstSegment, off);
          if (off > between) fault("segment", off);
        }
      });
    }
    return found;
  }, /** @type {const} */ ([limits, selector]));
}
