import { TOKEN_HEADERS } from "./connect/client.mjs";
import { createDrafts } from "./data.mjs";
import { hiddenFields, multipart } from "./measure.mjs";
import { refreshTokens, signIn } from "./people.mjs";

const DRAFTS = 20_000;
const TOKEN_CALLS = 400;

/** A cookie that no public page knows: Next renders the page, nothing that is kept answers. */
const RENDERED = "banc=1";

const page = (name, url, cookie = "") => ({
  name,
  kind: "page",
  url,
  requests: [{ method: "GET", headers: { cookie } }],
});

async function submission(sql, { portalUrl }, email, cookie) {
  const drafts = await createDrafts(sql, email, DRAFTS, "ENVOI");
  const recap = (reference) => `/mes-demandes/${reference}/recapitulatif`;
  const hidden = await hiddenFields(portalUrl + recap(drafts[0]), cookie);
  const next = (request) => {
    const reference = drafts.pop();
    const fields = hidden.map(([name, value]) => [name, name === "reference" ? reference : value]);
    const { headers, body } = multipart([...fields, ["declaration", "oui"]]);
    return {
      ...request,
      path: recap(reference),
      headers: { ...request.headers, ...headers },
      body,
    };
  };
  const headers = { cookie, origin: portalUrl };
  return {
    name: "Submission (POST → 303)",
    kind: "insert",
    url: portalUrl,
    status: 303,
    requests: [{ method: "POST", headers, setupRequest: next }],
  };
}

/** Each refresh gives the token of the next one: a token is used by one connection at a time. */
async function tokenCall(browser, settings, email) {
  const { endpoint, tokens } = await refreshTokens(browser, settings, email, 20);
  const next = (request) => {
    const token = tokens.shift();
    const body = new URLSearchParams({ grant_type: "refresh_token", refresh_token: token });
    return { ...request, body: body.toString() };
  };
  const keep = (status, body) => status === 200 && tokens.push(JSON.parse(body).refresh_token);
  const request = { method: "POST", headers: TOKEN_HEADERS, setupRequest: next, onResponse: keep };
  // To the last answer: a token lost on the way would stop its connection.
  const amount = TOKEN_CALLS;
  return {
    name: "Token call (refresh)",
    kind: "token",
    url: endpoint,
    amount,
    requests: [request],
  };
}

async function floorPoints(floorUrl) {
  const fields = await hiddenFields(`${floorUrl}/insert`, "");
  const { headers, body } = multipart(fields);
  const post = { method: "POST", headers: { ...headers, origin: floorUrl }, body };
  const insert = { kind: "floor", url: `${floorUrl}/insert`, status: 303, requests: [post] };
  return [
    { ...page("Floor: empty page", `${floorUrl}/`), kind: "floor" },
    { ...page("Floor: one query", `${floorUrl}/query`), kind: "floor" },
    { ...page("Floor: one query, 200 elements", `${floorUrl}/as-large/bench`), kind: "bound" },
    { ...insert, name: "Floor: insert (POST → 303)" },
  ];
}

/** What is measured: the floor's three, ours, and who must be signed in for each. */
export async function preparePoints({ browser, sql, settings, pids, floorUrl }) {
  const { portalUrl } = settings;
  const [lyon, bron, agent] = await Promise.all(
    ["usager.lyon", "usager.bron", "agent.bron"].map((name) =>
      signIn(browser, settings, `${name}@exemple.fr`),
    ),
  );
  const [draft] = await createDrafts(sql, "usager.lyon@exemple.fr", 1, "ETAPE");
  const procedure = `${portalUrl}/demarches/stationnement-demenagement?commune=69029`;
  const ours = [
    page("Home, rendered", `${portalUrl}/`, RENDERED),
    page("Home, kept", `${portalUrl}/`),
    page("Procedure, rendered", procedure, RENDERED),
    page("Procedure, kept", procedure),
    page("Form step", `${portalUrl}/mes-demandes/${draft}/question`, lyon),
    page("« Mes demandes »", `${portalUrl}/mes-demandes`, lyon),
    page("Agent queue", `${portalUrl}/agents/demandes`, agent),
    await submission(sql, settings, "usager.bron@exemple.fr", bron),
    await tokenCall(browser, settings, "usager.vaulx@exemple.fr"),
  ];
  return [
    ...(await floorPoints(floorUrl)).map((point) => ({ ...point, pid: pids.floor })),
    ...ours.map((point) => ({ ...point, pid: pids.web })),
  ];
}
