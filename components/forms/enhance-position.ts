import { buttonClass } from "@/components/ui/button-class";

const REFUSED = "Votre position n’a pas pu être lue\u00a0: écrivez l’adresse ou les coordonnées.";

/** A button that writes where one stands: asked by hand, never before. */
export function enhance(place: HTMLElement) {
  const control = place.querySelector<HTMLInputElement | HTMLTextAreaElement>("input, textarea");
  if (!control || !("geolocation" in navigator)) return;
  const isSeveral = "several" in place.dataset;
  const button = document.createElement("button");
  button.type = "button";
  button.className = `${buttonClass("outline")} mt-3`;
  button.textContent = isSeveral ? "Ajouter le point où je suis" : "Utiliser ma position";
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  said.className = "mt-2 text-note text-ink-soft";
  button.addEventListener("click", () => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const here = `${coords.latitude.toFixed(6)}, ${coords.longitude.toFixed(6)}`;
        control.value = isSeveral ? [control.value.trim(), here].filter(Boolean).join("\n") : here;
        control.dispatchEvent(new Event("input", { bubbles: true }));
        said.textContent = `Position écrite, à ${Math.round(coords.accuracy)}\u00a0m près.`;
      },
      () => {
        said.textContent = REFUSED;
      },
      { enableHighAccuracy: true, timeout: 15_000 },
    );
  });
  place.append(button, said);
}
