// <linli-live id src>: hears server-sent events and fetches its own content anew, keeping focus, ticks and open parts.
const pause = 400;
const keep = "input, select, textarea, button, a, summary";

/** What a thing is, whatever stands before it: a key pressed after a refresh must not reach the neighbour. */
const nameOf = (thing: Element) =>
  thing.getAttribute("href") ?? [thing.id, thing.getAttribute("name"), thing.getAttribute("value"), thing.closest("form")?.getAttribute("action"), thing.textContent!.trim()].join("|");


// One line to the server serves all parts of a page: over HTTP/1.1 a browser opens only six, for all its windows together.
const heard = new Map<string, Set<() => void>>();
let line: EventSource | undefined;
let opening = 0;
let since: string | undefined; // what came later is not on the page yet: when it was drawn, then the event heard last

function listen(source: string, hear: () => void) {
  heard.set(source, (heard.get(source) ?? new Set()).add(hear));
  open();
  return () => {
    heard.get(source)!.delete(hear);
    if (heard.get(source)!.size === 0) heard.delete(source);
    open();
  };
}

function open() {
  clearTimeout(opening);
  opening = setTimeout(() => {
    line?.close();
    line = undefined;
    if (heard.size === 0) return;
    const [first, ...rest] = [...heard.keys()];
    line = new EventSource(`${[first, ...rest.map(nameOfTopic)].join(",")}?since=${since}`);
    const on = (event: string, source?: string) => line!.addEventListener(event, message => {
      since = message.lastEventId;
      heard.get(source!)?.forEach(hear => hear());
    });
    on("heartbeat");
    on("message", first); // of one topic alone the server does not say which
    for (const source of heard.keys()) on(nameOfTopic(source), source);
  });
}

const nameOfTopic = (source: string) => source.slice(source.lastIndexOf("/") + 1);

customElements.define("linli-live", class extends HTMLElement {
  #deafen?: () => void;
  #timer = 0;
  #stale = false;
  #look = () => void (document.visibilityState === "visible" && this.#stale && this.#refresh());

  connectedCallback() {
    const source = this.getAttribute("src")!;
    since ??= this.dataset.since;
    const deafen = nameOfTopic(source).split(",").map(topic => listen(source.slice(0, source.lastIndexOf("/") + 1) + topic, () => {
      this.#stale = true;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(this.#look, pause);
    }));
    this.#deafen = () => deafen.forEach(end => end());
    document.addEventListener("visibilitychange", this.#look);
    this.addEventListener("linli:stale", () => {
      this.#stale = true; // its page says something else now
      this.#look();
    });
    this.addEventListener("focusout", this.#look);
  }

  disconnectedCallback() {
    this.#deafen?.();
    document.removeEventListener("visibilitychange", this.#look);
  }

  async #refresh() {
    if (this.#typing()) return; // looks again when the field is left
    this.#stale = false;
    const answer = await fetch(this.dataset.page ?? location.href, { headers: { accept: "text/html" } });
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
