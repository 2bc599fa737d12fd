// <linli-mention src>: offers colleagues by name while one types @ in a text; without it the name is typed whole.
type Name = { value: string; text: string; note?: string };
const pause = 180;
let made = 0;

customElements.define("linli-mention", class extends HTMLElement {
  #area!: HTMLTextAreaElement;
  #list = Object.assign(document.createElement("ul"), { className: "suggestions", hidden: true });
  #names: Name[] = [];
  #at = 0;
  #timer = 0;

  connectedCallback() {
    if (this.#area) return;
    this.#area = this.querySelector("textarea")!;
    this.#list.id = `names-${++made}`;
    this.#list.setAttribute("role", "listbox");
    this.#list.setAttribute("aria-label", this.dataset.hint!);
    this.#area.setAttribute("aria-controls", this.#list.id);
    this.append(this.#list);
    this.#area.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#ask(), pause);
    });
    this.#area.addEventListener("keydown", event => this.#key(event));
    this.#area.addEventListener("blur", () => this.#show([]));
    this.#list.addEventListener("mousedown", event => {
      event.preventDefault();
      this.#choose([...this.#list.children].indexOf((event.target as Element).closest("li")!));
    });
  }

  /** What stands between an @ and the cursor. */
  #begun = () => /[@＠]([\p{L}\p{N}._-]{1,20})$/u.exec(this.#area.value.slice(0, this.#area.selectionStart))?.[1];

  async #ask() {
    const begun = this.#begun();
    if (!begun) return this.#show([]);
    const answer = await fetch(`${this.getAttribute("src")}?q=${encodeURIComponent(begun)}`, { headers: { accept: "application/json" } }).catch(() => null);
    if (answer?.ok && begun === this.#begun()) this.#show((await answer.json()) as Name[]);
  }

  #show(names: Name[]) {
    this.#names = names;
    this.#list.hidden = names.length === 0;
    this.#list.replaceChildren(...names.map(({ text, value, note }, i) => {
      const item = Object.assign(document.createElement("li"), { id: `${this.#list.id}-${i}`, textContent: `${text} @${value}` });
      item.setAttribute("role", "option");
      if (note) item.append(Object.assign(document.createElement("small"), { textContent: note }));
      return item;
    }));
    this.#mark(0);
  }

  #mark(index: number) {
    this.#at = index;
    [...this.#list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === index)));
    if (this.#names.length) this.#area.setAttribute("aria-activedescendant", `${this.#list.id}-${index}`);
    else this.#area.removeAttribute("aria-activedescendant");
  }

  #key(event: KeyboardEvent) {
    const count = this.#names.length;
    if (count === 0 || event.isComposing) return;
    if (event.key === "ArrowDown") this.#mark((this.#at + 1) % count);
    else if (event.key === "ArrowUp") this.#mark((this.#at + count - 1) % count);
    else if (event.key === "Enter" || event.key === "Tab") this.#choose(this.#at);
    else if (event.key === "Escape") this.#show([]);
    else return;
    event.preventDefault();
  }

  #choose(index: number) {
    const [chosen, begun] = [this.#names[index], this.#begun()];
    if (!chosen || !begun) return;
    const end = this.#area.selectionStart;
    this.#area.setRangeText(`${chosen.value} `, end - begun.length, end, "end");
    this.#show([]);
  }
});
