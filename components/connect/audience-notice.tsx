import { Notice } from "@/components/ui/notice";
import { frenchSpaces } from "@/lib/format/text";

type Props = {
  service: { name: string; isSandbox: boolean };
  /** Whoever is signed in here may not enter there. */
  isWrongAccount: boolean;
};

/** Who may enter: a service being tried knows test accounts only, and no other service knows them. */
export function AudienceNotice({ service: { name, isSandbox }, isWrongAccount }: Props) {
  if (isWrongAccount && !isSandbox)
    return (
      <Notice tone="bad" role="alert" className="mt-6" title="Ce compte est un compte d’essai">
        <p>
          Il n’ouvre que des services d’essai. Connectez-vous avec un autre compte. Rien n’a été
          partagé.
        </p>
      </Notice>
    );
  if (!isSandbox) return null;
  const title = isWrongAccount ? "Ce compte ne peut pas entrer ici" : "Service en cours d’essai";
  return (
    <Notice
      tone={isWrongAccount ? "bad" : "info"}
      {...(isWrongAccount && { role: "alert" as const })}
      className="mt-6"
      title={title}
    >
      <p>
        {frenchSpaces(
          `« ${name} » n’est pas encore ouvert au public : seuls les comptes d’essai de son éditeur, et ses développeurs, y entrent.`,
        )}
        {isWrongAccount && " Rien n’a été partagé. Vous pouvez fermer cette page."}
      </p>
    </Notice>
  );
}
