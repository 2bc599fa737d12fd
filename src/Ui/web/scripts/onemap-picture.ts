// The map as a picture to keep: with its title, the date, and what its colours mean.
import type { Map as View } from "maplibre-gl";
import type { Facts } from "./onemap-facts";
import { scaleOf } from "./onemap-scale";

const [edge, head, step] = [24, 64, 28]; // pixels of the page

export function pictureOf(view: View, facts: Facts) {
  const map = view.getCanvas();
  const fine = map.width / map.clientWidth;
  const legend = facts.layers.filter(layer => layer.shape === "points").flatMap(layer => layer.kinds.map(kind => ({ text: layer.kinds.length > 1 ? `${layer.title} · ${kind.text}` : layer.title, mark: `${layer.key} ${kind.key}`, layer: layer.key })))
    .filter(({ layer }) => document.querySelector<HTMLInputElement>(`[name=layer][value=${layer}]`)?.checked);
  const sheet = document.createElement("canvas");
  [sheet.width, sheet.height] = [map.width, map.height + (head + edge + Math.ceil(legend.length / 3) * step) * fine];
  const pen = sheet.getContext("2d")!;
  pen.scale(fine, fine);
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, sheet.width, sheet.height);
  pen.fillStyle = "#1b221e";
  const family = getComputedStyle(document.body).fontFamily;
  pen.font = `600 20px ${family}`;
  pen.fillText(document.querySelector("h1")!.textContent!, edge, 40);
  pen.font = `14px ${family}`;
  pen.textAlign = "right";
  pen.fillText([facts.attribution, document.querySelector(".page-head p")?.textContent].filter(Boolean).join(" · "), map.clientWidth - edge, 40);
  pen.textAlign = "left";
  pen.drawImage(map, 0, head, map.clientWidth, map.clientHeight);
  const { text, width } = scaleOf(view);
  pen.fillText(text, edge, head + map.clientHeight - 16);
  pen.fillRect(edge, head + map.clientHeight - 12, width, 3);
  legend.forEach(({ text, mark }, i) => {
    const [x, y] = [edge + (i % 3) * ((map.clientWidth - 2 * edge) / 3), head + map.clientHeight + edge + Math.floor(i / 3) * step];
    pen.fillStyle = getComputedStyle(document.querySelector(`[data-kind="${mark}"] > *`)!).getPropertyValue("--tone");
    pen.beginPath();
    pen.arc(x + 6, y, 6, 0, 7);
    pen.fill();
    pen.fillStyle = "#1b221e";
    pen.fillText(text, x + 20, y + 5);
  });
  sheet.toBlob(blob => {
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob!), download: "map.png" });
    link.click();
    URL.revokeObjectURL(link.href);
  });
}
