// <linli-beside src data-form data-of>: what the server knows of some fields of a form, asked again as they are typed.
const pause = 350;
const token = "__RequestVerificationToken";

customElements.define("linli-beside", class extends HTMLElement {
  #form!: HTMLFormElement;
  #timer = 0;
  #asked = "";

  connectedCallback() {
    if (this.#form) return;
    this.#form = document.getElementById(this.dataset.form!) as HTMLFormElement;
    this.#asked = this.#fields().toString();
    for (const event of ["input", "change", "linli:category"]) this.#form.addEventListener(event, () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#ask(), pause);
    });
  }

  #fields() {
    const all = new FormData(this.#form);
    return new URLSearchParams(this.dataset.of!.split(" ").map(name => [name, String(all.get(name) ?? "")]));
  }

  async #ask() {
    const fields = this.#fields();
    const asked = fields.toString();
    if (asked === this.#asked) return;
    this.#asked = asked;
    fields.set(token, String(new FormData(this.#form).get(token)));
    const answer = await fetch(this.getAttribute("src")!, { method: "POST", body: fields, headers: { accept: "text/html" } }).catch(() => null);
    if (answer?.ok && asked === this.#asked) this.innerHTML = await answer.text();
  }
});

// <linli-since>: a call begins with the first letter that is typed, unless the telephone said when.
customElements.define("linli-since", class extends HTMLElement {
  connectedCallback() {
    if (!("running" in this.dataset))
      this.closest("form")!.addEventListener("input", () => (this.querySelector("input")!.value = new Date().toISOString()), { once: true });
  }
});
