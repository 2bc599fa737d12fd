// <linli-map-day>: a slider beside the field of the day. The map goes along while it moves, the table when it rests.
customElements.define("linli-map-day", class extends HTMLElement {
  connectedCallback() {
    const slider = this.querySelector<HTMLInputElement>("input[type=range]")!;
    const field = this.querySelector<HTMLInputElement>("input[type=date]")!;
    slider.hidden = false;
    const day = () => {
      const at = new Date(`${this.dataset.today}T00:00:00Z`);
      at.setUTCDate(at.getUTCDate() + Number(slider.value));
      return slider.value === "0" ? "" : at.toISOString().slice(0, 10);
    };
    slider.addEventListener("input", () => {
      field.value = day();
      slider.setAttribute("aria-valuetext", field.value || this.dataset.today!);
      document.dispatchEvent(new CustomEvent("linli:day", { detail: field.value }));
    });
    slider.addEventListener("change", () => {
      const address = new URL(location.href);
      if (field.value) address.searchParams.set("when", field.value);
      else address.searchParams.delete("when");
      history.replaceState(null, "", address);
      document.getElementById("map-counts")?.dispatchEvent(new Event("linli:stale"));
    });
  }
});
