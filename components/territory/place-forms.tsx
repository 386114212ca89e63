import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { Select, TextInput } from "@/components/ui/field";

type Action = (form: FormData) => Promise<void>;

type Props = {
  action: Action;
  forget: Action;
  typed: string;
  back: string;
  places: readonly { insee: string; name: string }[];
};

/** The same choice three ways: typed, from the list, or none at all. */
export function PlaceForms({ action, forget, typed, back, places }: Props) {
  return (
    <>
      <form action={action} className="mt-8 space-y-4">
        <Csrf />
        <input type="hidden" name="retour" value={back} />
        <TextInput
          name="lieu"
          label="Votre adresse ou votre commune"
          hint="Exemples : Vénissieux, 69120, 12 rue de la Marne à Bron."
          value={typed}
          required
          autoComplete="street-address"
        />
        <Button>Valider ce lieu</Button>
      </form>
      <form action={action} className="mt-12 space-y-4">
        <Csrf />
        <input type="hidden" name="retour" value={back} />
        <Select
          name="insee"
          label="Ou choisissez dans les 58 communes"
          empty="Choisir une commune"
          required
          options={places.map(({ insee, name }) => ({ value: insee, label: name }))}
        />
        <Button look="outline">Choisir cette commune</Button>
      </form>
      <form action={forget} className="mt-12">
        <Csrf />
        <input type="hidden" name="retour" value={back} />
        <Button look="link">Ne pas préciser de lieu</Button>
      </form>
    </>
  );
}
