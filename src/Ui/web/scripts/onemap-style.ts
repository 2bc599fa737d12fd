// The look of the one map: our tokens, our tiles.
import type { ExpressionSpecification, LayerSpecification, SourceSpecification, StyleSpecification } from "maplibre-gl";
import type { Facts, Layer } from "./onemap-facts";
import { drawnSheet } from "./onemap-sheet";

const [ink, paper, accent, ground] = ["#1b221e", "#ffffff", "#0b6b57", "#e9eeea"];
const alone = 17; // from this zoom on points stand alone and have their names; see MapWindow.Single
const besides = [[-20, 0], [20, 0], [0, 20]]; // from afar several layers count in the middle of the same grid
const many: ExpressionSpecification = [">", ["get", "count"], 1];

export const sourceOf = (key: string) => `layer-${key}`;

/** Where the tiles of a layer come from; a past day is asked of those that know it. */
export const tilesOf = (layer: Layer, when?: string) => [`${location.origin}/api/v1/map/${layer.key}/{z}/{x}/{y}.mvt${when && layer.past ? `?when=${when}` : ""}`];

export const sketch = "sketch";

export function styleOf(facts: Facts, colour: (layer: string, kind: string) => string): StyleSpecification {
  const sources: Record<string, SourceSpecification> = { [sketch]: empty() };
  const layers: LayerSpecification[] = [{ id: "ground", type: "background", paint: { "background-color": ground } }];
  if (facts.ground) {
    sources.ground = { type: "vector", tiles: [`${location.origin}/api/v1/map/ground/{z}/{x}/{y}.mvt`], minzoom: 9, maxzoom: 16 };
    layers.push(...townscape());
  }
  facts.sheets.forEach(({ vector, deepest }, i) => {
    const [source, tiles] = [`sheet-${i}`, [`${location.origin}/api/v1/map/base/${i}/{z}/{x}/{y}`]];
    sources[source] = vector ? { type: "vector", tiles, maxzoom: deepest } : { type: "raster", tiles, tileSize: 256, maxzoom: deepest };
    layers.push(...(vector ? drawnSheet(source) : [{ id: source, type: "raster", source } as const]));
  });
  for (const layer of facts.layers) {
    const source = sourceOf(layer.key);
    sources[source] = { type: "vector", tiles: tilesOf(layer, facts.when), minzoom: 6, maxzoom: alone };
    const visibility = facts.hidden.includes(layer.key) ? "none" : "visible";
    for (const drawn of layer.shape === "areas" ? areas(layer, source, facts) : points(layer, source, colour, facts.layers.filter(({ quiet }) => quiet).indexOf(layer))) layers.push({ ...drawn, layout: { ...drawn.layout, visibility } } as LayerSpecification);
  }
  layers.push(
    { id: "sketch-fill", type: "fill", source: sketch, filter: ["==", ["geometry-type"], "Polygon"], paint: { "fill-color": accent, "fill-opacity": 0.15 } },
    { id: "sketch-line", type: "line", source: sketch, paint: { "line-color": accent, "line-width": 2.5, "line-dasharray": [2, 1] } },
    { id: "sketch-points", type: "circle", source: sketch, filter: ["==", ["geometry-type"], "Point"], paint: { "circle-radius": 5, "circle-color": paper, "circle-stroke-color": accent, "circle-stroke-width": 2.5 } },
  );
  return { version: 8, sources, layers };
}

/** The demo's own base map: buildings, and roads wider than the borders that run along them. */
function townscape(): LayerSpecification[] {
  const width = (scale: number): ExpressionSpecification => {
    const wide = (avenue: number, road: number, lane: number) => ["match", ["get", "kind"], "avenue", avenue * scale, "road", road * scale, lane * scale];
    return ["interpolate", ["exponential", 1.5], ["zoom"], 10, wide(2, 1, 0.5), 14, wide(10, 7, 4.5), 17, wide(34, 26, 18)] as unknown as ExpressionSpecification;
  };
  const road = { "line-join": "round", "line-cap": "round" } as const;
  return [
    { id: "ground-buildings", type: "fill", source: "ground", "source-layer": "buildings", paint: { "fill-color": "#d3cdbb", "fill-outline-color": "#aaa48f" } },
    { id: "ground-kerbs", type: "line", source: "ground", "source-layer": "roads", layout: road, paint: { "line-color": "#c3ccc5", "line-width": width(1.3) } },
    { id: "ground-roads", type: "line", source: "ground", "source-layer": "roads", layout: road, paint: { "line-color": ["match", ["get", "kind"], "avenue", "#f7e6b8", paper], "line-width": width(1) } },
  ];
}

/** The first kind lies around the others, so its border is the boldest. */
function areas(layer: Layer, source: string, facts: Facts): LayerSpecification[] {
  const width = (most: number): ExpressionSpecification => ["match", ["get", "kind"], ...layer.kinds.flatMap(({ key }, i) => [key, Math.max(0.6, most - i * 0.8)]), 1] as unknown as ExpressionSpecification;
  return [
    { id: `${layer.key}-fill`, type: "fill", source, "source-layer": "areas", paint: { "fill-color": paper, "fill-opacity": facts.sheets.length > 0 || facts.ground ? 0 : 0.45 } },
    { id: `${layer.key}-line`, type: "line", source, "source-layer": "areas", layout: { "line-join": "round" }, paint: { "line-color": "#5d6f66", "line-width": ["interpolate", ["linear"], ["zoom"], 10, width(2), 16, width(3.6)] } },
    { id: `${layer.key}-here`, type: "line", source, "source-layer": "areas", filter: ["==", ["get", "code"], facts.here ?? ""], layout: { "line-join": "round" }, paint: { "line-color": accent, "line-width": 3.5 } },
    { id: `${layer.key}-name`, type: "symbol", source, "source-layer": "labels", layout: { "text-field": ["get", "name"], "text-size": 13, "text-max-width": 8 }, paint: { "text-color": "#3d4a43", "text-halo-color": paper, "text-halo-width": 1.5 } },
  ];
}

function points(layer: Layer, source: string, colour: (layer: string, kind: string) => string, place: number): LayerSpecification[] {
  const aside = (layer.quiet ? ["step", ["zoom"], ["literal", besides[place % besides.length]], 14, ["literal", [0, 0]]] : [0, 0]) as unknown as [number, number];
  const fill = ["match", ["get", "kind"], ...layer.kinds.flatMap(({ key }) => [key, colour(layer.key, key)]), ink] as unknown as ExpressionSpecification;
  return [
    { id: `${layer.key}-points`, type: "circle", source, "source-layer": "points", paint: {
      "circle-radius": ["case", many, ["min", 24, ["+", 9, ["*", 2, ["ln", ["get", "count"]]]]], 6], "circle-color": fill, "circle-stroke-color": paper, "circle-stroke-width": 1.5, "circle-translate": aside } },
    { id: `${layer.key}-count`, type: "symbol", source, "source-layer": "points", filter: many, layout: { "text-field": ["to-string", ["get", "count"]], "text-size": 12, "text-allow-overlap": true, "text-ignore-placement": true }, paint: { "text-color": paper, "text-translate": aside } },
    { id: `${layer.key}-label`, type: "symbol", source, "source-layer": "points", minzoom: alone, filter: ["has", "name"], layout: { "text-field": ["get", "name"], "text-size": 12, "text-anchor": "top", "text-offset": [0, 0.8], "text-max-width": 9 }, paint: { "text-color": ink, "text-halo-color": paper, "text-halo-width": 1.5 } },
  ];
}

const empty = (): SourceSpecification => ({ type: "geojson", data: { type: "FeatureCollection", features: [] } });
