import { Radios } from "@/components/ui/choices";
import { TextInput } from "@/components/ui/field";
import { DATA_ITEMS, NEED_LABELS, NEEDS } from "@/lib/partners/model/data-items";
import type { Posted } from "@/lib/result";

const OPTIONS = NEEDS.map((value) => ({ value, label: NEED_LABELS[value] }));

/** For each thing that an account holds: whether it is asked, and why. */
export function DataItemFields({ posted: { values, errors } }: { posted: Posted }) {
  return (
    <div className="mt-4 divide-y divide-line border-y border-line">
      {DATA_ITEMS.map(({ id, label, scope }) => (
        <div key={id} className="py-5">
          <Radios
            name={`besoin.${id}`}
            label={label}
            hint={`Portée ${scope}`}
            value={values[`besoin.${id}`] ?? "none"}
            error={errors[`besoin.${id}`]}
            options={OPTIONS}
            inline
          />
          <div className="mt-2">
            <TextInput
              name={`motif.${id}`}
              label={
                <>
                  Pourquoi<span className="sr-only">{`\u00a0: ${label}`}</span>
                </>
              }
              value={values[`motif.${id}`]}
              error={errors[`motif.${id}`]}
              optional
            />
          </div>
        </div>
      ))}
    </div>
  );
}
