import { buildApp } from "#sandbox/build-app.ts";

const root = new URL("../..", import.meta.url).pathname;

/** Before all tests: the app is put into one file, which starts in half the time, and what is compiled stays compiled. Test processes inherit where. */
export default async function buildOnce(): Promise<void> {
  process.env.NODE_COMPILE_CACHE = `${root}.data/compile-cache`;
  process.env.ONETHREAD_BUILT = await buildApp(root, "app/server.ts");
}
