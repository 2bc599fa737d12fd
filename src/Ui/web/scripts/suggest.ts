// <linli-suggest>: says what a text sounds like while it is written, and whom to call first in an emergency.
type Answer = { categories: { code: string; name: string; branch: string }[]; emergency?: string; settled?: string };

customElements.define("linli-suggest", class extends HTMLElement {
  #carrier!: HTMLInputElement;
  #choices = Object.assign(document.createElement("div"), { className: "suggested", hidden: true });
  #alarm = Object.assign(document.createElement("p"), { className: "alarm", hidden: true });
  #timer = 0;
  #asked = 0;
  #settled = "";

  connectedCallback() {
    if (this.#timer) return;
    const words = this.querySelector("textarea")!;
    this.#carrier = this.querySelector(`input[name="${this.dataset.carrier}"]`)!;
    this.#choices.setAttribute("role", "group");
    this.#choices.setAttribute("aria-label", this.dataset.ask!);
    this.#alarm.setAttribute("role", "alert");
    this.append(this.#alarm, this.#choices);
    words.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#ask(words.value.trim()), 450);
    });
    if (words.value.trim()) void this.#ask(words.value.trim());
  }

  async #ask(text: string) {
    const turn = ++this.#asked;
    const address = new URL(this.getAttribute("src")!, location.href);
    address.searchParams.set("text", text.slice(0, 400)); // addresses have an end
    const answer = await fetch(address, { headers: { accept: "application/json" } }).catch(() => null);
    if (!answer?.ok || turn !== this.#asked) return;
    const { categories, emergency, settled } = (await answer.json()) as Answer;
    this.#alarm.hidden = !emergency;
    if (emergency) this.#alarm.replaceChildren(this.dataset.emergency!.replace("{0}", emergency), " ", Object.assign(document.createElement("a"), { href: `tel:${emergency}`, textContent: emergency }));
    this.#choices.hidden = categories.length === 0;
    this.#choices.replaceChildren(this.dataset.ask!, ...categories.map(category => this.#choice(category)));
    this.#settled = settled ?? "";
    this.#tell();
  }

  #choice({ code, name, branch }: Answer["categories"][0]) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: name, title: branch });
    button.setAttribute("aria-pressed", String(this.#carrier.value === code));
    button.addEventListener("click", () => {
      this.#carrier.value = this.#carrier.value === code ? "" : code;
      for (const other of this.#choices.querySelectorAll("button")) other.setAttribute("aria-pressed", String(other === button && this.#carrier.value === code));
      this.#tell();
    });
    return button;
  }

  /** The category the report would get if it were sent now, for who asks more about it. */
  #tell() {
    const chosen = this.#carrier.value;
    this.dispatchEvent(new CustomEvent("linli:category", { bubbles: true, detail: { code: chosen || this.#settled, chosen: chosen !== "" } }));
  }
});
