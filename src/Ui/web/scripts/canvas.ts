// Draws areas and points. Points closer than a fingertip become one with a number.
import type { Area, Place, Point } from "./places";

export type View = { centre: Place; scale: number; width: number; height: number };
export type Cluster = { at: Place; points: Point[] };
const cell = 40;

export const toScreen = ({ centre, scale, width, height }: View, { x, y }: Place): Place =>
  ({ x: (x - centre.x) * scale + width / 2, y: (y - centre.y) * scale + height / 2 });

export const toPlace = ({ centre, scale, width, height }: View, { x, y }: Place): Place =>
  ({ x: (x - width / 2) / scale + centre.x, y: (y - height / 2) / scale + centre.y });

export function clusters(points: Point[], view: View): Cluster[] {
  const cells = new Map<string, Cluster>();
  for (const point of points) {
    const at = toScreen(view, point);
    if (at.x < -cell || at.y < -cell || at.x > view.width + cell || at.y > view.height + cell) continue;
    const key = `${Math.floor(at.x / cell)}:${Math.floor(at.y / cell)}`;
    const found = cells.get(key);
    if (found) found.points.push(point);
    else cells.set(key, { at, points: [point] });
  }
  return [...cells.values()];
}

export function paint(pen: CanvasRenderingContext2D, view: View, areas: Area[], groups: Cluster[], picked: Place | null, cross: boolean) {
  pen.clearRect(0, 0, view.width, view.height);
  pen.lineWidth = 1;
  for (const area of areas) paintArea(pen, view, area);
  for (const { at, points } of groups) dot(pen, at, points.length > 1 ? 13 : 7, points[0].tone, points.length);
  if (picked) pin(pen, toScreen(view, picked));
  if (!cross) return;
  pen.strokeStyle = "#1b221e";
  const [x, y] = [view.width / 2, view.height / 2];
  line(pen, [{ x: x - 12, y }, { x: x + 12, y }]);
  line(pen, [{ x, y: y - 12 }, { x, y: y + 12 }]);
}

function paintArea(pen: CanvasRenderingContext2D, view: View, area: Area) {
  const [low, high] = [toScreen(view, { x: area.box.left, y: area.box.top }), toScreen(view, { x: area.box.right, y: area.box.bottom })];
  if (high.x < 0 || high.y < 0 || low.x > view.width || low.y > view.height) return;
  pen.beginPath();
  for (const ring of area.rings) {
    ring.forEach((place, i) => {
      const { x, y } = toScreen(view, place);
      i ? pen.lineTo(x, y) : pen.moveTo(x, y);
    });
    pen.closePath();
  }
  pen.fillStyle = "#f8faf8";
  pen.strokeStyle = "#a9bcb3";
  pen.fill("evenodd");
  pen.stroke();
  if (high.x - low.x < area.name.length * 13) return;
  text(pen, area.name, { x: (low.x + high.x) / 2, y: (low.y + high.y) / 2 }, "#6a776f", 12);
}

function dot(pen: CanvasRenderingContext2D, { x, y }: Place, radius: number, colour: string, count: number) {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fillStyle = colour;
  pen.strokeStyle = "#fff";
  pen.lineWidth = 2;
  pen.fill();
  pen.stroke();
  if (count > 1) text(pen, String(count), { x, y }, "#fff", 12);
}

function pin(pen: CanvasRenderingContext2D, { x, y }: Place) {
  pen.beginPath();
  pen.moveTo(x, y);
  pen.bezierCurveTo(x - 3, y - 8, x - 11, y - 12, x - 11, y - 20);
  pen.arc(x, y - 20, 11, Math.PI, 0);
  pen.bezierCurveTo(x + 11, y - 12, x + 3, y - 8, x, y);
  pen.fillStyle = "#b42318";
  pen.strokeStyle = "#fff";
  pen.lineWidth = 2;
  pen.fill();
  pen.stroke();
  dot(pen, { x, y: y - 20 }, 3, "#fff", 1);
}

function line(pen: CanvasRenderingContext2D, [from, to]: Place[]) {
  pen.beginPath();
  pen.moveTo(from.x, from.y);
  pen.lineTo(to.x, to.y);
  pen.stroke();
}

function text(pen: CanvasRenderingContext2D, word: string, { x, y }: Place, colour: string, size: number) {
  pen.font = `${size}px system-ui, sans-serif`;
  [pen.fillStyle, pen.textAlign, pen.textBaseline] = [colour, "center", "middle"];
  pen.fillText(word, x, y);
}
