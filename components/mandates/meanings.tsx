import type { ReactNode } from "react";
import type { Side } from "@/lib/mandates/model";

type Service = { id: string; service: string; items: readonly string[] };

/** What a service will read of the person, who agrees to it here; nothing when they agreed before. */
function Readings({ services }: { services: readonly Service[] }) {
  if (services.length === 0) return null;
  return (
    <>
      <p>
        Vous acceptez aussi que ces services lisent ce qui leur est nécessaire dans votre
        compte&nbsp;:
      </p>
      <ul className="list-disc space-y-1 pl-6">
        {services.map(({ id, service, items }) => (
          <li key={id}>
            <strong>{service}</strong>&nbsp;: {items.join(", ")}
          </li>
        ))}
      </ul>
      <p>Vous pourrez retirer cet accord à tout moment.</p>
    </>
  );
}

/** What a mandate means for the one who is helped. */
export function PersonMeaning({ services }: { services: readonly Service[] }) {
  return (
    <>
      <p>
        La personne qui vous aide verra et fera des démarches en votre nom, dans ces services et
        jusqu’à la fin du mandat. Chacune portera vos deux noms, et votre journal dira quand elle
        agit.
      </p>
      <p>
        Elle ne pourra jamais changer votre compte, votre mot de passe, vos accords ni vos autres
        mandats. Vous pouvez arrêter à tout moment.
      </p>
      <Readings services={services} />
    </>
  );
}

/** What it means for the one who helps. */
export function HelperMeaning() {
  return (
    <>
      <p>
        Vous agirez dans l’intérêt de la personne, selon ce qu’elle vous demande, et seulement dans
        ces services. Chaque démarche portera vos deux noms.
      </p>
      <p>
        Votre nom est montré à la personne et aux services. Ne demandez jamais son mot de passe.
        Vous pouvez arrêter à tout moment.
      </p>
    </>
  );
}

/** Above the button that proposes it. */
export const MEANING: Record<Side, ReactNode> = {
  person: (
    <p>
      En envoyant cette proposition, vous acceptez que cette personne agisse en votre nom dès
      qu’elle aura accepté, et que les services cochés lisent dans votre compte ce qui leur est
      nécessaire. Elle ne pourra jamais changer votre compte, votre mot de passe ni vos accords.
      Vous pourrez arrêter à tout moment.
    </p>
  ),
  helper: (
    <p>
      Votre nom sera montré à la personne et aux services. Chaque démarche portera vos deux noms, et
      le journal de la personne dira quand vous agissez.
    </p>
  ),
};
