import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

/**
 * The server runs from source: Node loads `#app/….ts` itself. The server bundle must therefore leave those imports
 * alone, or there would be two copies of every module, and with them two databases. Only `.tsx` is bundled.
 */
function leaveSourceToNode(): Plugin {
  return {
    name: "leave-source-to-node",
    enforce: "pre",
    resolveId(id, _importer, { ssr }) {
      return ssr && /^#(app|widget)\/.*\.ts$/.test(id) ? { id, external: true } : null;
    },
  };
}

export default defineConfig({
  plugins: [
    leaveSourceToNode(),
    remix({
      appDirectory: "app",
      buildDirectory: "build",
      serverModuleFormat: "esm",
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
  ],
  build: { assetsInlineLimit: 0 },
  ssr: { noExternal: ["@shopify/app-bridge-react"] },
});
