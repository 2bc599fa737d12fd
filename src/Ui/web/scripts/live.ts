// <linli-live id src>: hears server-sent events and fetches its own content anew, keeping focus, ticks and open parts.
const pause = 400;
const keep = "input, select, textarea, button, a, summary";

/** What a thing is, whatever stands before it: a key pressed after a refresh must not reach the neighbour. */
const nameOf = (thing: Element) =>
  thing.getAttribute("href") ?? [thing.id, thing.getAttribute("name"), thing.getAttribute("value"), thing.closest("form")?.getAttribute("action"), thing.textContent!.trim()].join("|");

customElements.define("linli-live", class extends HTMLElement {
  #events?: EventSource;
  #timer = 0;
  #stale = false;
  #look = () => void (document.visibilityState === "visible" && this.#stale && this.#refresh());

  connectedCallback() {
    this.#events = new EventSource(this.getAttribute("src")!);
    this.#events.onmessage = () => {
      this.#stale = true;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(this.#look, pause);
    };
    document.addEventListener("visibilitychange", this.#look);
    this.addEventListener("focusout", this.#look);
  }

  disconnectedCallback() {
    this.#events?.close();
    document.removeEventListener("visibilitychange", this.#look);
  }

  async #refresh() {
    if (this.#typing()) return; // looks again when the field is left
    this.#stale = false;
    const answer = await fetch(location.href, { headers: { accept: "text/html" } });
    const fresh = answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(this.id);
    if (!fresh || this.#typing()) return;
    const before = document.activeElement!;
    const name = nameOf(before);
    const at = [...this.querySelectorAll(keep)].indexOf(before);
    const ticked = new Set([...this.querySelectorAll<HTMLInputElement>("input:checked")].map(box => box.value));
    const open = [...this.querySelectorAll("details")].map(part => part.open);
    this.replaceChildren(...fresh.childNodes);
    this.querySelectorAll("details").forEach((part, i) => (part.open = open[i] ?? false));
    this.querySelectorAll<HTMLInputElement>("input[type=checkbox]").forEach(box => (box.checked ||= ticked.has(box.value)));
    if (at >= 0) {
      const things = [...this.querySelectorAll<HTMLElement>(keep)];
      const again = things.find(thing => nameOf(thing) === name) ?? (before.matches("a") ? things[at] : undefined); // a link's neighbour does nothing by itself
      again?.focus({ preventScroll: true });
    }
    document.dispatchEvent(new Event("linli:changed"));
  }

  #typing() {
    const active = document.activeElement;
    return this.contains(active) && !!active?.matches("input:not([type=checkbox]), textarea, select, dialog *");
  }
});
