import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { formatDayTime } from "@/lib/format/date";

type Props = { draft: { reference: string; savedAt: Date } };

/** Started already: going on comes before starting again. */
export function ResumeDraft({ draft }: Props) {
  return (
    <Notice tone="info" title="Vous avez déjà commencé cette démarche" className="mt-8">
      <p>Vos réponses sont enregistrées, les dernières le {formatDayTime(draft.savedAt)}.</p>
      <p className="mt-3">
        <ButtonLink href={`/mes-demandes/${draft.reference}/reprendre`} iconAfter="arrow-right">
          Reprendre ma demande
        </ButtonLink>
      </p>
    </Notice>
  );
}
