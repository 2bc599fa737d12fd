// What a map shows, in its own flat plane: x grows east, y grows south, both in degrees of latitude.
export type Place = { x: number; y: number };
export type Area = { name: string; rings: Place[][]; box: Box };
export type Point = Place & { text: string; href: string | null; tone: string };
export type Box = { left: number; top: number; right: number; bottom: number };

/** A plane around a latitude; good for a district, where the earth is flat enough. */
export class Plane {
  readonly #squeeze: number;
  constructor(latitude: number) {
    this.#squeeze = Math.cos((latitude * Math.PI) / 180);
  }
  place = (longitude: number, latitude: number): Place => ({ x: longitude * this.#squeeze, y: -latitude });
  degrees = ({ x, y }: Place) => ({ longitude: x / this.#squeeze, latitude: -y });
}

type Geometry = { type: "Polygon"; coordinates: number[][][] } | { type: "MultiPolygon"; coordinates: number[][][][] };
type Collection = { features: { properties?: { name?: string }; geometry: Geometry | null }[] };

export function firstLatitude({ features }: Collection): number | undefined {
  const geometry = features.find(feature => feature.geometry)?.geometry;
  return geometry?.type === "Polygon" ? geometry.coordinates[0][0][1] : geometry?.coordinates[0][0][0][1];
}

export function areasOf({ features }: Collection, plane: Plane): Area[] {
  return features.flatMap(({ properties, geometry }) => {
    if (!geometry) return [];
    const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    const rings = polygons.flat().map(ring => ring.map(([longitude, latitude]) => plane.place(longitude, latitude)));
    return [{ name: properties?.name ?? "", rings, box: boxOf(rings.flat()) }];
  });
}

export function boxOf(places: Place[]): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { x, y } of places) {
    if (x < box.left) box.left = x;
    if (x > box.right) box.right = x;
    if (y < box.top) box.top = y;
    if (y > box.bottom) box.bottom = y;
  }
  return box;
}

/** Even-odd rule; holes count as outside. */
export function holds({ rings, box }: Area, { x, y }: Place): boolean {
  if (x < box.left || x > box.right || y < box.top || y > box.bottom) return false;
  let inside = false;
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++)
      if (ring[i].y > y !== ring[j].y > y && x < ((ring[j].x - ring[i].x) * (y - ring[i].y)) / (ring[j].y - ring[i].y) + ring[i].x) inside = !inside;
  return inside;
}
