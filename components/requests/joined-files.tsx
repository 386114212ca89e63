import { UploadField } from "@/components/files/upload-field";
import type { StoredFile } from "@/lib/files/model";
import type { Posted } from "@/lib/result";

/** What a page knows of the files to send: the server's leave to send some, and those already received. */
export type FilesToSend = { name: string; token: string; received: readonly StoredFile[] };

type Props = { files: FilesToSend; posted: Posted };

const MOST = 3;

/** One or several files that leave with the text beside them. */
export function JoinedFiles({ files: { name, token, received }, posted }: Props) {
  return (
    <UploadField
      name={name}
      label="Joindre des fichiers"
      error={posted.errors[name]}
      optional
      values={received}
      maxCount={MOST}
      token={token}
    />
  );
}
