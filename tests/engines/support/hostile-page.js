/**
 * What a page beside hostile documents notices of them: a script that runs before all others.
 *
 * @typedef {{elements: Record<string, string>, everywhere: string}} Allowed elements by their names, with the attributes of each
 *   beside those that may stand everywhere
 * @typedef {{number: number, style?: Record<string, string>, words?: Record<string, string>, page?: Record<string, string>}} Shown
 */
(() => {
  const aria = "aria-controls aria-describedby aria-disabled aria-expanded aria-hidden aria-label aria-labelledby aria-modal aria-roledescription aria-selected";
  /** @param {string} names @returns {Record<string, string>} elements that have no attributes of their own */
  const bare = (names) => Object.fromEntries(names.split(" ").map((name) => [name, ""]));

  /** @type {Record<string, Allowed>} */
  const allowed = {
    widget: {
      everywhere: `class lang dir id role hidden tabindex style data-label data-room ${aria}`,
      elements: {
        ...bare("article nav p span h1 h2 h3 h4 h5 h6 strong em figure figcaption blockquote ul ol li hr wbr small"), div: "popover",
        time: "datetime", a: "href target rel", img: "src alt decoding loading crossorigin referrerpolicy draggable", button: "type data-action data-icon", i: "data-icon data-text", dialog: "open", slot: "name", canvas: "width height",
        svg: "viewBox width height", path: "d fill stroke stroke-width", circle: "cx cy r fill",
      },
    },
    page: { everywhere: "lang", elements: { ...bare("html head body title"), meta: "charset", link: "rel href", script: "type src", p: "slot",
      "article-viewer": "style loading view src theme link-target size parts crossorigin referrerpolicy" } },
    prerendered: {
      everywhere: `class lang dir data-room ${aria}`,
      elements: {
        ...bare("html head body title article nav p span h1 h2 h3 h4 h5 h6 strong em figure figcaption blockquote ul ol li hr div section picture"),
        time: "datetime", a: "href", aside: "role", meta: "charset name property content", link: "rel href", script: "type", img: "src alt width height loading decoding srcset sizes",
        source: "type srcset sizes",
      },
    },
  };

  /** What the addresses in attributes may begin with. @type {Record<string, RegExp>} */
  const addresses = { href: /^(https?:|mailto:|\/)/, src: /^(https?:|blob:|data:image\/|\/)/i };

  /** @param {Element} element @param {Allowed} list @returns {string[]} what is foreign in it */
  function foreignIn({ localName, attributes }, { elements, everywhere }) {
    if (!Object.hasOwn(elements, localName)) return [`<${localName}>`];
    const may = `${everywhere} ${elements[localName]}`.split(" ");
    return [...attributes].flatMap(({ name, value }) => {
      if (!may.includes(name)) return [`<${localName} ${name}>`];
      if (addresses[name] && !addresses[name].test(value)) return [`<${localName} ${name}="${value}">`];
      if (name === "srcset" && value.split(", ").some((one) => !addresses.src.test(one))) return [`<${localName} srcset="${value}">`];
      return name === "style" && /url\(|expression|import/i.test(value.replace(/(--[\w-]+|font-family):[^;]*/g, "")) ? [`<${localName} style="${value}">`] : [];
    });
  }

  /** Whether a text ends each direction that it begins. @param {string} text */
  function endsItself(text) {
    let open = "";
    for (const [c] of text.matchAll(/[\u202a-\u202e\u2066-\u2069]/g)) {
      if (c === "\u202c") open = open.replace(/e$/, "");
      else if (c === "\u2069") open = open.includes("i") ? open.replace(/ie*$/, "") : open;
      else open += c > "\u202e" ? "i" : "e";
    }
    return !open;
  }

  /** Lines and words of one's own: others end with their block. */
  const inline = "a.node, .node > a, time, span.node:not(.as-body), button";
  /** @param {Document | ShadowRoot} root @param {string} kind of `allowed` @returns {string[]} what is foreign in a tree */
  const tree = (root, kind) => [...root.querySelectorAll("*")].flatMap((element) => [...foreignIn(element, allowed[kind]),
    ...element.matches(inline) && !endsItself(element.textContent ?? "") ? [`<${element.localName}> leaves a direction open: ${JSON.stringify(element.textContent)}`] : []]);

  /** @template T @param {Promise<T>} promise @param {string} what @returns {Promise<T>} */
  const soon = (promise, what) => Promise.race([promise, new Promise((_, reject) => { setTimeout(() => reject(new Error(`${what}: 30 seconds`)), 30_000); })]);
  /** @param {any} viewer @param {string} type */
  const event = (viewer, type) => soon(new Promise((resolve) => { viewer.addEventListener(type, resolve, { once: true }); }), type);

  const builtIn = [Object, Array, String, Number, Function, Promise, Map, Set, Node, Element, HTMLElement, Document, EventTarget];
  const namesNow = () => [...builtIn.flatMap(({ name, prototype }) => Object.getOwnPropertyNames(prototype).map((of) => `${name}.${of}`)), ...Object.getOwnPropertyNames(window)];
  /** @type {string[]} */
  const harm = [];
  /** @type {string[]} */
  const violations = [];
  const page = /** @type {any} */ (window);
  page.pwned = () => harm.push("code ran");
  for (const name of ["open", "alert", "confirm", "prompt"]) page[name] = () => harm.push(`${name}()`);
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => violations.push(`${effectiveDirective} ${blockedURI}`));
  // Engines tell pages of a second round of observers, which is no error.
  addEventListener("error", ({ error, message }) => message.startsWith("ResizeObserver loop") || harm.push(`error: ${error?.stack ?? message}`));
  addEventListener("unhandledrejection", ({ reason }) => harm.push(`rejection: ${reason?.stack ?? reason}`));

  const viewers = () => /** @type {any[]} */ ([...document.querySelectorAll("article-viewer")]);

  page.hostile = {
    violations,

    /** Shows each document in an element of its own. @param {Shown[]} documents @param {string} view @returns {Promise<string[]>} the state of each */
    async show(documents, view) {
      await customElements.whenDefined("article-viewer");
      await Promise.all(documents.map(async ({ number, style = {}, words, page: settings }) => {
        const viewer = /** @type {any} */ (document.createElement("article-viewer"));
        const own = document.createElement("p");
        own.slot = "after";
        viewer.append(own);
        for (const [name, value] of Object.entries(style)) viewer.style.setProperty(name, value);
        Object.assign(viewer, settings, { loading: "eager", view, src: `/hostile/document/${number}` });
        if (words) viewer.words = words;
        const shown = event(viewer, "article-load");
        const failed = new Promise((resolve) => { viewer.addEventListener("article-error", () => viewer.state === "failed" && resolve(true)); });
        document.body.append(viewer);
        await Promise.race([shown, failed]);
        await viewer.updateComplete;
      }));
      return viewers().map(({ state }) => state);
    },

    /** Enlarges a photo of each, or of so many, one after the other. @param {number} most @returns {Promise<number>} how many */
    async enlarge(most) {
      let count = 0;
      for (const viewer of viewers()) {
        if (count === most) break;
        if (!viewer.shadowRoot?.querySelector(".carousel")) continue;
        const opened = event(viewer, "article-photo-open");
        await viewer.openPhoto(0);
        await opened;
        harm.push(...tree(viewer.shadowRoot, "widget").map((what) => `enlarged: ${what}`));
        const closed = event(viewer, "article-photo-close");
        await viewer.closePhoto();
        await closed;
        count += 1;
      }
      return count;
    },

    /** What the documents have done, and what of theirs stands where it must not. @returns {Promise<string[]>} */
    async found() {
      const stored = [document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases?.() ?? []).length, (await caches.keys()).length, window.name];
      return [
        ...harm,
        ...tree(document, "page"), ...viewers().flatMap(({ shadowRoot }) => shadowRoot ? tree(shadowRoot, "widget") : []),
        ...stored.some((one) => one) ? [`stored: ${stored}`] : [],
        ...location.href === at ? [] : [`navigated: ${location.href}`],
        ...namesNow().filter((name) => !before.has(name)).map((name) => `a new name: ${name}`),
        .../** @type {any} */ ({}).polluted === undefined ? [] : ["polluted"],
      ];
    },

    /** Shows pages of prerendered articles, each alone. @param {string[]} urls @returns {Promise<string[]>} what is foreign in them */
    async prerendered(urls) {
      const foreign = await Promise.all(urls.map(async (url) => {
        const frame = document.createElement("iframe");
        frame.src = url;
        const loaded = event(frame, "load");
        document.body.append(frame);
        await loaded;
        const inner = /** @type {Document} */ (frame.contentDocument);
        const moved = inner.URL === new URL(url, at).href ? [] : [`navigated: ${inner.URL}`];
        const scripts = [...inner.scripts].filter(({ type }) => type !== "application/ld+json").map(() => "a script");
        for (const { text } of inner.scripts) JSON.parse(text);
        const end = inner.querySelector("body > p[class=end]") ? [] : ["the page's own end is gone"];
        const what = [...tree(inner, "prerendered"), ...moved, ...scripts, ...end].map((one) => `${url}: ${one}`);
        frame.remove();
        return what;
      }));
      return [...foreign.flat(), ...harm];
    },
  };
  const at = location.href;
  const before = new Set([...namesNow(), "at"]);
})();
