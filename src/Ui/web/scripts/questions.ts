// <linli-questions src>: fetches the questions of a category when the form's words name one, and shows what an answer calls for.
customElements.define("linli-questions", class extends HTMLElement {
  #form!: HTMLFormElement;
  #asked = "";

  connectedCallback() {
    if (this.#form) return;
    this.#form = this.closest("form")!;
    this.#asked = this.querySelector("fieldset")?.dataset.asked ?? "";
    this.#form.addEventListener("linli:category", event => void this.#ask((event as CustomEvent<{ code: string; chosen: boolean }>).detail));
    this.addEventListener("change", () => this.#show());
    this.#show();
  }

  async #ask({ code, chosen }: { code: string; chosen: boolean }) {
    const asked = `${code}${chosen ? "" : "?"}`;
    if (asked === this.#asked) return;
    this.#asked = asked;
    const given = new FormData(this.#form);
    const address = new URL(this.getAttribute("src")!, location.href);
    address.searchParams.set("category", code);
    address.searchParams.set("chosen", String(chosen));
    const answer = code ? await fetch(address, { headers: { accept: "text/html" } }).catch(() => null) : null;
    if (asked !== this.#asked || (code && !answer?.ok)) return;
    this.innerHTML = answer ? await answer.text() : "";
    for (const field of this.querySelectorAll<HTMLInputElement>("[name^='answers[']")) {
      const words = given.getAll(field.name).map(String).filter(Boolean); // what was answered before the category was chosen
      if (field.type === "radio" || field.type === "checkbox") field.checked ||= words.includes(field.value);
      else field.value = words[0] ?? "";
    }
    this.#show();
  }

  /** Conditions are NAME=VALUE; a question that is not asked is not sent, nor what hangs on it. */
  #show() {
    for (const part of this.querySelectorAll<HTMLElement>("[data-shown-when]")) {
      const [name, value] = part.dataset.shownWhen!.split(/=(.*)/);
      const met = !name || [...this.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(name)}"]`)].some(field => field.checked && !field.disabled && field.value === value);
      part.hidden = !met;
      for (const field of part.querySelectorAll<HTMLInputElement>("input")) field.disabled = !met;
    }
  }
});
