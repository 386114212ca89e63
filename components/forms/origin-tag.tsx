import { Tag } from "@/components/ui/badge";
import type { IconName } from "@/components/ui/icon";
import type { Origin } from "@/lib/requests/model";

const ORIGINS: Record<Origin, readonly [IconName, string]> = {
  typed: ["pen-line", "Saisi par vous"],
  account: ["user-round", "Repris de votre compte"],
  certified: ["shield-check", "Certifié FranceConnect"],
  vault: ["folder-lock", "Repris du coffre-fort"],
  link: ["external-link", "Repris du lien que vous avez suivi"],
  former: ["rotate-ccw-clock", "Repris de votre demande précédente"],
};

/** Where an answer comes from, said to the person it is about. */
export function OriginTag({ origin, isFile = false }: { origin: Origin; isFile?: boolean }) {
  const [icon, text] =
    isFile && origin === "typed" ? (["paperclip", "Ajouté par vous"] as const) : ORIGINS[origin];
  return (
    <Tag icon={icon} tone={origin === "certified" ? "good" : "soft"}>
      {text}
    </Tag>
  );
}
