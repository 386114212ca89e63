import { Button } from "@/components/ui/button";
import type { Option } from "@/components/ui/control";
import { Select, TextInput } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { AUDIENCE_LABELS, AUDIENCES, CATEGORIES, CATEGORY_LABELS } from "@/lib/procedures/model";
import type { CatalogueParams } from "@/lib/procedures/schemas";

const THEMES = CATEGORIES.map((value) => ({ value, label: CATEGORY_LABELS[value] }));
const PUBLICS = AUDIENCES.map((value) => ({ value, label: AUDIENCE_LABELS[value] }));

type Props = {
  params: CatalogueParams;
  providers: readonly { slug: string; name: string }[];
};

const labelIn = (options: readonly Option[], chosen: string | undefined) =>
  options.find(({ value }) => value === chosen)?.label;

/** On a phone the results come first: the filters are folded, those in use said on the fold. */
function Filters({ params, providers }: Props) {
  const bodies = providers.map(({ slug, name }) => ({ value: slug, label: name }));
  const inUse = [
    labelIn(THEMES, params.theme),
    labelIn(PUBLICS, params.public),
    labelIn(bodies, params.organisme),
  ].filter(Boolean);
  return (
    <details className="folds-on-phone group/details mt-2 sm:mt-4">
      <summary className="flex min-h-12 items-center gap-2 font-bold text-brand">
        <Icon name="chevron-right" className="group-open/details:rotate-90" />
        <span>
          {inUse.length > 0 ? `Filtres\u00a0: ${inUse.join(", ")}` : "Filtrer les démarches"}
        </span>
      </summary>
      <div className="mt-2 grid gap-4 sm:mt-0 sm:grid-cols-3">
        <Select
          name="theme"
          label="Thème"
          empty="Tous les thèmes"
          value={params.theme}
          options={THEMES}
        />
        <Select
          name="public"
          label="Pour qui"
          empty="Tout le monde"
          value={params.public}
          options={PUBLICS}
        />
        <Select
          name="organisme"
          label="Qui s’en occupe"
          empty="Toutes les collectivités"
          value={params.organisme}
          options={bodies}
        />
      </div>
    </details>
  );
}

/** A plain form: the filters are in the address, to be kept or sent to somebody. */
export function CatalogueSearch({ params, providers }: Props) {
  return (
    <search>
      <form action="/demarches" className="mt-6 rounded-lg bg-sunken p-4 sm:p-6">
        {params.commune && <input type="hidden" name="commune" value={params.commune} />}
        <TextInput
          name="q"
          label={`Que cherchez-vous\u202f?`}
          type="search"
          value={params.q}
          maxLength={200}
          autoComplete="off"
        />
        <Filters params={params} providers={providers} />
        <Button className="mt-3 w-full sm:mt-5 sm:w-auto" icon="search">
          Rechercher
        </Button>
      </form>
    </search>
  );
}
