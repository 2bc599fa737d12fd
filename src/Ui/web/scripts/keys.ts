// Keys on staff pages: J and K, or the arrows within it, walk the list, X picks a row, an element with data-key is pressed by its key, ? tells all of them.
// Ctrl+Enter sends the form one types in by its button with data-send. Single keys can be switched off, and never work while one types.
const rows = () => [...document.querySelectorAll<HTMLElement>("[data-rows] tbody tr")];
const current = () => document.activeElement?.closest<HTMLElement>("[data-rows] tbody tr") ?? null;
const store = "linli-keys";
const off = () => localStorage.getItem(store) === "off";

function walk(step: number) {
  const all = rows();
  const at = all.indexOf(current()!);
  all[Math.min(all.length - 1, Math.max(0, at + step))]?.querySelector<HTMLElement>(".row-link")?.focus();
}

const steps: Record<string, number> = { j: 1, k: -1, arrowdown: 1, arrowup: -1 };

document.addEventListener("keydown", event => {
  const target = event.target as HTMLElement;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return target.closest("form")?.querySelector<HTMLElement>("[data-send]")?.click();
  if (off() || event.ctrlKey || event.metaKey || event.altKey || target.isContentEditable || target.matches("input:not([type=checkbox]), textarea, select") || document.querySelector("dialog[open]")) return;
  const key = event.key.toLowerCase();
  const named = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  if (key in steps && rows().length > 0 && (key.length === 1 || current())) walk(steps[key]); // elsewhere arrows move the page
  else if (key === "x" && current()) current()!.querySelector<HTMLInputElement>(".pick input")?.click();
  else if (named?.matches("input")) named.focus();
  else if (named) named.click();
  else return;
  event.preventDefault();
});

customElements.define("linli-keys", class extends HTMLElement {
  connectedCallback() {
    const [button, dialog] = [this.querySelector("button")!, this.querySelector("dialog")!];
    const toggle = dialog.querySelector<HTMLButtonElement>("[value=switch]")!;
    const show = () => {
      toggle.textContent = off() ? toggle.dataset.on! : toggle.dataset.off!;
      document.documentElement.dataset.keys = off() ? "off" : "on"; // also for whoever presses keys by program
    };
    this.hidden = false;
    button.addEventListener("click", () => dialog.showModal());
    toggle.addEventListener("click", () => {
      localStorage.setItem(store, off() ? "on" : "off");
      show();
    });
    dialog.querySelector("[value=close]")!.addEventListener("click", () => dialog.close());
    show();
  }
});

document.documentElement.dataset.keys = off() ? "off" : "on";
