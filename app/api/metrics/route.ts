import client from "prom-client";
import { system } from "@/lib/auth/actor";
import { env } from "@/lib/env";
import { canReadMetrics } from "@/lib/operations/policy";
import { countJobs } from "@/lib/operations/queries";

const jobs = new client.Gauge({
  name: "jobs",
  help: "Jobs in the queue, by what is to become of them.",
  labelNames: ["state"],
  registers: [],
  async collect() {
    const { waiting, retrying, givenUp } = await countJobs(system("metrics"));
    this.set({ state: "waiting" }, waiting);
    this.set({ state: "retrying" }, retrying);
    this.set({ state: "given_up" }, givenUp);
  },
});

/** Prometheus text, for who holds METRICS_TOKEN; for others the page does not exist. */
export async function GET(request: Request) {
  if (!canReadMetrics(request.headers.get("authorization"), env().METRICS_TOKEN))
    return new Response(null, { status: 404 });
  const own = new client.Registry();
  own.registerMetric(jobs);
  const text = await client.Registry.merge([client.register, own]).metrics();
  return new Response(text, {
    headers: { "content-type": client.register.contentType, "cache-control": "no-store" },
  });
}
