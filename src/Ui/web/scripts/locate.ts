// <linli-locate>: writes the phone's position into the fields of the form's map.
customElements.define("linli-locate", class extends HTMLElement {
  connectedCallback() {
    const [button, word] = [this.querySelector("button")!, this.querySelector("[role=status]")!];
    if (!("geolocation" in navigator)) return void (this.hidden = true);
    button.addEventListener("click", () => {
      button.setAttribute("aria-busy", "true");
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          this.#write("longitude", coords.longitude);
          this.#write("latitude", coords.latitude);
          word.textContent = this.dataset.found!.replace("{0}", String(Math.ceil(coords.accuracy)));
          button.removeAttribute("aria-busy");
        },
        () => {
          word.textContent = this.dataset.failed!;
          button.removeAttribute("aria-busy");
        },
        { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
      );
    });
  }

  #write(axis: string, degrees: number) {
    const field = this.closest("form")!.querySelector<HTMLInputElement>(`input[data-axis=${axis}]`);
    if (field) field.value = degrees.toFixed(6);
  }
});
