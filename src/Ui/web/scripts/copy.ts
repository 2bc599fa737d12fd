// <linli-copy>: an address and the button that copies it.
customElements.define("linli-copy", class extends HTMLElement {
  connectedCallback() {
    const [input, button] = [this.querySelector("input")!, this.querySelector("button")!];
    button.addEventListener("click", async () => {
      input.select();
      try {
        await navigator.clipboard.writeText(input.value);
      } catch {
        document.execCommand("copy"); // pages on plain http have no clipboard
      }
      button.querySelector("span")!.textContent = this.dataset.done!;
    });
  }
});
