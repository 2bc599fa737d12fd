// A base map of shapes, drawn in quiet colours under our own layers. It may name its parts as OpenMapTiles does or as Protomaps does:
// a part that a sheet has not draws nothing. (openmaptiles.org/schema, docs.protomaps.com/basemaps/layers)
import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";

const kind: ExpressionSpecification = ["coalesce", ["get", "kind"], ["get", "class"], ""];
const name: ExpressionSpecification = ["coalesce", ["get", "name:zh-Hans"], ["get", "name:zh"], ["get", "name"], ""];
const isOf = (...kinds: string[]) => ["in", kind, ["literal", kinds]] as ExpressionSpecification;
const shaped = (shape: "Polygon" | "LineString") => ["==", ["geometry-type"], shape] as ExpressionSpecification;

const green = isOf("park", "wood", "forest", "grass", "grassland", "garden", "meadow", "scrub", "farmland", "nature_reserve", "recreation_ground", "cemetery", "golf_course", "playground", "pitch");
const [wide, middle, thin] = [["motorway", "trunk", "primary", "highway"], ["secondary", "tertiary", "major_road", "medium_road"], ["path", "track", "rail", "transit", "ferry", "pier"]];

/** Pixels of a road by its kind and the zoom. */
function width(scale: number): ExpressionSpecification {
  const of = (...most: number[]) => ["match", kind, wide, most[0] * scale, middle, most[1] * scale, thin, most[3] * scale, most[2] * scale];
  return ["interpolate", ["exponential", 1.5], ["zoom"], 8, of(1.2, 0.6, 0.2, 0.2), 13, of(5, 3.5, 1.4, 0.8), 17, of(24, 18, 12, 2)] as unknown as ExpressionSpecification;
}

/** The layers of a sheet of shapes, from the ground up. */
export function drawnSheet(source: string): LayerSpecification[] {
  const layers: LayerSpecification[] = [];
  const draw = (part: string, of: string, layer: object) => layers.push({ id: `${source}-${part}-${of}`, source, "source-layer": part, ...layer } as LayerSpecification);
  const names = { "text-field": name, "text-size": 12, "text-max-width": 8 };
  const said = { "text-color": "#56625b", "text-halo-color": "#ffffff", "text-halo-width": 1.2 };
  const road = { "line-join": "round", "line-cap": "round" };

  draw("earth", "fill", { type: "fill", paint: { "fill-color": "#eef1ec" } });
  for (const part of ["landcover", "landuse"]) draw(part, "green", { type: "fill", filter: green, paint: { "fill-color": "#d6e5d0" } });
  draw("park", "fill", { type: "fill", paint: { "fill-color": "#d6e5d0" } });
  draw("water", "fill", { type: "fill", filter: shaped("Polygon"), paint: { "fill-color": "#bcd6e2" } });
  for (const part of ["water", "waterway"]) draw(part, "line", { type: "line", filter: shaped("LineString"), paint: { "line-color": "#bcd6e2", "line-width": 1.5 } });
  for (const part of ["buildings", "building"]) draw(part, "fill", { type: "fill", minzoom: 14, paint: { "fill-color": "#dad5c6", "fill-outline-color": "#b9b3a0" } });
  for (const part of ["roads", "transportation"]) {
    draw(part, "kerb", { type: "line", filter: shaped("LineString"), layout: road, paint: { "line-color": "#c9d1cb", "line-width": width(1.3) } });
    draw(part, "line", { type: "line", filter: shaped("LineString"), layout: road, paint: { "line-color": ["match", kind, wide, "#f7e9c3", "#ffffff"], "line-width": width(1) } });
  }
  for (const part of ["boundaries", "boundary"]) draw(part, "line", { type: "line", paint: { "line-color": "#9aa59e", "line-width": 1, "line-dasharray": [4, 2] } });
  for (const part of ["roads", "transportation_name"]) draw(part, "name", { type: "symbol", minzoom: 14, filter: shaped("LineString"), layout: { ...names, "symbol-placement": "line" }, paint: said });
  for (const part of ["places", "place"]) draw(part, "name", { type: "symbol", layout: { ...names, "text-size": 13 }, paint: said });
  return layers;
}
