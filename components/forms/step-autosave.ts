import type { Typed } from "@/lib/forms/model";
import { SAVED } from "./step-ids";

const PAUSE_MS = 1_500;
const RETRY_MS = 10_000;

/** What is typed in the form now, by control name. */
export function typedIn(form: HTMLFormElement): Typed {
  const typed: Record<string, string[]> = {};
  for (const [name, value] of new FormData(form))
    if (typeof value === "string" && /^[a-z]/.test(name) && name !== "csrf")
      typed[name] = [...(typed[name] ?? []), value];
  return typed;
}

/** Said only when it changes: a screen reader reads it out. */
function say(sentence: string) {
  const place = document.querySelector(`#${SAVED} span`);
  if (place && place.textContent !== sentence) place.textContent = sentence;
}

const REFUSALS: Record<number, string> = {
  403: "Plus enregistré : rechargez la page",
  404: "Plus enregistré : connectez-vous de nouveau",
  409: "Cette demande est déjà envoyée",
};

/** Sends what changed after a pause, and when the page is left; tries again when the network is gone. */
export function saveAsOneTypes(form: HTMLFormElement, address: string, signal: AbortSignal) {
  let saved = "";
  let timer: ReturnType<typeof setTimeout> | undefined;

  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(save, ms);
  };

  async function save() {
    const body = JSON.stringify(typedIn(form));
    if (body === saved || signal.aborted) return;
    const headers = { "content-type": "application/json" };
    const answer = await fetch(address, { method: "PUT", headers, body, keepalive: true }).catch(
      () => null,
    );
    if (answer?.ok) {
      saved = body;
      say(`Enregistré à ${(await answer.json()).savedAt}`);
      return;
    }
    const refusal = answer && REFUSALS[answer.status];
    say(refusal ?? "Pas encore enregistré : nouvel essai dans un instant");
    if (!refusal) later(RETRY_MS);
  }

  for (const change of ["input", "change"])
    form.addEventListener(change, () => later(PAUSE_MS), { signal });
  form.addEventListener("submit", () => clearTimeout(timer), { signal });
  document.addEventListener(
    "visibilitychange",
    () => document.visibilityState === "hidden" && save(),
    { signal },
  );
  later(PAUSE_MS);
}
