// <linli-confirm>: a submit button and the dialog that asks first.
customElements.define("linli-confirm", class extends HTMLElement {
  connectedCallback() {
    const [submit, dialog] = [this.querySelector("button")!, this.querySelector("dialog")!];
    let sure = false;
    submit.addEventListener("click", event => {
      if (sure) return void (sure = false);
      event.preventDefault();
      dialog.showModal();
    });
    dialog.addEventListener("click", event => {
      const pressed = (event.target as Element).closest("button");
      if (!pressed && event.target !== dialog) return;
      dialog.close();
      if (pressed?.value !== "confirm") return;
      sure = true;
      submit.click();
    });
  }
});
