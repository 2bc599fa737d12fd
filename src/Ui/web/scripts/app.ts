// What every page gets. The rest comes only where a page has an element for it; pages work without any of this.
const parts: Record<string, () => Promise<unknown>> = {
  "linli-map": () => import("./map"),
  "linli-onemap": () => import("./onemap"),
  "linli-print": () => import("./print"),
  "linli-map-day": () => import("./map-day"),
  "linli-typeahead": () => import("./typeahead"),
  "linli-photos": () => import("./photos"),
  "linli-live": () => import("./live"),
  "linli-confirm": () => import("./confirm"),
  "linli-copy": () => import("./copy"),
  "linli-suggest": () => import("./suggest"),
  "linli-questions": () => import("./questions"),
  "linli-locate": () => import("./locate"),
  "linli-mention": () => import("./mention"),
  "linli-beside": () => import("./beside"),
  "[data-rows], [data-key], [data-send], linli-keys": () => import("./keys"),
};

const approach = new IntersectionObserver(
  entries => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      approach.unobserve(target);
      void parts["linli-map"]();
    }
  },
  { rootMargin: "200px" },
);

function enhance() {
  for (const [selector, load] of Object.entries(parts)) {
    if (selector === "linli-map") document.querySelectorAll(selector).forEach(map => approach.observe(map));
    else if (document.querySelector(selector)) void load();
  }
}

// A form is sent once, however often it is pressed; coming back to the page makes it fresh.
document.addEventListener("submit", event => {
  const form = event.target as HTMLFormElement;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "yes";
  event.submitter?.setAttribute("aria-busy", "true");
});
addEventListener("pageshow", () => {
  document.querySelectorAll<HTMLFormElement>("form[data-sent]").forEach(form => delete form.dataset.sent);
  document.querySelectorAll("button[aria-busy]").forEach(button => button.removeAttribute("aria-busy"));
});

// Menus close when one presses elsewhere or Escape.
const closeMenus = (except?: Node | null) =>
  document.querySelectorAll<HTMLDetailsElement>("details.menu[open], details.drawer[open]").forEach(menu => {
    if (!except || !(menu.closest(".side") ?? menu).contains(except)) menu.open = false;
  });
document.addEventListener("click", event => closeMenus(event.target as Node));
document.addEventListener("keydown", event => {
  if (event.key !== "Escape") return;
  const within = event.target as Element;
  const menu = within.closest?.("details.menu[open]") ?? within.closest?.(".side")?.querySelector("details.drawer[open]");
  closeMenus();
  menu?.querySelector("summary")?.focus();
});

// Which groups of the navigation one likes open is kept for the next page.
document.querySelectorAll<HTMLDetailsElement>(".side-group").forEach((group, _, groups) =>
  group.querySelector("summary")!.addEventListener("click", () => setTimeout(() => {
    const open = [...groups].filter(one => one.open).map(one => one.dataset.group);
    document.cookie = `linli-nav=${open.join(".")}; path=/; max-age=31536000; samesite=lax`;
  })));

document.querySelector<HTMLElement>(".error-summary")?.focus();
document.addEventListener("linli:changed", enhance);
enhance();
