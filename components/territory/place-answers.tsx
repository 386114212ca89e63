import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/page";
import { type PlaceChoice, PlaceChoices } from "./place-choices";

type Props = {
  typed: string;
  found: {
    places: readonly { insee: string; name: string }[];
    addresses: readonly { insee: string; label: string }[];
  };
  action: (form: FormData) => Promise<void>;
  back: string;
};

const choicesAmong = ({ places, addresses }: Props["found"]): PlaceChoice[] => [
  ...places.map(({ insee, name }) => ({ insee, label: name })),
  ...addresses.map(({ insee, label }) => ({
    insee,
    label,
    address: label.replace(/, \d{5}.*$/, ""),
  })),
];

/** What was typed means several places, or none that we know. */
export function PlaceAnswers({ typed, found, action, back }: Props) {
  const choices = choicesAmong(found);
  const quoted = `«\u00a0${typed}\u00a0»`;
  if (choices.length > 0)
    return (
      <Section title={`Plusieurs lieux répondent à ${quoted}`}>
        <PlaceChoices choices={choices} action={action} back={back} />
      </Section>
    );
  return (
    <Notice
      tone="warn"
      role="status"
      className="mt-8"
      title={`${quoted} n’est pas dans nos listes`}
    >
      Écrivez le nom d’une des 58 communes de la Métropole de Lyon, ou choisissez-la ci-dessous.
    </Notice>
  );
}
