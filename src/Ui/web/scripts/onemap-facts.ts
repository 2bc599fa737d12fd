// What the server says of the map, and what several parts of it share.
export type Place = [longitude: number, latitude: number];
export type Kind = { key: string; text: string; tone: string };
export type Layer = { key: string; title: string; shape: "points" | "areas"; quiet: boolean; past: boolean; kinds: Kind[]; fields: { key: string; text: string }[] };
/** A sheet of the base map: pictures, or shapes that are drawn here. */
export type Sheet = { vector: boolean; deepest: number };
export type Facts = {
  layers: Layer[]; hidden: string[]; sheets: Sheet[]; ground: boolean; attribution: string; here?: string; when?: string; outline?: string; at?: Place; zoom?: number; area?: Place[];
  worker: string; words: Record<string, string>;
};

export type Box = [west: number, south: number, east: number, north: number];

/** The box around places; null around none. */
export const boxOf = (places: Place[]): Box | null => places.length === 0 ? null : [
  Math.min(...places.map(([x]) => x)), Math.min(...places.map(([, y]) => y)), Math.max(...places.map(([x]) => x)), Math.max(...places.map(([, y]) => y)),
];

/** All places of a GeoJSON geometry, whatever it is. */
export const placesOf = (coordinates: unknown): Place[] =>
  typeof (coordinates as unknown[])[0] === "number" ? [coordinates as Place] : (coordinates as unknown[]).flatMap(placesOf);

/** Metres along a way, on the mean sphere. */
export function metres(way: Place[]) {
  const radians = Math.PI / 180;
  return way.slice(1).reduce((sum, [x, y], i) => {
    const [fromX, fromY] = way[i];
    const h = Math.sin(((y - fromY) * radians) / 2) ** 2 + Math.cos(fromY * radians) * Math.cos(y * radians) * Math.sin(((x - fromX) * radians) / 2) ** 2;
    return sum + 2 * 6_371_009 * Math.asin(Math.min(1, Math.sqrt(h)));
  }, 0);
}

/** Square metres within a ring of places, as if the ground were flat there. */
export function squareMetres(ring: Place[]) {
  const [east, north] = ring.length ? [metres([[0, ring[0][1]], [1, ring[0][1]]]), metres([[0, 0], [0, 1]])] : [0, 0];
  const twice = ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length];
    return sum + (x - ring[0][0]) * (nextY - ring[0][1]) - (nextX - ring[0][0]) * (y - ring[0][1]);
  }, 0);
  return (Math.abs(twice) / 2) * east * north;
}

export const saidArea = (area: number) => (area < 1e6 ? `${Math.round(area)} m²` : `${(area / 1e6).toFixed(2)} km²`);
export const said = (length: number) => (length < 1000 ? `${Math.round(length)} m` : `${(length / 1000).toFixed(2)} km`);
