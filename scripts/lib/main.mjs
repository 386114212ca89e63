import { announce } from "./announce.mjs";
import { onLauncherGone } from "./bootstrap.mjs";
import { readSettings, StartError } from "./settings.mjs";
import { createStack } from "./stack.mjs";

const fail = (error) => {
  console.error(error instanceof StartError ? `\n${error.message}\n` : error);
  return 1;
};

/** `npm start` and `npm run dev`. */
export async function main({ dev }) {
  const startedAt = Date.now();
  let stack = null;
  let code = 0;
  let stopping = null;

  const stop = () => {
    stopping ??= (async () => {
      if (stack) console.log("\nArrêt…");
      await stack?.stop();
      process.exit(code);
    })();
    return stopping;
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
  onLauncherGone(stop);

  try {
    const settings = await readSettings(process.env, { dev });
    stack = await createStack(settings);
    await stack.prepare();
    if (stopping) return;
    await stack.start();
    await announce(settings, Date.now() - startedAt);
  } catch (error) {
    if (stopping) return;
    code = fail(error);
    await stop();
  }
}
