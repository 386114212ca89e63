import type { Typed } from "@/lib/forms/model";
import { SAVED } from "./step-ids";

const PAUSE_MS = 1_500;
const RETRY_MS = 10_000;

/** What the controls of a form say, by name. */
export function typedIn(form: FormData): Typed {
  const typed: Record<string, string[]> = {};
  for (const [name, value] of form)
    if (typeof value === "string" && /^[a-z]/.test(name) && name !== "csrf")
      typed[name] = [...(typed[name] ?? []), value];
  return typed;
}

/** Which display of the step this is: the server notices another window by it. */
const shownIn = (form: FormData) => ({ _page: form.get("_page"), _since: form.get("_since") });

/** Said only when it changes: a screen reader reads it out. What is not saved looks like a warning. */
function say(sentence: string, isSaved: boolean) {
  const place = document.getElementById(SAVED);
  const said = place?.querySelector("span");
  if (!place || !said || said.textContent === sentence) return;
  place.toggleAttribute("data-unsaved", !isSaved);
  said.textContent = sentence;
}

const REFUSALS: Record<number, string> = {
  403: "Plus enregistré\u00a0: rechargez la page",
  401: "Plus enregistré\u00a0: votre session est fermée. Continuez pour la rouvrir",
  404: "Plus enregistré\u00a0: ce brouillon n’existe plus",
  409: "Cette demande est déjà envoyée",
  412: "Pas enregistré\u00a0: l’étape a changé dans une autre fenêtre. Continuez pour comparer",
};

type Saving = {
  /** What the page came with: another window may have written since, and nothing changed here. */
  first: FormData;
  address: string;
  signal: AbortSignal;
};

/**
 * Sends what changed after a pause, and when the page is left; tries again when the network is gone.
 * Returns what to call before the form itself is sent: from then on it speaks alone.
 */
export function saveAsOneTypes(form: HTMLFormElement, { first, address, signal }: Saving) {
  let saved = JSON.stringify(typedIn(first));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isLeaving = false;

  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(save, ms);
  };

  async function save() {
    const now = new FormData(form);
    const typed = JSON.stringify(typedIn(now));
    if (typed === saved || isLeaving || signal.aborted) return;
    const body = JSON.stringify({ ...typedIn(now), ...shownIn(now) });
    const headers = { "content-type": "application/json" };
    const answer = await fetch(address, { method: "PUT", headers, body, keepalive: true }).catch(
      () => null,
    );
    if (answer?.ok) {
      saved = typed;
      say(`Enregistré à ${(await answer.json()).savedAt}`, true);
      return;
    }
    const refusal = answer && REFUSALS[answer.status];
    say(refusal ?? "Pas encore enregistré\u00a0: nouvel essai dans un instant", false);
    if (!refusal) later(RETRY_MS);
  }

  for (const change of ["input", "change"])
    form.addEventListener(change, () => later(PAUSE_MS), { signal });
  const leave = () => {
    isLeaving = true;
    clearTimeout(timer);
  };
  form.addEventListener("submit", (event) => setTimeout(() => event.defaultPrevented || leave()), {
    signal,
  });
  window.addEventListener(
    "pageshow",
    () => {
      isLeaving = false;
    },
    { signal },
  );
  document.addEventListener(
    "visibilitychange",
    () => document.visibilityState === "hidden" && save(),
    { signal },
  );
  later(PAUSE_MS);
  return leave;
}
