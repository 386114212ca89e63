import "server-only";
import { interactionPolicy } from "oidc-provider";

const { base, Check } = interactionPolicy;

/**
 * The library's rules, and ours: on a shared device each service asks for the password again, and a service that
 * wants no question (`prompt=none`) is told `login_required`. Whoever comes next finds no door open.
 */
export function signInPolicy() {
  const policy = base();
  const login = policy.get("login");
  if (!login) throw new Error("no login prompt");
  login.checks.add(
    new Check(
      "shared_device",
      "End-User authentication is required on a shared device",
      "login_required",
      ({ oidc }) =>
        oidc.session?.accountId !== undefined &&
        oidc.session.transient === true &&
        !oidc.result?.login,
    ),
  );
  return policy;
}
