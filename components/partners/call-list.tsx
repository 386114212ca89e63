import { Badge } from "@/components/ui/badge";
import { Pager } from "@/components/ui/pager";
import { Cell, Column, RowHeader, Table } from "@/components/ui/table";
import { formatDay, formatTime } from "@/lib/format/date";
import { type CallDetails, type CallEndpoint, ENDPOINT_LABELS } from "@/lib/partners/model/calls";
import { explainCall } from "@/lib/partners/model/explain";

type Call = {
  id: number;
  at: Date;
  endpoint: CallEndpoint;
  isOk: boolean;
  code: string | null;
  details: CallDetails;
};

type Props = {
  calls: readonly Call[];
  next: number | undefined;
  onlyFailed: boolean;
  path: string;
  /** The page of an error code. */
  explainAt: (code: string) => string;
};

const seconds = (at: Date) => String(at.getSeconds()).padStart(2, "0");

function Outcome({ call, explainAt }: { call: Call } & Pick<Props, "explainAt">) {
  const { isOk, code } = call;
  if (isOk)
    return (
      <Badge tone="good" icon="circle-check">
        Réussi
      </Badge>
    );
  return (
    <>
      <Badge tone="bad" icon="circle-x">
        Refusé
      </Badge>
      {code && (
        <a href={explainAt(code)} className="ml-3">
          <code>{code}</code>
        </a>
      )}
      <span className="mt-1 block max-w-read break-words">{explainCall(call)}</span>
    </>
  );
}

export function CallList({ calls, next, onlyFailed, path, explainAt }: Props) {
  const query = onlyFailed ? "?voir=echecs" : "";
  return (
    <>
      <p className="mt-4">
        {onlyFailed ? (
          <a href={path}>Voir tous les appels</a>
        ) : (
          <a href={`${path}?voir=echecs`}>Voir les refus seulement</a>
        )}
      </p>
      {calls.length === 0 ? (
        <p className="mt-4">Aucun appel pour l’instant.</p>
      ) : (
        <div className="mt-4">
          <Table
            caption="Derniers appels"
            head={
              <>
                <Column>Quand</Column>
                <Column>Appel</Column>
                <Column>Résultat</Column>
              </>
            }
          >
            {calls.map((call) => (
              <tr key={call.id} className="align-top">
                <RowHeader className="whitespace-nowrap">
                  {formatTime(call.at)} {seconds(call.at)}
                  <span className="block text-note font-normal text-ink-soft">
                    {formatDay(call.at)}
                  </span>
                </RowHeader>
                <Cell>{ENDPOINT_LABELS[call.endpoint]}</Cell>
                <Cell>
                  <Outcome call={call} explainAt={explainAt} />
                </Cell>
              </tr>
            ))}
          </Table>
        </div>
      )}
      <Pager next={next ? `${path}${query || "?"}${query ? "&" : ""}avant=${next}` : undefined} />
    </>
  );
}
