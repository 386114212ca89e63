import type { ComponentProps } from "react";
import { ConsentForm } from "@/components/consents/consent-form";
import { ChooseMandate } from "@/components/mandates/choose-mandate";
import type { Posted } from "@/lib/result";
import { ChooseAccount } from "./choose-account";
import { LevelStep } from "./level-step";
import { ServiceSignIn } from "./service-sign-in";
import { SignedIn } from "./signed-in";

type Service = ComponentProps<typeof ServiceSignIn>["service"];
type Account = Pick<ComponentProps<typeof ChooseAccount>, "name" | "email">;
type Level = Omit<ComponentProps<typeof LevelStep>, "at" | "service">;
type Choice = Pick<ComponentProps<typeof ChooseMandate>, "mandates" | "asked">;

export type Step =
  | { kind: "consent"; consent: ComponentProps<typeof ConsentForm>["consent"] }
  | { kind: "mandate"; service: Service; choice: Choice }
  | { kind: "account"; service: Service; account: Account }
  | { kind: "level"; service: Service; level: Level }
  | { kind: "signed-in"; service: Service; way: ComponentProps<typeof SignedIn>["way"] }
  | { kind: "sign-in"; service: Service; withFranceConnect: boolean };

/** The one question of this moment, on the way to a service; `at` is its page. */
export function InteractionStep({ at, step, posted }: { at: string; step: Step; posted: Posted }) {
  switch (step.kind) {
    case "consent":
      return <ConsentForm action={`${at}/accord`} consent={step.consent} />;
    case "mandate": {
      const { service, choice } = step;
      const about = { service: service.name, posted, ...choice };
      return <ChooseMandate action={`${at}/mandat`} {...about} />;
    }
    case "account":
      return <ChooseAccount at={at} service={step.service.name} {...step.account} />;
    case "level":
      return <LevelStep at={at} service={step.service.name} {...step.level} />;
    case "signed-in":
      return <SignedIn at={at} way={step.way} service={step.service} />;
    case "sign-in": {
      const { service, withFranceConnect } = step;
      return <ServiceSignIn at={at} {...{ service, posted, withFranceConnect }} />;
    }
  }
}
