// How long a stretch of the map is on the ground.
import type { Map as View } from "maplibre-gl";
import { metres, said } from "./onemap-facts";

const longest = 120; // pixels

/** A round length that fits, and how many pixels of the page it takes. */
export function scaleOf(view: View) {
  const middle = view.getCanvas().clientHeight / 2;
  const [from, to] = [view.unproject([0, middle]), view.unproject([longest, middle])];
  const most = metres([[from.lng, from.lat], [to.lng, to.lat]]);
  const power = 10 ** Math.floor(Math.log10(most));
  const length = power * [5, 2, 1].find(step => step * power <= most)!;
  return { text: said(length).replace(".00", ""), width: (longest * length) / most };
}

/** Shows it in an element, and keeps it true. */
export function showScale(view: View, element: HTMLElement) {
  const show = () => {
    const { text, width } = scaleOf(view);
    element.textContent = text;
    element.style.width = `${width}px`;
  };
  view.on("move", show);
  view.on("resize", show);
  show();
}
