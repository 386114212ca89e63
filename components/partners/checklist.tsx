import { Badge, type Tone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import type { IconName } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { formatDayTime } from "@/lib/format/date";
import { plural } from "@/lib/format/number";
import { frenchSpaces } from "@/lib/format/text";
import { CHECK_TEXTS, type Line, reasonText } from "@/lib/partners/model/checklist";
import { TRIAL_MINUTES, TRIALS } from "@/lib/partners/model/checks";

const LOOKS: Record<Line["state"], { tone: Tone; icon: IconName; label: string }> = {
  passed: { tone: "good", icon: "circle-check", label: "Réussi" },
  failed: { tone: "bad", icon: "circle-x", label: "À corriger" },
  unseen: { tone: "neutral", icon: "circle-dashed", label: "Pas encore vu" },
  armed: { tone: "info", icon: "hourglass", label: "Armé" },
  waiting: { tone: "info", icon: "hourglass", label: "En cours" },
};

function said({ check, state, at, details }: Line) {
  const { how, mend } = CHECK_TEXTS[check];
  if (state === "passed") return at ? `Le ${formatDayTime(at)}.` : "";
  if (state === "failed") return [reasonText(details), mend].filter(Boolean).join(" ");
  if (state === "armed") return "Votre prochaine connexion recevra une mauvaise réponse.";
  if (state === "waiting")
    return "Mauvaise réponse envoyée\u00a0: si votre service ne va pas plus loin dans les 10 secondes, il l’a refusée. Rechargez cette page.";
  return how;
}

/** Each line: what is looked at, whether it was seen, and what to mend. */
export function Checklist({ lines, isComplete }: { lines: readonly Line[]; isComplete: boolean }) {
  const passed = lines.filter(({ state }) => state === "passed").length;
  return (
    <>
      {isComplete ? (
        <Notice tone="good" className="mt-6" title="Tout est vérifié">
          <p>Votre service peut demander la production.</p>
        </Notice>
      ) : (
        <p className="mt-6">
          {plural(passed, "ligne réussie", "lignes réussies")} sur {lines.length}. La liste se
          remplit pendant que vous vous connectez avec vos comptes d’essai{"\u00a0"}: rechargez la
          page.
        </p>
      )}
      <ul className="mt-4 divide-y divide-line border-y border-line">
        {lines.map((line) => {
          const { tone, icon, label } = LOOKS[line.state];
          return (
            <li key={line.check} className="py-4">
              <h2 className="text-h4">{CHECK_TEXTS[line.check].title}</h2>
              <p className="mt-1">
                <Badge tone={tone} icon={icon}>
                  {label}
                </Badge>
              </p>
              <p className="mt-1 text-note text-ink-soft">{frenchSpaces(said(line))}</p>
            </li>
          );
        })}
      </ul>
    </>
  );
}

type Action = (form: FormData) => Promise<void>;
type TrialProps = { lines: readonly Line[]; arm: Action; disarm: Action };

/** Wrong answers on purpose, one by sign-in. */
export function TrialForm({ lines, arm, disarm }: TrialProps) {
  const left = lines.filter(({ state }) => state === "armed").length;
  return (
    <>
      <p className="mt-3">
        Connect répondra mal, une fois par connexion, à vos {TRIALS.length} prochaines connexions
        d’essai{"\u00a0"}: autre state, autre nonce, mauvaise signature, autre émetteur, autre
        destinataire. Un service bien fait montre une erreur à chaque fois. L’essai dure{" "}
        {TRIAL_MINUTES}
        {"\u00a0"}minutes, et ne touche que ce service.
      </p>
      <div className="mt-4 flex flex-wrap gap-4">
        <form action={arm}>
          <Csrf />
          <Button>{left > 0 ? "Recommencer l’essai" : "Armer l’essai"}</Button>
        </form>
        {left > 0 && (
          <form action={disarm}>
            <Csrf />
            <Button look="outline">Arrêter l’essai ({plural(left, "réponse")} à venir)</Button>
          </form>
        )}
      </div>
    </>
  );
}
