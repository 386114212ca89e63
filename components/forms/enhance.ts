/** What makes a control easier with a script, each fetched for the pages that have one. */
const ENHANCERS: Record<string, () => Promise<{ enhance: (place: HTMLElement) => void }>> = {
  linked: () => import("./enhance-linked"),
  position: () => import("./enhance-position"),
  signature: () => import("./enhance-signature"),
};

export async function enhanceAll(places: Iterable<HTMLElement>) {
  for (const place of places) {
    const load = ENHANCERS[place.dataset.enhance ?? ""];
    delete place.dataset.enhance;
    if (load) (await load()).enhance(place);
  }
}
