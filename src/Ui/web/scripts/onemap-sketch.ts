// A line to measure or an area to ask about, drawn point by point with the hand or with keys.
import type { GeoJSONSource, Map as View } from "maplibre-gl";
import { metres, said, saidArea, squareMetres, type Place } from "./onemap-facts";
import { sketch } from "./onemap-style";

export type Purpose = "measure" | "draw";

export class Sketch {
  purpose: Purpose | null = null;
  places: Place[] = [];

  constructor(private readonly view: View, private readonly words: Record<string, string>) {}

  begin(purpose: Purpose | null, places: Place[] = []) {
    [this.purpose, this.places] = [purpose, places];
    this.#show();
  }

  add(place: Place) {
    this.places.push(place);
    this.#show();
  }

  takeBack() {
    this.places.pop();
    this.#show();
  }

  /** What there is to say of it so far. */
  get word() {
    if (!this.purpose) return "";
    if (this.places.length === 0) return this.words[this.purpose === "draw" ? "drawing-hint" : "measuring-hint"];
    if (this.purpose === "measure") return said(metres(this.places));
    return [this.words.corners.replace("{n}", String(this.places.length)), ...(this.places.length > 2 ? [saidArea(squareMetres(this.places))] : [])].join(" · ");
  }

  /** The area as it stands in an address. */
  get area() {
    return this.places.map(([x, y]) => `${x.toFixed(6)},${y.toFixed(6)}`).join(";");
  }

  #show() {
    const closed = this.purpose !== "measure" && this.places.length > 2;
    const line = { type: "LineString" as const, coordinates: this.places };
    const shapes = [
      ...(this.purpose ? this.places.map(place => ({ type: "Point" as const, coordinates: place })) : []),
      ...(closed ? [{ type: "Polygon" as const, coordinates: [[...this.places, this.places[0]]] }] : this.places.length > 1 ? [line] : []),
    ];
    this.view.getSource<GeoJSONSource>(sketch)?.setData({ type: "FeatureCollection", features: shapes.map(geometry => ({ type: "Feature", properties: {}, geometry })) });
  }
}
