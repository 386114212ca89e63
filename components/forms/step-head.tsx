import { BackLink } from "@/components/ui/back-link";
import { StatusLine } from "@/components/ui/status-line";
import { formatTime } from "@/lib/format/date";
import { SAVED } from "./step-ids";

type Props = { back: { href: string; label: string }; savedAt: Date | null };

/** The way back, and the promise that nothing is lost. */
export function StepHead({ back, savedAt }: Props) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6">
      <BackLink href={back.href}>{back.label}</BackLink>
      <div
        id={SAVED}
        className="data-unsaved:[&_p]:font-bold data-unsaved:[&_p]:text-warn data-unsaved:[&_svg]:hidden"
      >
        <StatusLine>
          <span>{savedAt ? `Enregistré à ${formatTime(savedAt)}` : "Rien n’est encore saisi"}</span>
        </StatusLine>
      </div>
    </div>
  );
}
