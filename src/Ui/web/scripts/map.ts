// <linli-map>: pan by drag or arrows, zoom by buttons, keys, wheel or two fingers, press to open a point or to pick a place.
import { clusters, paint, toPlace, toScreen, type Cluster, type View } from "./canvas";
import { areasOf, boxOf, firstLatitude, holds, Plane, type Area, type Place, type Point } from "./places";

const street = 60_000; // pixels per degree at which one sees a street
const [least, greatest] = [200, 2_000_000];
const reach = 18;
const margin = 0.72; // of the view is filled by what is shown

customElements.define("linli-map", class extends HTMLElement {
  #canvas = document.createElement("canvas");
  #word = Object.assign(document.createElement("div"), { className: "map-word" });
  #plane = new Plane(0);
  #areas: Area[] = [];
  #points: Point[] = [];
  #groups: Cluster[] = [];
  #picked: Place | null = null;
  #view: View = { centre: { x: 0, y: 0 }, scale: street, width: 0, height: 0 };
  #fingers = new Map<number, Place>();
  #moved = false;

  async connectedCallback() {
    if (this.classList.contains("ready")) return;
    const collection = this.dataset.areas ? await fetch(this.dataset.areas).then(answer => (answer.ok ? answer.json() : null)).catch(() => null) : null;
    const [longitude, latitude] = [this.#axis("longitude"), this.#axis("latitude")];
    const items = [...this.querySelectorAll<HTMLElement>(".map-list [data-longitude]")];
    this.#plane = new Plane((collection && firstLatitude(collection)) ?? Number(items[0]?.dataset.latitude ?? latitude?.value ?? 0));
    if (collection) this.#areas = areasOf(collection, this.#plane);
    this.#points = items.map(item => ({
      ...this.#plane.place(Number(item.dataset.longitude), Number(item.dataset.latitude)),
      text: item.textContent!.trim(), href: item.querySelector("a")?.href ?? null,
      tone: getComputedStyle(item).getPropertyValue("--tone").trim() || "#155aa8",
    }));
    if (longitude?.value && latitude?.value) this.#picked = this.#plane.place(Number(longitude.value), Number(latitude.value));
    this.#build();
    this.#fit();
  }

  #build() {
    this.#canvas.className = "map-canvas";
    this.#canvas.tabIndex = 0;
    this.#canvas.setAttribute("role", "application");
    this.#canvas.setAttribute("aria-label", [this.dataset.label, this.#picks && this.dataset.pickHint].filter(Boolean).join(" "));
    this.#word.setAttribute("role", "status");
    const tools = Object.assign(document.createElement("div"), { className: "map-tools" });
    tools.append(this.#tool("plus", "zoomIn", () => this.#zoom(1.6)), this.#tool("minus", "zoomOut", () => this.#zoom(1 / 1.6)));
    if (this.#picks) tools.append(this.#tool("current-location", "locate", () => this.#locate()));
    this.prepend(this.#canvas, tools, this.#word);
    this.classList.add("ready");
    this.#canvas.addEventListener("pointerdown", event => this.#down(event));
    this.#canvas.addEventListener("pointermove", event => this.#move(event));
    for (const end of ["pointerup", "pointercancel"] as const) this.#canvas.addEventListener(end, event => this.#up(event));
    this.#canvas.addEventListener("wheel", event => this.#wheel(event), { passive: false });
    this.#canvas.addEventListener("keydown", event => this.#key(event));
    for (const change of ["focus", "blur"]) this.#canvas.addEventListener(change, () => this.#draw());
    new ResizeObserver(() => this.#resize()).observe(this.#canvas);
    this.#resize();
  }

  #tool(icon: string, word: string, act: () => void) {
    const button = Object.assign(document.createElement("button"), { type: "button" });
    button.setAttribute("aria-label", this.dataset[word]!);
    button.innerHTML = `<svg class="icon" aria-hidden="true"><use href="${this.dataset.icons}#${icon}"></use></svg>`;
    button.addEventListener("click", act);
    return button;
  }

  get #picks() {
    return this.classList.contains("map-pick");
  }

  #axis = (name: string) => this.querySelector<HTMLInputElement>(`[data-axis=${name}]`);

  #resize() {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    const fine = devicePixelRatio || 1;
    [this.#canvas.width, this.#canvas.height] = [width * fine, height * fine];
    this.#canvas.getContext("2d")!.setTransform(fine, 0, 0, fine, 0, 0);
    Object.assign(this.#view, { width, height });
    this.#draw();
  }

  /** Shows the picked place, or all points, or all areas. */
  #fit() {
    if (this.#picked) Object.assign(this.#view, { centre: this.#picked, scale: street });
    else {
      const all = this.#points.length ? this.#points : this.#areas.flatMap(area => area.rings[0]);
      if (!all.length) return;
      const { left, top, right, bottom } = boxOf(all);
      const scale = margin * Math.min(this.#view.width / (right - left || 1e-9), this.#view.height / (bottom - top || 1e-9));
      Object.assign(this.#view, { centre: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.min(scale, street) });
    }
    this.#draw();
  }

  #draw() {
    this.#groups = clusters(this.#points, this.#view);
    const cross = this.#picks && document.activeElement === this.#canvas && this.#canvas.matches(":focus-visible");
    paint(this.#canvas.getContext("2d")!, this.#view, this.#areas, this.#groups, this.#picked, cross);
  }

  #zoom(factor: number, at: Place = { x: this.#view.width / 2, y: this.#view.height / 2 }) {
    const before = toPlace(this.#view, at);
    this.#view.scale = Math.min(greatest, Math.max(least, this.#view.scale * factor));
    const after = toPlace(this.#view, at);
    this.#pan(before.x - after.x, before.y - after.y);
  }

  #pan(x: number, y: number) {
    this.#view.centre = { x: this.#view.centre.x + x, y: this.#view.centre.y + y };
    this.#draw();
  }

  #down(event: PointerEvent) {
    this.#canvas.setPointerCapture(event.pointerId);
    this.#fingers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
    if (this.#fingers.size === 1) this.#moved = false;
  }

  #move(event: PointerEvent) {
    const last = this.#fingers.get(event.pointerId);
    if (!last) return;
    const now = { x: event.offsetX, y: event.offsetY };
    const other = [...this.#fingers].find(([id]) => id !== event.pointerId)?.[1];
    if (Math.hypot(now.x - last.x, now.y - last.y) < 3 && !this.#moved) return;
    this.#moved = true;
    this.#fingers.set(event.pointerId, now);
    if (other) this.#zoom(Math.hypot(now.x - other.x, now.y - other.y) / Math.max(1, Math.hypot(last.x - other.x, last.y - other.y)), other);
    else this.#pan((last.x - now.x) / this.#view.scale, (last.y - now.y) / this.#view.scale);
  }

  #up(event: PointerEvent) {
    this.#fingers.delete(event.pointerId);
    if (event.type === "pointerup" && !this.#moved) this.#press({ x: event.offsetX, y: event.offsetY });
  }

  #wheel(event: WheelEvent) {
    if (document.activeElement !== this.#canvas && !event.ctrlKey) return; // the page scrolls until the map is meant
    event.preventDefault();
    this.#zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, { x: event.offsetX, y: event.offsetY });
  }

  #key(event: KeyboardEvent) {
    const step = 40 / this.#view.scale;
    const acts: Record<string, () => void> = {
      ArrowLeft: () => this.#pan(-step, 0), ArrowRight: () => this.#pan(step, 0),
      ArrowUp: () => this.#pan(0, -step), ArrowDown: () => this.#pan(0, step),
      "+": () => this.#zoom(1.4), "=": () => this.#zoom(1.4), "-": () => this.#zoom(1 / 1.4),
      Enter: () => this.#press({ x: this.#view.width / 2, y: this.#view.height / 2 }),
    };
    if (!acts[event.key]) return;
    event.preventDefault();
    acts[event.key]();
  }

  #press(at: Place) {
    if (this.#picks) return this.#pick(toPlace(this.#view, at));
    const near = this.#groups.find(group => Math.hypot(group.at.x - at.x, group.at.y - at.y) < reach);
    if (!near) this.#say(this.#areaAt(toPlace(this.#view, at)));
    else if (near.points.length > 1 && this.#view.scale < greatest) this.#zoom(2.5, near.at);
    else if (near.points[0].href && this.#word.textContent === near.points[0].text) location.href = near.points[0].href;
    else this.#say(near.points[0].text); // the first press names it, the second opens it
  }

  #pick(place: Place) {
    this.#picked = place;
    const degrees = this.#plane.degrees(place);
    for (const name of ["longitude", "latitude"] as const) {
      const input = this.#axis(name)!;
      input.value = degrees[name].toFixed(6);
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }
    this.#say(this.#areaAt(place) || `${degrees.longitude.toFixed(5)}, ${degrees.latitude.toFixed(5)}`);
    const { x, y } = toScreen(this.#view, place);
    if (x < 0 || y < 0 || x > this.#view.width || y > this.#view.height) this.#fit();
    this.#draw();
  }

  #locate() {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        this.#pick(this.#plane.place(coords.longitude, coords.latitude));
        this.#fit();
      },
      () => this.#say(this.dataset.noPlace!),
      { enableHighAccuracy: true, timeout: 10_000 },
    );
  }

  #areaAt = (place: Place) => this.#areas.find(area => holds(area, place))?.name ?? "";

  #say(word: string) {
    this.#word.textContent = word;
  }
});
