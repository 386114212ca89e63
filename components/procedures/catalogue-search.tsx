import { Button } from "@/components/ui/button";
import { Select, TextInput } from "@/components/ui/field";
import { AUDIENCE_LABELS, AUDIENCES, CATEGORIES, CATEGORY_LABELS } from "@/lib/procedures/model";
import type { CatalogueParams } from "@/lib/procedures/schemas";

type Props = {
  params: CatalogueParams;
  providers: readonly { slug: string; name: string }[];
};

/** A plain form: the filters are in the address, to be kept or sent to somebody. */
export function CatalogueSearch({ params, providers }: Props) {
  return (
    <search>
      <form action="/demarches" className="mt-6 rounded-lg bg-sunken p-5 sm:p-6">
        {params.commune && <input type="hidden" name="commune" value={params.commune} />}
        <TextInput
          name="q"
          label={`Que cherchez-vous\u202f?`}
          type="search"
          value={params.q}
          maxLength={200}
          autoComplete="off"
        />
        <div className="mt-4 grid gap-4 sm:grid-cols-3">
          <Select
            name="theme"
            label="Thème"
            empty="Tous les thèmes"
            value={params.theme}
            options={CATEGORIES.map((value) => ({ value, label: CATEGORY_LABELS[value] }))}
          />
          <Select
            name="public"
            label="Pour qui"
            empty="Tout le monde"
            value={params.public}
            options={AUDIENCES.map((value) => ({ value, label: AUDIENCE_LABELS[value] }))}
          />
          <Select
            name="organisme"
            label="Qui s’en occupe"
            empty="Toutes les collectivités"
            value={params.organisme}
            options={providers.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
        </div>
        <Button className="mt-5 w-full sm:w-auto" icon="search">
          Rechercher
        </Button>
      </form>
    </search>
  );
}
