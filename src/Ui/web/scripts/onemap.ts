// <linli-onemap>: the one map. MapLibre draws; what it draws comes from our own tiles and is told in words beside it.
import { Map as View, setWorkerUrl, type MapGeoJSONFeature, type VectorTileSource } from "maplibre-gl";
import { boxOf, placesOf, type Facts, type Layer, type Place } from "./onemap-facts";
import { pictureOf } from "./onemap-picture";
import { showScale } from "./onemap-scale";
import { Sketch, type Purpose } from "./onemap-sketch";
import { sourceOf, styleOf, tilesOf } from "./onemap-style";

const reach = 8; // pixels around a press
const close = 16; // the zoom at which one sees a place

customElements.define("linli-onemap", class extends HTMLElement {
  #facts!: Facts;
  #view!: View;
  #sketch!: Sketch;
  #tools = Object.assign(document.createElement("div"), { className: "map-tools" });
  #card = Object.assign(document.createElement("div"), { className: "onemap-card" });
  #buttons: Record<string, HTMLButtonElement> = {};

  async connectedCallback() {
    if (this.#facts) return;
    this.#facts = JSON.parse(this.dataset.facts!);
    const outline = this.#facts.outline ? await fetch(this.#facts.outline).then(answer => (answer.ok ? answer.json() : null)).catch(() => null) : null;
    try {
      this.#build(outline);
    } catch {
      this.append(Object.assign(document.createElement("p"), { className: "onemap-none", textContent: this.#facts.words["no-webgl"] }));
    }
  }

  #build(outline: GeoJSON.FeatureCollection | null) {
    const box = document.createElement("div");
    box.className = "onemap-view";
    this.append(box, Object.assign(document.createElement("div"), { className: "onemap-aim" }), this.#tools, this.#card);
    if (this.#facts.attribution) this.append(Object.assign(document.createElement("div"), { className: "onemap-thanks", textContent: this.#facts.attribution }));
    this.#card.setAttribute("role", "status");
    this.classList.add("ready");
    setWorkerUrl(this.#facts.worker);
    this.#view = new View({
      container: box, style: styleOf(this.#facts, this.#colour), attributionControl: false, dragRotate: false, pitchWithRotate: false, maxPitch: 0,
      canvasContextAttributes: { preserveDrawingBuffer: true }, // or it would be blank on paper
      localIdeographFontFamily: getComputedStyle(this).fontFamily, locale: { "Map.Title": this.#facts.words.hint }, fadeDuration: 0,
      ...this.#start(outline),
    });
    const scale = Object.assign(document.createElement("div"), { className: "onemap-scale" });
    this.append(scale);
    showScale(this.#view, scale);
    this.#sketch = new Sketch(this.#view, this.#facts.words);
    this.#view.touchZoomRotate.disableRotation();
    this.#view.once("load", () => {
      if (this.#facts.area) this.#sketch.begin(null, this.#facts.area.slice(0, -1));
      this.dataset.loaded = "yes";
    });
    this.#addTools();
    this.#listen();
  }

  #start(outline: GeoJSON.FeatureCollection | null) {
    if (this.#facts.at) return { center: this.#facts.at, zoom: this.#facts.zoom ?? close };
    const places = this.#facts.area ?? (outline?.features ?? []).flatMap(feature => placesOf((feature.geometry as GeoJSON.Polygon).coordinates));
    const bounds = boxOf(places);
    return bounds ? { bounds, fitBoundsOptions: { padding: 24 } } : { center: [104, 36] as Place, zoom: 4 };
  }

  #addTools() {
    const { words } = this.#facts;
    const tools: [string, string, string, () => void][] = [
      ["zoom-in", "plus", words["zoom-in"], () => this.#view.zoomIn()], ["zoom-out", "minus", words["zoom-out"], () => this.#view.zoomOut()],
      ["measure", "ruler-measure", words.measure, () => this.#begin("measure")], ["draw", "polygon", words.draw, () => this.#begin("draw")],
      ["finish", "check", words.finish, () => this.#finish()], ["cancel", "x", words.cancel, () => this.#begin(null)],
      ["save-picture", "photo-down", words["save-picture"], () => pictureOf(this.#view, this.#facts)],
    ];
    for (const [name, icon, word, act] of tools) {
      const button = Object.assign(document.createElement("button"), { type: "button", title: word });
      button.setAttribute("aria-label", word);
      button.dataset.tool = name;
      button.innerHTML = `<svg class="icon" aria-hidden="true"><use href="${this.dataset.icons}#${icon}"></use></svg>`;
      button.addEventListener("click", act);
      this.#tools.append((this.#buttons[name] = button));
    }
    this.#showTools();
  }

  #showTools() {
    const { purpose, places } = this.#sketch;
    this.classList.toggle("sketching", purpose !== null);
    for (const each of ["measure", "draw"]) this.#buttons[each].setAttribute("aria-pressed", String(purpose === each));
    this.#buttons.finish.hidden = purpose !== "draw" || places.length < 3;
    this.#buttons.cancel.hidden = purpose === null;
    if (purpose) this.#view.doubleClickZoom.disable();
    else this.#view.doubleClickZoom.enable();
    this.#card.textContent = this.#sketch.word;
  }

  #listen() {
    const canvas = this.#view.getCanvas();
    this.#view.on("click", ({ point, lngLat }) => this.#press([point.x, point.y], [lngLat.lng, lngLat.lat]));
    canvas.addEventListener("keydown", event => this.#key(event));
    for (const change of ["focus", "blur"]) canvas.addEventListener(change, () => this.classList.toggle("aimed", canvas.matches(":focus-visible")));
    document.addEventListener("change", ({ target }) => {
      const input = target as HTMLInputElement;
      if (input.name === "layer") this.#toggle(input.value, input.checked);
      else if (input.name === "at" && input.value) this.#view.jumpTo({ center: input.value.split(",").map(Number) as Place, zoom: close });
    });
    this.#view.on("moveend", () => document.querySelectorAll<HTMLAnchorElement>("a[data-view]").forEach(link => this.#lookAlike(link)));
    document.addEventListener("linli:day", event => {
      for (const layer of this.#facts.layers.filter(({ past }) => past)) this.#view.getSource<VectorTileSource>(sourceOf(layer.key))!.setTiles(tilesOf(layer, (event as CustomEvent<string>).detail));
    });
    document.addEventListener("linli:changed", () => this.#facts.layers.forEach(layer => this.#view.refreshTiles(sourceOf(layer.key))));
  }

  #key(event: KeyboardEvent) {
    const [middle, { lng, lat }] = [this.#view.project(this.#view.getCenter()), this.#view.getCenter()];
    const acts: Record<string, (() => void) | false> = {
      Enter: () => this.#press([middle.x, middle.y], [lng, lat]),
      Backspace: this.#sketch.purpose !== null && (() => this.#change(() => this.#sketch.takeBack())),
      Escape: this.#sketch.purpose !== null && (() => this.#begin(null)),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  #press([x, y]: [number, number], place: Place) {
    if (this.#sketch.purpose) return this.#change(() => this.#sketch.add(place));
    const found = this.#view.queryRenderedFeatures([[x - reach, y - reach], [x + reach, y + reach]]).filter(feature => feature.source.startsWith("layer-"));
    const group = found.find(feature => feature.properties.count > 1 && !feature.properties.name);
    if (group) this.#view.jumpTo({ center: place, zoom: this.#view.getZoom() + 2 });
    const top = this.#facts.layers.find(layer => sourceOf(layer.key) === found[0]?.source);
    if (top) this.#tell(top, top.shape === "areas" ? innermost(top, found) : found[0]);
    else this.#card.replaceChildren();
  }

  #tell(layer: Layer, feature: MapGeoJSONFeature) {
    this.#card.replaceChildren();
    const { kind, name, href, count } = feature.properties;
    const { words } = this.#facts;
    this.#card.append(line("small", `${layer.title} · ${layer.kinds.find(each => each.key === kind)?.text ?? kind}`));
    if (count > 1 && !name) return this.#card.append(line("strong", words.several.replace("{n}", String(count))));
    this.#card.append(line("strong", count > 1 ? `${name} · ${count}` : name ?? ""));
    for (const { key, text } of layer.fields) if (feature.properties[key] !== undefined) this.#card.append(line("small", `${text} ${feature.properties[key]}`));
    if (href) this.#card.append(Object.assign(line("a", words.open), { href }));
  }

  #begin(purpose: Purpose | null) {
    this.#change(() => this.#sketch.begin(purpose));
    if (purpose) this.#view.getCanvas().focus();
  }

  #change(how: () => void) {
    how();
    this.#showTools();
  }

  #finish() {
    const address = new URL(location.href);
    address.searchParams.set("area", this.#sketch.area);
    location.href = address.href;
  }

  /** Leads to the same view. */
  #lookAlike(link: HTMLAnchorElement) {
    const [address, { lng, lat }] = [new URL(link.href), this.#view.getCenter()];
    address.searchParams.set("at", `${lng.toFixed(6)},${lat.toFixed(6)}`);
    address.searchParams.set("zoom", this.#view.getZoom().toFixed(2));
    link.href = address.href;
  }

  #toggle(key: string, shown: boolean) {
    for (const { id } of this.#view.getStyle().layers.filter(layer => "source" in layer && layer.source === sourceOf(key))) this.#view.setLayoutProperty(id, "visibility", shown ? "visible" : "none");
  }

  #colour = (layer: string, kind: string) => {
    const pill = document.querySelector(`[data-kind="${layer} ${kind}"] > *`);
    return (pill && getComputedStyle(pill).getPropertyValue("--tone").trim()) || "#155aa8";
  };
});

/** Areas lie within each other, those of the last kind innermost. */
const innermost = (layer: Layer, found: MapGeoJSONFeature[]) => {
  const depth = ({ properties }: MapGeoJSONFeature) => layer.kinds.findIndex(({ key }) => key === properties.kind);
  return found.filter(({ source }) => source === sourceOf(layer.key)).reduce((deepest, each) => (depth(each) > depth(deepest) ? each : deepest));
};

const line = (name: string, text: string) => Object.assign(document.createElement(name), { textContent: text });
