import { Notice } from "@/components/ui/notice";

const DONE: Record<string, string> = {
  identite: "Votre identité est à jour.",
  telephone: "Votre téléphone est à jour.",
  adresse: "Votre adresse est à jour.",
  courriel: "Votre courriel a changé. Nous l’avons aussi écrit à l’ancienne adresse.",
  "mot-de-passe": "Votre mot de passe a changé. Vos autres appareils sont déconnectés.",
  appareils: "Vos autres appareils sont déconnectés.",
};

/** What was just done, as `?fait=` in the address says it. */
export function Done({ what }: { what: unknown }) {
  const sentence = typeof what === "string" ? DONE[what] : undefined;
  if (!sentence) return null;
  return (
    <Notice tone="good" role="status" className="mt-6">
      {sentence}
    </Notice>
  );
}
