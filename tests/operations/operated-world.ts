import { execFile } from "node:child_process";
import { basename, dirname, join } from "node:path";
import { AppProcess } from "#sandbox/app-process.ts";
import { World, type WorldOptions } from "#sandbox/world.ts";

const root = new URL("../../", import.meta.url).pathname;
/** Where the programs lie, each in one file; `build-once.ts` has put them there. */
const built = dirname(process.env.ONETHREAD_BUILT ?? "");

/** A world whose app has the operator's variables as well. */
export async function startOperatedWorld(environment: Record<string, string> = {}, options: WorldOptions = {}): Promise<World> {
  const world = await World.start({
    ...options,
    startApp: (app) => AppProcess.start({ ...app, environment: { ...app.environment, ...environment } }),
  });
  await world.install();
  return world;
}

/** Someone with WhatsApp who writes once and waits for the answer. */
export async function sayHello(world: World, userId: string, about: { name: string; phone: string }, text: string): Promise<void> {
  const phone = world.meta.phone("whatsapp", userId, about);
  const answered = new Promise<void>((resolve) => phone.onMessage((bubble) => bubble.from === "business" && resolve()));
  await phone.sendText(text);
  await answered;
  await world.meta.settled();
}

export type Ended = { code: number; said: string; complained: string };

type RunOptions = { world?: World; args?: string[]; environment?: Record<string, string>; mostBlocks?: number };

/** Runs one of the operator's programs with the environment of the app. `mostBlocks`: no file grows longer, in blocks of 512 bytes. */
export function run(program: "app/server" | "scripts/backup" | "scripts/restore", options: RunOptions = {}): Promise<Ended> {
  const { world, args = [], environment = {}, mostBlocks } = options;
  const app = world?.appOptions;
  const env = {
    NODE_ENV: "production" as const,
    PATH: process.env.PATH,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
    ...app?.environment,
    ...(app ? { PORT: String(app.port), DATABASE_PATH: app.databasePath, SHOPIFY_APP_URL: world.appUrl } : {}),
    ...environment,
  };
  const limit = mostBlocks === undefined ? "" : `ulimit -f ${mostBlocks};`;
  const command = ["-c", `${limit} exec "$0" "$@"`, process.execPath, join(built, `${basename(program)}.js`), ...args];
  return new Promise((resolve) => {
    execFile("sh", command, { cwd: root, env }, (error, said, complained) => {
      resolve({ code: error ? Number(error.code) : 0, said, complained: complained.trim() });
    });
  });
}

export type LogLine = Record<string, unknown> & { msg: string };

/** The log as it stands, line by line. */
export function logOf(world: World): LogLine[] {
  return world.app.output.filter((line) => line.startsWith("{")).map((line) => JSON.parse(line) as LogLine);
}

/** Waits until something is so; fails with `what` after ten seconds. */
export async function until<T>(what: string, look: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
  const end = Date.now() + 10_000;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > end) throw new Error(`Waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
