import "server-only";
import { headers } from "next/headers";
import { env } from "@/lib/env";
import { site } from "@/lib/site";
import { csrfToken } from "./csrf";
import { getViewer, type Viewer } from "./session";

const nameOf = ({ resident }: Viewer) =>
  [resident.givenName, resident.familyName].join(" ").trim() || resident.email;

const personOf = async (viewer: Viewer) => ({
  name: viewer.helper ? viewer.helper.name : nameOf(viewer),
  agent: viewer.agent && {
    name: viewer.agent.name,
    organisationName: viewer.agent.organisationName,
  },
  csrf: await csrfToken(),
});

/** What a header and a footer show, on either host: names, addresses, who is signed in on the portal. */
export async function getFrame() {
  const isConnect = (await headers()).get("x-host") === "connect";
  const viewer = isConnect ? null : await getViewer();
  const { PORTAL_NAME, ACCOUNT_NAME, PORTAL_URL, CONNECT_URL } = env();
  return {
    host: isConnect ? ("connect" as const) : ("portal" as const),
    portalName: PORTAL_NAME,
    accountName: ACCOUNT_NAME,
    portalUrl: PORTAL_URL,
    accountUrl: new URL("/compte", CONNECT_URL).href,
    publisher: site().PUBLISHER,
    sourceUrl: site().SOURCE_URL,
    person: viewer && (await personOf(viewer)),
  };
}

/** In whose name the person of this browser acts on the portal; null in their own. */
export async function getActing() {
  const viewer = await getViewer();
  if (!viewer?.helper) return null;
  return { person: nameOf(viewer), helper: viewer.helper.name, csrf: await csrfToken() };
}

/** Where an agent can go: the queue for whoever treats requests, the administration for whoever has it. */
export async function getAgentSections() {
  const roles = (await getViewer())?.agent?.roles.map(({ role }) => role) ?? [];
  const has = (...wanted: string[]) => roles.some((role) => wanted.includes(role));
  return [
    ...(has("agent", "manager") ? [{ href: "/agents", label: "Demandes" }] : []),
    ...(has("administrator", "dpo") ? [{ href: "/administration", label: "Administration" }] : []),
  ];
}
