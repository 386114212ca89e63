import { buttonClass } from "@/components/ui/button-class";

const WIDTH = 600;
const HEIGHT = 200;
const LONGEST = 15_000;
/** A stroke is followed this closely, in units of the frame. */
const STEP = 3;

const SVG = "http://www.w3.org/2000/svg";

function frame() {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${WIDTH} ${HEIGHT}`);
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute(
    "class",
    "block w-full max-w-xl touch-none rounded-md border-2 border-edge bg-surface",
  );
  const path = document.createElementNS(SVG, "path");
  for (const [name, value] of Object.entries({
    fill: "none",
    stroke: "currentColor",
    "stroke-width": "3",
    "stroke-linejoin": "round",
    "stroke-linecap": "round",
  }))
    path.setAttribute(name, value);
  svg.append(path);
  return { svg, path };
}

/** The point under the pointer, in the frame. */
function pointOf(svg: SVGSVGElement, { clientX, clientY }: PointerEvent) {
  const { left, top, width, height } = svg.getBoundingClientRect();
  const within = (value: number, most: number) =>
    Math.min(Math.max(Math.round(value), 0), most - 1);
  return {
    x: within(((clientX - left) / width) * WIDTH, WIDTH),
    y: within(((clientY - top) / height) * HEIGHT, HEIGHT),
  };
}

type Tools = { svg: SVGSVGElement; path: SVGPathElement; keep: (drawing: string) => void };

function draw({ svg, path, keep }: Tools, first: string) {
  let drawing = first;
  let last: { x: number; y: number } | null = null;
  const add = (command: string, event: PointerEvent) => {
    const { x, y } = pointOf(svg, event);
    if (last && command === "L" && Math.hypot(x - last.x, y - last.y) < STEP) return;
    if (drawing.length > LONGEST - 20) return;
    last = { x, y };
    drawing += `${command}${x} ${y}`;
    path.setAttribute("d", drawing);
  };
  svg.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    svg.setPointerCapture(event.pointerId);
    last = null;
    add("M", event);
  });
  svg.addEventListener("pointermove", (event) => last && add("L", event));
  for (const end of ["pointerup", "pointercancel"] as const)
    svg.addEventListener(end, () => {
      if (last) keep(drawing);
      last = null;
    });
  return () => {
    drawing = "";
    path.setAttribute("d", "");
    keep("");
  };
}

/** A frame to sign in with a finger, a pen or a mouse; whoever cannot has typed their name above. */
export function enhance(place: HTMLElement) {
  const control = place.querySelector<HTMLInputElement>("input");
  if (!control) return;
  place.querySelector("svg")?.remove();
  const { svg, path } = frame();
  path.setAttribute("d", control.value);
  const title = document.createElement("p");
  title.className = "mb-2";
  title.textContent = "Vous pouvez aussi signer dans ce cadre, au doigt ou à la souris.";
  const keep = (drawing: string) => {
    control.value = drawing;
    control.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const clear = draw({ svg, path, keep }, control.value);
  const button = document.createElement("button");
  button.type = "button";
  button.className = `${buttonClass("link")} mt-1`;
  button.textContent = "Effacer le dessin";
  button.addEventListener("click", clear);
  place.append(title, svg, button);
}
