import { UploadField } from "@/components/files/upload-field";
import type { FieldOf } from "@/lib/forms/schemas";
import { allTypedIn, type StepView } from "./view";

type Props = { field: FieldOf<"file">; name: string; view: StepView; big?: boolean };

/** What is already received, and what sends the rest. */
export const FileField = ({ field, name, view, big }: Props) => (
  <UploadField
    name={name}
    label={field.label}
    hint={field.hint}
    error={view.errors[name]}
    optional={!field.required}
    big={big}
    values={allTypedIn(view, name).flatMap((id) => view.files.get(id) ?? [])}
    accept={field.accept}
    maxBytes={field.maxBytes}
    maxCount={field.maxCount}
    token={view.uploadTokens[name] ?? ""}
  />
);
