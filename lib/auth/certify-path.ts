import "server-only";
import { env } from "@/lib/env";
import { localPath } from "./return-path";

/** On the account host: certify one's identity, then back to this page of the portal with the account read again. */
export const certifyAddress = (path: string) =>
  new URL(`/compte/certifier?retour=${encodeURIComponent(localPath(path))}`, env().CONNECT_URL)
    .href;
