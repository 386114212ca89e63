"use client";

import type { ReactNode } from "react";
import { Icon, type IconName } from "@/components/ui/icon";

type FactProps = { icon: IconName; term: string; children: ReactNode };

function Fact({ icon, term, children }: FactProps) {
  return (
    <div className="grid grid-cols-[1.25rem_1fr] gap-x-3">
      <dt className="contents text-note text-ink-soft">
        <span className="mt-0.5 text-brand">
          <Icon name={icon} />
        </span>
        <span>{term}</span>
      </dt>
      <dd className="col-start-2 font-bold">{children}</dd>
    </div>
  );
}

type Props = { minutes: number; price: string; answer: string; deadline?: string | undefined };

/** How long, how much, when: what decides a person to begin. */
export function KeyFacts({ minutes, price, answer, deadline }: Props) {
  return (
    <dl className="mt-8 grid gap-x-6 gap-y-5 rounded-lg bg-sunken p-5 sm:grid-cols-2 sm:p-6">
      <Fact icon="clock-4" term="Durée de la démarche">
        {minutes}
        {"\u00a0"}minutes
      </Fact>
      <Fact icon="calendar-check" term="Réponse">
        {answer}
      </Fact>
      <Fact icon="banknote" term="Prix">
        {price}
      </Fact>
      {deadline && (
        <Fact icon="calendar-clock" term="À demander">
          {deadline}
        </Fact>
      )}
    </dl>
  );
}
