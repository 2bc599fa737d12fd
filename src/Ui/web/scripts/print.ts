// <linli-print>: a button that prints the page, to paper or to a PDF as the browser offers.
customElements.define("linli-print", class extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.addEventListener("click", () => print());
  }
});
