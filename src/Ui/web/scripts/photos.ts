// <linli-photos>: shrinks photos before they are sent, shows them, and lets them be taken out again.
customElements.define("linli-photos", class extends HTMLElement {
  #input!: HTMLInputElement;
  #list!: HTMLUListElement;
  #files: File[] = [];

  connectedCallback() {
    this.#input = this.querySelector("input")!;
    this.#list = this.querySelector("ul")!;
    this.#input.addEventListener("change", () => void this.#take([...this.#input.files!]));
  }

  async #take(chosen: File[]) {
    const max = Number(this.dataset.max);
    for (const file of chosen.slice(0, max - this.#files.length)) await this.#add(file);
    if (chosen.length > 0 && this.#files.length >= max) this.#list.title = this.dataset.full!;
    this.#sync();
  }

  async #add(file: File) {
    const picture = await createImageBitmap(file).catch(() => null);
    if (!picture) return void this.#files.push(file); // not readable here (HEIC): the server decides
    const small = await shrink(picture, Number(this.dataset.edge), file);
    this.#files.push(small);
    const item = document.createElement("li");
    const remove = document.createElement("button");
    remove.type = "button";
    remove.setAttribute("aria-label", `${this.dataset.remove} ${file.name}`);
    remove.textContent = "✕";
    remove.addEventListener("click", () => {
      this.#files.splice(this.#files.indexOf(small), 1);
      item.remove();
      this.#sync();
      this.#input.focus();
    });
    item.append(draw(picture, 240), remove);
    this.#list.append(item);
  }

  #sync() {
    const carrier = new DataTransfer();
    for (const file of this.#files) carrier.items.add(file);
    this.#input.files = carrier.files;
  }
});

function draw(picture: ImageBitmap, edge: number) {
  const scale = Math.min(1, edge / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
  canvas.getContext("2d")!.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

async function shrink(picture: ImageBitmap, edge: number, file: File) {
  const blob = await new Promise<Blob | null>(done => draw(picture, edge).toBlob(done, "image/jpeg", 0.82));
  return blob && blob.size < file.size ? new File([blob], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" }) : file;
}
