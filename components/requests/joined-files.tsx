import { controlAttributes, controlClass, Field } from "@/components/ui/field";
import { acceptAttribute } from "@/lib/files/model";
import { formatFileLimits } from "@/lib/format/file";
import type { Posted } from "@/lib/result";

type Props = { name: string; posted: Posted };

/** One or several files that leave with the text beside them. */
export function JoinedFiles({ name, posted }: Props) {
  const [error, hint] = [posted.errors[name], formatFileLimits()];
  return (
    <Field name={name} label="Joindre un fichier" hint={hint} error={error} optional>
      <input
        type="file"
        name={name}
        multiple
        accept={acceptAttribute()}
        {...controlAttributes(name, { hint, error })}
        className={controlClass(error)}
      />
    </Field>
  );
}
