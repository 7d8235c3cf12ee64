import { buildApp } from "#sandbox/build-app.ts";

const root = new URL("../..", import.meta.url).pathname;

/** Before all tests: the app is put into one file, which starts in half the time. Test processes inherit where it is. */
export default async function buildOnce(): Promise<void> {
  process.env.ONETHREAD_BUILT = await buildApp(root, "sandbox/built-server.ts");
}
