import { find } from "./elements.js";

/**
 * The panel beside the article: tabs (ARIA APG, "Tabs", selected as they are focused). Where there is no room beside the
 * article the tabs are a bar at the foot of the window, and a panel is a sheet over it that opens and closes.
 */

/** Whether the panel stands beside the article; demo.css has the same. */
const beside = matchMedia("(min-width: 64rem)");

export class Tabs {
  #panel = find("#panel", HTMLElement);
  #tabs = [...this.#panel.querySelectorAll("[role=tab]")].filter((tab) => tab instanceof HTMLElement);
  #switch = find("#panel-switch", HTMLButtonElement);
  #sheetTitle = find("#sheet-title", HTMLElement);
  #selected = this.#tabs[0];
  #isOpen = beside.matches;
  /** @type {Map<string, () => void>} */
  #opened = new Map();

  constructor() {
    for (const tab of this.#tabs)
      tab.addEventListener("click", () => {
        const again = tab === this.#selected && !beside.matches;
        this.#show(tab, again ? !this.#isOpen : true);
      });
    find("[role=tablist]", HTMLElement, this.#panel).addEventListener("keydown", (event) => this.#key(event));
    this.#panel.addEventListener("keydown", (event) => this.#escape(event));
    this.#switch.addEventListener("click", () => this.#show(this.#selected, !this.#isOpen));
    for (const close of this.#panel.querySelectorAll(".close"))
      close.addEventListener("click", () => this.#close());
    beside.addEventListener("change", () => this.#show(this.#selected, beside.matches));
    this.#show(this.#selected, this.#isOpen);
  }

  /** Shows a panel. @param {string} name */
  open(name) {
    this.#show(this.#tabs.find((tab) => tab.id === `tab-${name}`) ?? this.#selected, true);
  }

  /** Is told whenever a panel comes to be seen. @param {string} name @param {() => void} opened */
  whenOpened(name, opened) {
    this.#opened.set(name, opened);
    if (this.#isOpen && this.#selected.id === `tab-${name}`) opened();
  }

  /** @param {HTMLElement} wanted @param {boolean} isOpen */
  #show(wanted, isOpen) {
    this.#selected = wanted;
    this.#isOpen = isOpen;
    this.#panel.dataset.open = String(isOpen);
    document.documentElement.dataset.panel = isOpen ? "open" : "closed";
    this.#sheetTitle.textContent = wanted.querySelector("span")?.textContent ?? "";
    this.#switch.setAttribute("aria-expanded", String(isOpen));
    for (const tab of this.#tabs) {
      const isSelected = tab === wanted;
      tab.setAttribute("aria-selected", String(isSelected));
      tab.tabIndex = isSelected ? 0 : -1;
      if (isSelected && !beside.matches) tab.setAttribute("aria-expanded", String(isOpen));
      else tab.removeAttribute("aria-expanded");
      find(`#${tab.getAttribute("aria-controls")}`, HTMLElement).hidden = !isSelected || !isOpen;
    }
    if (isOpen) this.#opened.get(wanted.id.replace("tab-", ""))?.();
  }

  #close() {
    this.#show(this.#selected, false);
    (beside.matches ? this.#switch : this.#selected).focus();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const at = this.#tabs.indexOf(this.#selected);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: this.#tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const tab = this.#tabs[(to + this.#tabs.length) % this.#tabs.length];
    this.#show(tab, this.#isOpen);
    tab.focus();
  }

  /** A sheet is closed by Escape, but for what has it for itself: the editor. @param {KeyboardEvent} event */
  #escape(event) {
    if (event.key !== "Escape" || event.defaultPrevented || beside.matches || !this.#isOpen) return;
    if (event.target instanceof Element && event.target.shadowRoot) return;
    this.#close();
  }
}
