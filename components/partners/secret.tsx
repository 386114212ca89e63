import { Button } from "@/components/ui/button";
import { Radios } from "@/components/ui/choices";
import { fieldOf } from "@/components/ui/control";
import { Csrf } from "@/components/ui/csrf";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Notice } from "@/components/ui/notice";
import { SummaryList, SummaryRow } from "@/components/ui/summary-list";
import { formatDayTime } from "@/lib/format/date";
import type { Posted } from "@/lib/result";

type Action = (form: FormData) => Promise<void>;

/** Ten minutes after it was made, and to whoever made it. */
export function ShownSecret({ clientId, secret }: { clientId: string; secret: string | null }) {
  return (
    <>
      <SummaryList className="mt-6">
        <SummaryRow term="Identifiant (client_id)">
          <code className="break-all">{clientId}</code>
        </SummaryRow>
        {secret && (
          <SummaryRow term="Secret (client_secret)">
            <code className="break-all">{secret}</code>
          </SummaryRow>
        )}
      </SummaryList>
      {secret && (
        <Notice tone="warn" className="mt-6" title="Copiez le secret maintenant">
          <p>
            Il ne sera plus montré après cette page. Gardez-le dans la configuration de votre
            serveur, jamais dans un dépôt de code ni dans une page.
          </p>
        </Notice>
      )}
    </>
  );
}

/** While two secrets are good. */
export function PreviousSecret({ until, action }: { until: Date; action: Action }) {
  return (
    <Notice tone="info" className="mt-6" title="Deux secrets sont valables">
      <p>L’ancien cessera de l’être le {formatDayTime(until)}.</p>
      <form action={action} className="mt-3">
        <Csrf />
        <Button look="danger-outline">Couper l’ancien secret tout de suite</Button>
      </form>
    </Notice>
  );
}

const OVERLAPS = [
  { value: "1", label: "24\u00a0heures" },
  { value: "2", label: "2\u00a0jours" },
  { value: "7", label: "7\u00a0jours" },
  {
    value: "0",
    label: "Pas du tout",
    hint: "Après une fuite\u00a0: l’ancien est coupé tout de suite.",
  },
];

export function RotateForm({ posted, action }: { posted: Posted; action: Action }) {
  return (
    <>
      <ErrorSummary errors={posted.errors} />
      <form action={action} noValidate className="mt-4 space-y-6">
        <Csrf />
        <Radios
          {...fieldOf(posted, "days")}
          label="Combien de temps l’ancien secret reste valable"
          hint="Le temps de mettre le nouveau partout, sans coupure."
          options={OVERLAPS}
        />
        <Button>Créer un nouveau secret</Button>
      </form>
    </>
  );
}
