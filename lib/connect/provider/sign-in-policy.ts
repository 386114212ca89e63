import "server-only";
import { errors, interactionPolicy, type KoaContextWithOIDC } from "oidc-provider";
import { listActingMandates } from "@/lib/mandates/queries";
import { mayAccountEnter } from "@/lib/partners/queries/audience";
import { insistsOnLevel, isOutOfReach, missingLevels } from "./level";
import { secondProof } from "./second-proof";

const { base, Check, Prompt } = interactionPolicy;

/** `prompt=select_account` where somebody is signed in: with this account, or with another? */
function selectAccount() {
  const prompt = new Prompt({ name: "select_account", requestable: true });
  prompt.checks.clear();
  prompt.checks.add(
    new Check(
      "select_account_prompt",
      "the End-User must choose an account",
      "account_selection_required",
      ({ oidc }) =>
        oidc.promptPending("select_account") &&
        oidc.session?.accountId !== undefined &&
        !oidc.result?.login,
    ),
  );
  return prompt;
}

/** On a shared device each service asks for the password again: whoever comes next finds no door open. */
const sharedDevice = () =>
  new Check(
    "shared_device",
    "End-User authentication is required on a shared device",
    "login_required",
    ({ oidc }) =>
      oidc.session?.accountId !== undefined &&
      oidc.session.transient === true &&
      !oidc.result?.login,
  );

/**
 * The service asks for a certified identity or a second factor that this session has not (OpenID Connect Core
 * §3.1.2.1, §5.5.1.1). Asked once; who goes on without does so only if the service does not insist.
 */
const level = () =>
  new Check(
    "level",
    "none of the requested ACRs could be obtained",
    "login_required",
    ({ oidc }) => {
      if (isOutOfReach(oidc))
        throw new errors.UnmetAuthenticationRequirements("requested ACR is not supported");
      if (oidc.session?.accountId === undefined || missingLevels(oidc).length === 0) return false;
      return insistsOnLevel(oidc) || oidc.result?.level === undefined;
    },
    ({ oidc }: KoaContextWithOIDC) => ({
      levels: missingLevels(oidc),
      insists: insistsOnLevel(oidc),
    }),
  );

const chosen = ({ result }: KoaContextWithOIDC["oidc"]) => result?.mandate !== undefined;

/**
 * Whom do you come for? Asked of a helper who may act at this service; a service may say whom it wants
 * (`mandate=<id>`), or that it wants the account itself (`mandate=none`). Said once, and pressed by hand: a link alone
 * makes nobody act for anybody.
 */
function mandate() {
  const prompt = new Prompt({ name: "mandate" });
  prompt.checks.clear();
  prompt.checks.add(
    new Check(
      "mandate_choice",
      "the End-User must say in whose name they act",
      "interaction_required",
      async ({ oidc }) => {
        const accountId = oidc.session?.accountId;
        const asked = oidc.params?.mandate;
        if (!accountId || !oidc.client || chosen(oidc) || asked === "none") return false;
        if (typeof asked === "string") return true;
        if (oidc.promptPending("none")) return false;
        return (await listActingMandates(accountId, oidc.client.clientId)).length > 0;
      },
    ),
  );
  return prompt;
}

/** Whoever asked for the deletion of their account says, before anything else opens, whether they keep it. */
function keepAccount() {
  const prompt = new Prompt({ name: "keep" });
  prompt.checks.clear();
  prompt.checks.add(
    new Check(
      "account_closing",
      "the End-User must say whether to keep their account",
      "interaction_required",
      ({ oidc }) => oidc.account?.isClosing === true,
    ),
  );
  return prompt;
}

/** The sandbox knows test residents and its own developers; services in production know no test resident. */
const audience = () =>
  new Check(
    "audience",
    "this account cannot sign in to this client",
    "login_required",
    async ({ oidc }) => {
      const [accountId, clientId] = [oidc.session?.accountId, oidc.client?.clientId];
      if (accountId === undefined || clientId === undefined) return false;
      return !(await mayAccountEnter(accountId, clientId));
    },
    ({ oidc }: KoaContextWithOIDC) => ({ isSandbox: oidc.client?.environment === "sandbox" }),
  );

/** An account that another service kept before: its owner is told, before anything is shared. */
function welcome() {
  const prompt = new Prompt({ name: "welcome" });
  prompt.checks.clear();
  prompt.checks.add(
    new Check(
      "account_imported",
      "the End-User must be told where their account comes from",
      "interaction_required",
      ({ oidc }) => oidc.account?.awaitsWelcome === true,
    ),
  );
  return prompt;
}

/** The library's rules, and ours. */
export function signInPolicy() {
  const policy = base();
  const login = policy.get("login");
  if (!login) throw new Error("no login prompt");
  login.checks.remove("essential_acr");
  login.checks.remove("essential_acrs");
  login.checks.add(sharedDevice());
  login.checks.add(level());
  login.checks.add(audience());
  login.checks.add(secondProof());
  policy.add(
    mandate(),
    policy.findIndex(({ name }) => name === "consent"),
  );
  policy.add(keepAccount(), 1);
  policy.add(welcome(), policy.findIndex(({ name }) => name === "login") + 1);
  policy.add(selectAccount(), 0);
  return policy;
}
