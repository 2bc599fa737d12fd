// <linli-typeahead>: a combobox (ARIA 1.2 pattern) over a <select>, or over a text input with suggestions from `src`.
type Suggestion = { value: string; text: string; note?: string };
const most = 50;
let made = 0;

customElements.define("linli-typeahead", class extends HTMLElement {
  #input!: HTMLInputElement;
  #select: HTMLSelectElement | null = null;
  #list = document.createElement("ul");
  #shown: Suggestion[] = [];
  #at = -1;
  #timer = 0;
  #asked = 0;

  connectedCallback() {
    if (this.#input) return;
    this.#select = this.querySelector("select");
    this.#input = this.#select ? this.#overSelect(this.#select) : this.querySelector("input:not([type=hidden])")!;
    this.#list.id = `suggestions-${++made}`;
    this.#list.className = "suggestions";
    this.#list.hidden = true;
    this.#list.setAttribute("role", "listbox");
    this.#list.setAttribute("aria-label", this.dataset.hint!);
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.#list.id, autocomplete: "off" }))
      this.#input.setAttribute(name, value);
    this.append(this.#list);
    this.#input.addEventListener("input", () => this.#look());
    this.#input.addEventListener("click", () => this.#select && this.#look());
    this.#input.addEventListener("keydown", event => this.#key(event));
    this.#input.addEventListener("blur", () => this.#leave());
    this.#list.addEventListener("mousedown", event => {
      event.preventDefault();
      const index = [...this.#list.children].indexOf((event.target as Element).closest("li")!);
      if (this.#shown[index]) this.#choose(this.#shown[index]);
    });
  }

  /** Puts a text input in the place of the select, which stays to carry the value. */
  #overSelect(select: HTMLSelectElement) {
    const input = document.createElement("input");
    input.className = "form-control";
    input.placeholder = this.dataset.hint!;
    input.value = select.value ? select.selectedOptions[0].text : "";
    for (const name of ["id", "aria-describedby", "aria-invalid", "aria-label"]) {
      const value = select.getAttribute(name);
      if (value === null) continue;
      input.setAttribute(name, value);
      select.removeAttribute(name);
    }
    select.hidden = true;
    select.before(input);
    return input;
  }

  #look() {
    clearTimeout(this.#timer);
    this.#asked++; // an answer to what was typed before comes too late
    this.#mark(-1);
    const typed = this.#input.value.trim();
    if (this.#select) return this.#show(this.#options(this.#isChosen(typed) ? "" : typed), typed);
    const carrier = this.querySelector<HTMLInputElement>("input[type=hidden]");
    if (carrier) carrier.value = "";
    if (!typed) return this.#close();
    this.#timer = setTimeout(() => void this.#ask(typed), 180);
  }

  async #ask(typed: string) {
    const turn = ++this.#asked;
    const address = new URL(this.getAttribute("src")!, location.href);
    address.searchParams.set("q", typed);
    const answer = await fetch(address, { headers: { accept: "application/json" } }).catch(() => null);
    if (answer?.ok && turn === this.#asked) this.#show(await answer.json(), typed);
  }

  #options(typed: string): Suggestion[] {
    const words = typed.toLowerCase().split(/\s+/);
    return [...this.#select!.options]
      .filter(option => option.value && words.every(word => `${option.text} ${group(option)}`.toLowerCase().includes(word)))
      .map(option => ({ value: option.value, text: option.text, note: group(option) }));
  }

  #show(found: Suggestion[], typed: string) {
    const marked = this.#shown[this.#at]?.value;
    this.#shown = found.slice(0, most);
    const items = this.#shown.map((suggestion, index) => {
      const item = document.createElement("li");
      item.id = `${this.#list.id}-${index}`;
      item.setAttribute("role", "option");
      item.append(...highlighted(suggestion.text, typed));
      if (suggestion.note) item.append(Object.assign(document.createElement("small"), { textContent: suggestion.note }));
      return item;
    });
    const none = Object.assign(document.createElement("li"), { className: "no-match", textContent: this.dataset.none! });
    none.setAttribute("role", "option");
    none.setAttribute("aria-disabled", "true");
    this.#list.replaceChildren(...(items.length ? items : [none]));
    this.#list.hidden = false;
    this.#input.setAttribute("aria-expanded", "true");
    this.#mark(this.#shown.findIndex(suggestion => suggestion.value === marked)); // what was marked since the last letter stays so
  }

  #key(event: KeyboardEvent) {
    const last = this.#shown.length - 1;
    if (event.key === "ArrowDown") this.#list.hidden ? this.#look() : this.#mark(this.#at >= last ? 0 : this.#at + 1);
    else if (event.key === "ArrowUp" && !this.#list.hidden) this.#mark(this.#at <= 0 ? last : this.#at - 1);
    else if (event.key === "Enter" && this.#at >= 0) this.#choose(this.#shown[this.#at]);
    else if (event.key === "Escape" && !this.#list.hidden) this.#close();
    else return;
    event.preventDefault();
  }

  #mark(index: number) {
    this.#at = index;
    [...this.#list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === index)));
    this.#list.children[index]?.scrollIntoView({ block: "nearest" });
    if (index < 0) this.#input.removeAttribute("aria-activedescendant");
    else this.#input.setAttribute("aria-activedescendant", `${this.#list.id}-${index}`);
  }

  #choose(chosen: Suggestion) {
    this.#input.value = chosen.text;
    const carrier = this.#select ?? this.querySelector<HTMLInputElement>("input[type=hidden]");
    if (carrier) carrier.value = chosen.value;
    (carrier ?? this.#input).dispatchEvent(new Event("change", { bubbles: true }));
    this.#close();
  }

  #leave() {
    this.#close();
    if (!this.#select) return;
    if (!this.#input.value.trim()) this.#select.value = "";
    else if (this.#select.value) this.#input.value = this.#select.selectedOptions[0].text; // what is not an option is not a choice
    else this.#input.value = "";
  }

  #isChosen(typed: string) {
    return !!this.#select?.value && this.#select.selectedOptions[0].text === typed;
  }

  #close() {
    clearTimeout(this.#timer);
    this.#asked++;
    this.#list.hidden = true;
    this.#at = -1;
    this.#input.setAttribute("aria-expanded", "false");
    this.#input.removeAttribute("aria-activedescendant");
  }
});

const group = (option: HTMLOptionElement) => (option.parentElement as HTMLOptGroupElement).label ?? "";

function highlighted(text: string, typed: string): (string | Node)[] {
  const at = typed ? text.toLowerCase().indexOf(typed.toLowerCase()) : -1;
  if (at < 0) return [text];
  const mark = Object.assign(document.createElement("mark"), { textContent: text.slice(at, at + typed.length) });
  return [text.slice(0, at), mark, text.slice(at + typed.length)];
}
