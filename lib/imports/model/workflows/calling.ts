import type { Failure } from "@/lib/workflows/schemas/actions/call";
import { identifier } from "../names";
import { type ActionInput, type Bench, isOn, tell } from "./desk";
import { translateSource, translateWords } from "./words";

type Call = Extract<ActionInput, { type: "call" }>;
type Pairs = readonly { name: string; value: string }[];

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

const FAILURES: Record<string, Failure> = {
  action_on_app_error: "said",
  action_on_4xx: "refused",
  action_on_5xx: "failed",
  action_on_bad_data: "unreadable",
  action_on_network_errors: "network",
};

type After = NonNullable<NonNullable<Call["failures"]>[Failure]>;

function failuresOf({ item, job }: Bench): Call["failures"] {
  return Object.fromEntries(
    Object.entries(FAILURES).flatMap(([setting, failure]): [Failure, After][] => {
      const after = item.settings[setting];
      if (!after) return [];
      if (after === ":pass") return [[failure, { do: "go-on" }]];
      const to = job.statuses.get(after);
      return [[failure, to ? { do: "jump", to } : { do: "stop" }]];
    }),
  );
}

function keyOf(bench: Bench) {
  const key = bench.item.settings.request_signature_key;
  if (!key) return {};
  tell(
    bench,
    "clé de signature",
    "Une clé ne s’importe pas.",
    "Donnez cette clé à l’organisme, sous le même nom.",
  );
  return { key: identifier(key, "cle").slice(0, 40) };
}

export function call(bench: Bench): ActionInput | undefined {
  const { item, job, desk, id } = bench;
  const {
    url = "",
    method = "GET",
    response_type,
    backoffice_filefield_id,
    post,
    label,
  } = item.settings;
  if (isOn(post))
    tell(
      bench,
      "envoi de toute la demande",
      "L’appel envoie la demande entière\u00a0: le nôtre n’envoie que ce qu’il nomme.",
      "Nommez ce que le service doit recevoir.",
    );
  const pairs = (list: Pairs = []) =>
    list
      .filter(({ name }) => name !== "")
      .map(({ name, value }) => ({
        name: name.slice(0, 200),
        value: translateSource(value, desk),
      }));
  const words = translateWords(url, desk);
  const field = job.fields.get(backoffice_filefield_id ?? "");
  return {
    type: "call",
    id,
    ...(label ? { label: label.slice(0, 500) } : {}),
    method: METHODS.find((one) => one === method.toUpperCase()) ?? "POST",
    url: words.length > 0 ? words : ["https://adresse.invalid/"],
    query: pairs(item.pairs.qs_data),
    body: pairs(item.pairs.post_data),
    ...keyOf(bench),
    answer: response_type === "attachment" ? "file" : "json",
    ...(field ? { field } : {}),
    failures: failuresOf(bench),
  };
}
