import { buildApp } from "#sandbox/build-app.ts";

const root = new URL("../..", import.meta.url).pathname;

/** Before all tests: the app and the operator's programs are put into one file each, which start in half the time, and what is compiled stays compiled. Test processes inherit where. */
export default async function buildOnce(): Promise<void> {
  process.env.NODE_COMPILE_CACHE = `${root}.data/compile-cache`;
  process.env.ONETHREAD_BUILT = await buildApp(root, "app/server.ts", "scripts/backup.ts", "scripts/restore.ts");
}
