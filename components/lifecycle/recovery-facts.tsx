import { SummaryList, SummaryRow } from "@/components/ui/summary-list";
import { formatDayTime } from "@/lib/format/date";
import { EVIDENCE_LABELS, type Evidence } from "@/lib/lifecycle/model/recovery";

type Row = {
  email: string;
  newEmail: string;
  reason: string;
  evidence: readonly Evidence[];
  askedAt: Date;
  askerName: string | null;
  approvedAt: Date | null;
  approverName: string | null;
  readyAt: Date | null;
};

export function RecoveryFacts({ row }: { row: Row }) {
  return (
    <SummaryList className="mt-6">
      <SummaryRow term="Adresse du compte">{row.email}</SummaryRow>
      <SummaryRow term="Nouvelle adresse">{row.newEmail}</SummaryRow>
      <SummaryRow term="Vérifié">
        {row.evidence.map((one) => (
          <span key={one} className="block">
            {EVIDENCE_LABELS[one]}
          </span>
        ))}
      </SummaryRow>
      <SummaryRow term="Ce qui est arrivé">{row.reason}</SummaryRow>
      <SummaryRow term="Demandée">
        {formatDayTime(row.askedAt)}, par {row.askerName}
      </SummaryRow>
      {row.approvedAt && (
        <SummaryRow term="Approuvée">
          {formatDayTime(row.approvedAt)}, par {row.approverName}
        </SummaryRow>
      )}
      {row.readyAt && (
        <SummaryRow term="Le lien part">{formatDayTime(row.readyAt)}, sauf refus</SummaryRow>
      )}
    </SummaryList>
  );
}
