import { execFileSync, spawn } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { StartError } from "./settings.mjs";

const output = (command, ...args) => execFileSync(command, args, { encoding: "utf8" }).trim();

/** PostgreSQL refuses to run as root: the system user who runs it then, created when missing. */
function postgresUser() {
  try {
    return {
      uid: Number(output("id", "-u", "postgres")),
      gid: Number(output("id", "-g", "postgres")),
    };
  } catch {
    try {
      output("groupadd", "--system", "--force", "postgres");
      output("useradd", "--system", "--no-create-home", "-g", "postgres", "postgres");
    } catch (error) {
      throw new StartError(
        `Impossible de créer l’utilisateur système « postgres » (${error.message}). Lancez npm start sans être root, ou donnez DATABASE_URL.`,
      );
    }
    return postgresUser();
  }
}

const closedTo = (path, { uid, gid }) => {
  const { mode, uid: owner, gid: group } = statSync(path);
  const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
  return (mode & bit) === 0;
};

const parents = (path) => (path === "/" ? ["/"] : [path, ...parents(dirname(path))]);

/** In a closed folder such as /root, one capability lets that user walk through it. */
function walkThrough(path) {
  const status = readFileSync("/proc/self/status", "utf8");
  const held = BigInt(`0x${/CapEff:\s*(\w+)/.exec(status)?.[1] ?? "0"}`);
  const capability = held & 4n ? "dac_read_search" : held & 2n ? "dac_override" : null;
  const setpriv = ["/usr/bin/setpriv", "/bin/setpriv"].find((file) => {
    return statSync(file, { throwIfNoEntry: false });
  });
  if (capability && setpriv) return { setpriv, capability: `+${capability}` };
  throw new StartError(
    `PostgreSQL tourne sous l’utilisateur « postgres », qui ne peut pas entrer dans ${path}. Placez le projet (ou DATA_DIR) ailleurs, par exemple dans /srv ou /opt.`,
  );
}

/**
 * How to run PostgreSQL's programs on these paths: as oneself, or as user postgres when root.
 * `owner` is null, or who must own the data folder.
 */
export function postgresRunner(paths) {
  const options = { stdio: ["ignore", "pipe", "pipe"], detached: true, cwd: "/" };
  if (process.getuid?.() !== 0)
    return { owner: null, run: (command, args, env) => spawn(command, args, { ...options, env }) };
  const user = postgresUser();
  const closed = paths.flatMap((path) => parents(path)).find((path) => closedTo(path, user));
  if (!closed)
    return {
      owner: user,
      run: (command, args, env) => spawn(command, args, { ...options, ...user, env }),
    };
  const { setpriv, capability } = walkThrough(closed);
  const prefix = [
    `--reuid=${user.uid}`,
    `--regid=${user.gid}`,
    "--clear-groups",
    // Its programs ask with access(2), which forgets capabilities otherwise.
    "--securebits=+no_setuid_fixup",
    `--inh-caps=${capability}`,
    `--ambient-caps=${capability}`,
    "--",
  ];
  return {
    owner: user,
    run: (command, args, env) => spawn(setpriv, [...prefix, command, ...args], { ...options, env }),
  };
}
