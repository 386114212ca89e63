import sprite from "@/components/ui/icons.svg";
import type { FieldErrors } from "@/lib/result";

const SVG = "http://www.w3.org/2000/svg";
const ERROR_CLASS = "mb-2 flex gap-2 font-bold text-bad";

/** As `Icon` draws it. */
function drawing() {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "mt-1 size-5 shrink-0");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `${sprite.src}#circle-exclamation-point`);
  svg.append(use);
  return svg;
}

function sentence(id: string, message: string) {
  const place = document.createElement("p");
  place.id = id;
  place.className = ERROR_CLASS;
  const spoken = document.createElement("span");
  spoken.className = "sr-only";
  spoken.textContent = "Erreur\u00a0: ";
  const text = document.createElement("span");
  text.append(spoken, message);
  place.append(drawing(), text);
  return place;
}

/** Under the question of a group of choices, right above any other control. */
function placeError(control: HTMLElement, error: HTMLElement) {
  const isChoice = control instanceof HTMLInputElement && /radio|checkbox|file/.test(control.type);
  const group = isChoice ? control.closest("fieldset") : null;
  if (group) return group.querySelector(":scope > div, :scope > label")?.before(error);
  const line = control.parentElement;
  const above = line?.matches("span, label") ? line : control;
  return above.before(error);
}

function clear(form: HTMLFormElement) {
  for (const error of form.querySelectorAll<HTMLElement>('p[id$="-err"]')) {
    error.hidden = true;
    error.removeAttribute("id");
  }
  for (const control of form.querySelectorAll("[aria-invalid]")) {
    control.removeAttribute("aria-invalid");
    control.classList.replace("border-bad", "border-edge");
  }
}

function tie(control: HTMLElement, id: string) {
  const others = (control.getAttribute("aria-describedby") ?? "")
    .split(" ")
    .filter((one) => one && one !== id);
  control.setAttribute("aria-describedby", [...others, id].join(" "));
}

/** Puts each sentence at its control, as the server would have. */
export function markErrors(form: HTMLFormElement, errors: FieldErrors) {
  clear(form);
  for (const [name, message] of Object.entries(errors)) {
    const control = document.getElementById(name);
    if (!control) continue;
    const error = sentence(`${name}-err`, message);
    placeError(control, error);
    control.setAttribute("aria-invalid", "true");
    control.classList.replace("border-edge", "border-bad");
    tie(control, error.id);
  }
  const title = document.title.replace(/^Erreur\s:\s/, "");
  document.title = `Erreur\u00a0: ${title}`;
}
