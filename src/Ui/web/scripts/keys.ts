// Keys on staff pages: J and K walk the rows, X picks one, and an element with data-key is pressed by its key.
const rows = () => [...document.querySelectorAll<HTMLElement>("[data-rows] tbody tr")];
const current = () => document.activeElement?.closest<HTMLElement>("[data-rows] tbody tr") ?? null;

function walk(step: number) {
  const all = rows();
  const at = all.indexOf(current()!);
  all[Math.min(all.length - 1, Math.max(0, at + step))]?.querySelector<HTMLElement>(".row-link")?.focus();
}

document.addEventListener("keydown", event => {
  const target = event.target as HTMLElement;
  if (event.ctrlKey || event.metaKey || event.altKey || target.matches("input:not([type=checkbox]), textarea, select")) return;
  const key = event.key.toLowerCase();
  const named = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  if (key === "j") walk(1);
  else if (key === "k") walk(-1);
  else if (key === "x") current()?.querySelector<HTMLInputElement>(".pick input")?.click();
  else if (named?.matches("input")) named.focus();
  else if (named) named.click();
  else return;
  event.preventDefault();
});

document.documentElement.dataset.keys = "on"; // for whoever presses keys by program
