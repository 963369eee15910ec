// The script of the page that is compared with: what an article of a site without the viewer brings.
import Swiper from "swiper";
import { A11y, Navigation } from "swiper/modules";

/** @param {HTMLElement} gallery */
function startGallery(gallery) {
  const position = /** @type {HTMLElement} */ (gallery.querySelector(".position"));
  new Swiper(/** @type {HTMLElement} */ (gallery.querySelector(".swiper")), {
    modules: [A11y, Navigation],
    slidesPerView: "auto",
    spaceBetween: 8,
    navigation: {
      prevEl: /** @type {HTMLElement} */ (gallery.querySelector(".previous")),
      nextEl: /** @type {HTMLElement} */ (gallery.querySelector(".next")),
      addIcons: false,
    },
    on: {
      slideChange: ({ activeIndex, slides }) => {
        position.textContent = `${activeIndex + 1} / ${slides.length}`;
      },
    },
  });
}

/** Tabs by the ARIA practices' pattern: focus selects. @param {HTMLElement} list */
function startTabs(list) {
  const tabs = [.../** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[role=tab]"))];
  /** @param {HTMLElement} chosen */
  const select = (chosen) => {
    for (const tab of tabs) {
      tab.setAttribute("aria-selected", String(tab === chosen));
      tab.tabIndex = tab === chosen ? 0 : -1;
      const panel = document.getElementById(tab.getAttribute("aria-controls") ?? "");
      if (panel) panel.hidden = tab !== chosen;
    }
  };
  list.addEventListener("click", (event) => {
    const tab = /** @type {HTMLElement} */ (event.target).closest("[role=tab]");
    if (tab) select(/** @type {HTMLElement} */ (tab));
  });
  list.addEventListener("keydown", (event) => {
    const at = tabs.indexOf(/** @type {HTMLElement} */ (event.target));
    const step = getComputedStyle(list).direction === "rtl" ? -1 : 1;
    const to = { ArrowRight: at + step, ArrowLeft: at - step, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const tab = tabs[(to + tabs.length) % tabs.length];
    tab.focus();
    select(tab);
  });
}

for (const gallery of document.querySelectorAll(".gallery")) startGallery(/** @type {HTMLElement} */ (gallery));
for (const list of document.querySelectorAll("[role=tablist]")) startTabs(/** @type {HTMLElement} */ (list));
performance.mark("ready");
