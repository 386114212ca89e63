import { system } from "@/lib/auth/actor";
import type { getProvider } from "@/lib/connect/provider/instance";
import { giveConsent } from "@/lib/consents/commands/decide";

type Provider = Awaited<ReturnType<typeof getProvider>>;
type Who = { provider: Provider; accountId: string; clientId: string; refuses?: boolean };

const MOST_STEPS = 20;

/** As much of a browser as walking between a service and Connect needs: cookies by host, and redirects. */
export class Walker {
  private readonly jars = new Map<string, Map<string, string>>();

  private keep(url: URL, response: Response) {
    const jar = this.jars.get(url.host) ?? new Map<string, string>();
    this.jars.set(url.host, jar);
    for (const line of response.headers.getSetCookie()) {
      const [name = "", value = ""] = line.split(";", 1)[0]?.split(/=(.*)/s) ?? [];
      if (value) jar.set(name, value);
      else jar.delete(name);
    }
  }

  async ask(url: URL, method: "GET" | "POST" = "GET", form?: Record<string, string>) {
    const cookie = [...(this.jars.get(url.host) ?? [])].map(([k, v]) => `${k}=${v}`).join("; ");
    const headers = { accept: "text/html", ...(cookie ? { cookie } : {}) };
    const response = await fetch(url, {
      method,
      redirect: "manual",
      headers,
      ...(form && { body: new URLSearchParams(form) }),
    });
    this.keep(url, response);
    const location = response.headers.get("location");
    return {
      status: response.status,
      text: await response.text(),
      to: location && new URL(location, url),
    };
  }

  /** From a button of the service to the page where it all ends, answering what Connect asks on the way. */
  async walk(start: URL, method: "GET" | "POST", who: Who, form?: Record<string, string>) {
    let step = await this.ask(start, method, form);
    for (let steps = 0; step.to && steps < MOST_STEPS; steps += 1) {
      const to = step.to.pathname.startsWith("/interaction/")
        ? await answer(step.to, who)
        : step.to;
      step = await this.ask(to);
    }
    return step;
  }
}

/** As the pages of Connect do: this account signs in, then shares or not. */
async function answer(page: URL, { provider, accountId, clientId, refuses }: Who) {
  const interaction = await provider.Interaction.find(page.pathname.split("/").at(-1) ?? "");
  if (!interaction) throw new Error(`no interaction at ${page.href}`);
  const isConsent = interaction.prompt.name === "consent";
  if (isConsent && !refuses)
    await giveConsent(system("test"), { accountId, clientId, place: "consent-page", ticked: [] });
  const given = isConsent ? { consent: {} } : { login: { accountId } };
  interaction.result =
    isConsent && refuses
      ? { error: "access_denied", error_description: "the person chose not to share" }
      : { ...interaction.lastSubmission, ...given };
  await interaction.save(600);
  return new URL(interaction.returnTo);
}
