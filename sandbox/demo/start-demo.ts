import type { World, WorldOptions } from "../world.ts";
import { adminShell } from "./admin-shell.ts";
import { demoServer } from "./demo-server.ts";
import { Loopback } from "./loopback.ts";
import { Playground } from "./playground.ts";
import { storefront } from "./storefront.ts";

export type DemoOptions = Pick<WorldOptions, "gemini" | "verbose" | "store"> & {
  /** The page's port or the next free one; any when left out. */ port?: number;
};
export type Demo = { url: string; storefrontUrl: string; adminUrl: string; readonly world: World; stop(): Promise<void> };

/** Starts the world and the servers of the demo page, the storefront and the admin, each an origin of its own. */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const { port, ...worldOptions } = options;
  const playground = await Playground.start(worldOptions);
  const servers: Loopback[] = [];
  const stop = async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await playground.stop();
  };
  try {
    const listen = async (...wanted: Parameters<typeof Loopback.listen>) => {
      const server = await Loopback.listen(...wanted);
      servers.push(server);
      return server.url;
    };
    playground.storefrontUrl = await listen(storefront(playground));
    playground.adminUrl = await listen(await adminShell(playground));
    const url = await listen(await demoServer(playground), port);
    const { storefrontUrl, adminUrl } = playground;
    return {
      url,
      storefrontUrl,
      adminUrl,
      get world() {
        return playground.session.world;
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
