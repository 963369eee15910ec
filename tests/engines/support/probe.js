// Runs in the tests' pages: what a reader, or a reader's program, finds in the widget.
(() => {
  /** @type {{type: string, detail: any, state: string}[]} */
  const events = [];
  for (const type of ["article-load", "article-error", "article-tab", "article-photo", "article-photo-open",
    "article-photo-close", "article-navigate"])
    addEventListener(type, (event) => events.push({
      type,
      detail: JSON.parse(JSON.stringify(/** @type {CustomEvent} */ (event).detail)),
      state: /** @type {any} */ (event.target).state,
    }));

  const viewer = () => /** @type {HTMLElement & {state: string}} */ (document.querySelector("article-viewer"));
  const root = () => /** @type {ShadowRoot} */ (viewer().shadowRoot);

  /** @type {Record<string, string>} roles that HTML gives */
  const htmlRoles = {
    article: "article", nav: "navigation", p: "paragraph", time: "time", strong: "strong", em: "emphasis",
    figure: "figure", img: "image", figcaption: "caption", blockquote: "blockquote", ul: "list", ol: "list",
    li: "listitem", hr: "separator", button: "button", dialog: "dialog",
  };
  const namedByContent = ["heading", "link", "button", "tab"];

  /** @param {Element} element */
  function roleOf(element) {
    const given = element.getAttribute("role");
    if (given) return given;
    const tag = element.localName;
    if (/^h[1-6]$/.test(tag)) return "heading";
    if (tag === "a") return element.hasAttribute("href") ? "link" : "";
    if (tag === "img" && element.getAttribute("alt") === "") return "";
    return htmlRoles[tag] ?? "";
  }

  /** @param {Element} element */
  function isHidden(element) {
    if (element.closest("[hidden]") || element.getAttribute("aria-hidden") === "true") return true;
    const { display, visibility } = getComputedStyle(element);
    return display === "none" || visibility !== "visible";
  }

  /** @param {Element} element */
  function isBlock(element) {
    const { display, position } = getComputedStyle(element);
    return !display.startsWith("inline") || position === "absolute";
  }

  const tidy = (/** @type {string} */ text) => text.replace(/\s+/g, " ").trim();

  /** @param {Node} node @returns {string} */
  function textOf(node) {
    if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? "";
    if (!(node instanceof Element) || isHidden(node)) return "";
    const own = node.getAttribute("aria-label") ?? node.getAttribute("alt");
    const text = own ?? [...node.childNodes].map(textOf).join("");
    return isBlock(node) || node.localName === "img" ? ` ${text} ` : text;
  }

  /** @param {Element} element @param {string} role */
  function nameOf(element, role) {
    const labels = element.getAttribute("aria-labelledby");
    if (labels) return tidy(labels.split(" ").map((id) => textOf(/** @type {Element} */ (root().getElementById(id)))).join(" "));
    const own = element.getAttribute("aria-label") ?? element.getAttribute("alt");
    if (own !== null) return tidy(own);
    return namedByContent.includes(role) ? tidy([...element.childNodes].map(textOf).join("")) : "";
  }

  /** @param {Element} element @param {string} role */
  function marksOf(element, role) {
    const marks = [];
    if (role === "heading") marks.push(`level=${element.getAttribute("aria-level") ?? element.localName[1]}`);
    for (const state of ["selected", "disabled", "roledescription", "modal", "pressed", "expanded"])
      if (element.hasAttribute(`aria-${state}`)) marks.push(`${state}=${element.getAttribute(`aria-${state}`)}`);
    for (const attribute of ["lang", "datetime"])
      if (element.getAttribute(attribute)) marks.push(`${attribute}=${element.getAttribute(attribute)}`);
    if (/** @type {HTMLElement} */ (element).tabIndex >= 0) marks.push("focusable");
    return marks;
  }

  /**
   * @typedef {import("./tree-text.js").Item} Item
   * @param {Node} node @param {Item} parent
   */
  function gather(node, parent) {
    const { children } = parent;
    if (node.nodeType === Node.TEXT_NODE) {
      const text = node.nodeValue ?? "";
      if (typeof children.at(-1) === "string") children.push(`${children.pop()}${text}`);
      else children.push(text);
      return;
    }
    if (!(node instanceof Element) || isHidden(node)) return;
    const role = roleOf(node);
    const block = isBlock(node);
    if (!role) {
      if (block) children.push("");
      for (const child of node.childNodes) gather(child, parent);
      if (block) children.push("");
      return;
    }
    const item = { role, name: nameOf(node, role), marks: marksOf(node, role), children: [] };
    for (const child of node.childNodes) gather(child, item);
    children.push(item);
  }

  /** What is exposed: roles, names or text, states. @returns {Item} */
  function tree() {
    const layer = /** @type {HTMLElement} */ (root().querySelector("[lang][dir]:not([role=status])"));
    /** @type {Item} */
    const top = { role: "document", name: "", marks: [`lang=${layer.lang}`, `dir=${layer.dir}`], children: [] };
    for (const child of root().childNodes) gather(child, top);
    return top;
  }

  /**
   * Lines of the layer over the canvas: their count, and those that are not
   * on one level below the line before, or leave their block.
   */
  function lines() {
    /** @type {string[]} */
    const wrong = [];
    let count = 0;
    for (const block of root().querySelectorAll(".broken")) {
      const box = block.getBoundingClientRect();
      if (isHidden(block) || !box.width) continue;
      /** @type {DOMRect[][]} */
      const rows = [[]];
      for (const part of block.querySelectorAll("wbr, .piece")) {
        if (part.localName === "wbr") rows.push([]);
        else if (part.textContent?.trim()) {
          // The blank of a mark at a line's start lies before the block.
          const lead = Math.max(0, -Number.parseFloat(getComputedStyle(part).marginInlineStart));
          const { x, y, width, height } = part.getBoundingClientRect();
          rows[rows.length - 1].push(new DOMRect(x + lead, y, width - lead, height));
        }
      }
      count += rows.length;
      const levels = rows.map((row) => row.map(({ top, bottom }) => (top + bottom) / 2));
      levels.forEach((level, i) => {
        const below = i === 0 ? -Infinity : Math.max(...levels[i - 1]) + 8;
        const out = rows[i].some(({ left, right, top, bottom }) =>
          left < box.left - 1 || right > box.right + 1 || top + bottom > 2 * box.bottom);
        if (!rows[i].length || out || Math.min(...level) < below || Math.max(...level) - Math.min(...level) > 6)
          wrong.push(`${block.localName} line ${i}: ${block.textContent?.slice(0, 20)}`);
      });
    }
    return { lines: count, wrong };
  }

  /** @param {Element | null} element */
  function describe(element) {
    if (!element || element.getRootNode() === document) return { role: "", name: element ? `#${element.id}` : "" };
    const role = roleOf(element);
    return { role, name: nameOf(element, role) };
  }

  const focused = () => (document.activeElement === viewer() ? root().activeElement : document.activeElement);

  /** @param {string} selector @param {number} index */
  const exposed = (selector, index = 0) => [...root().querySelectorAll(selector)].filter((one) => !isHidden(one))[index];

  /** Resolves when a condition holds, looked at in every frame. @param {() => unknown} holds @param {string} what */
  async function until(holds, what, seconds = 15) {
    const end = performance.now() + seconds * 1000;
    for (;;) {
      const found = holds();
      if (found) return found;
      if (performance.now() > end) throw new Error(`not within ${seconds} s: ${what}`);
      await new Promise(requestAnimationFrame);
    }
  }

  /** An element's middle, brought into view. @param {Element} element */
  async function middleOf(element) {
    element.scrollIntoView({ block: "center", behavior: "instant" });
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }

  Object.assign(window, { probe: { events, viewer, root, tree, lines, describe, focused, exposed, until, middleOf } });
})();
