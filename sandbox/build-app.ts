import { createHash } from "node:crypto";
import { globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";

/**
 * Puts a program with the app in it (a path below `root`) into one file, with `preload.js` and other programs beside it, and returns where that
 * lies. Many processes are started here, some right after one that was killed, and loading a thousand modules one by one would take most of the
 * time. The code is the same; only where it lies on the disk differs.
 */
export async function buildApp(root: string, program: string, ...others: string[]): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [program, "sandbox/preload.ts", ...others].map((path) => join(root, path)),
    absWorkingDir: root,
    outdir: root,
    entryNames: "[name]",
    write: false,
    bundle: true,
    minifyWhitespace: true,
    minifySyntax: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node24",
    mainFields: ["module", "main"],
    // Native, and generated code that CommonJS looks for by path.
    external: ["better-sqlite3", "@prisma/client"],
    plugins: [ownPlaces(root)],
    banner: { js: commonJsNames },
    logLevel: "error",
  });
  // Named by its content: a run that goes on keeps its program, and what is compiled once stays compiled.
  const digest = createHash("sha256");
  for (const { hash } of outputFiles) digest.update(hash);
  const builds = join(root, ".data", "built");
  const folder = join(builds, `app-${digest.digest("hex").slice(0, 12)}`);
  removeOld(builds);
  mkdirSync(folder, { recursive: true });
  for (const { path, contents } of outputFiles) writeFileSync(join(folder, basename(path)), contents);
  return join(folder, basename(program).replace(/ts$/, "js"));
}

function removeOld(builds: string): void {
  for (const name of globSync("app-*", { cwd: builds })) {
    const folder = join(builds, name);
    if (Date.now() - statSync(folder).mtimeMs > keptMilliseconds) rmSync(folder, { recursive: true, force: true });
  }
}

const keptMilliseconds = 3 * 3_600_000;

/** Bundled CommonJS packages expect these; under names that nothing bundled has. */
const commonJsNames = `import { createRequire as bannerRequire } from "node:module";
import { fileURLToPath as bannerPath } from "node:url";
const require = bannerRequire(import.meta.url);
const __filename = bannerPath(import.meta.url);
const __dirname = bannerPath(new URL(".", import.meta.url));`;

/** Files find migrations and the built admin by where they lie: each keeps its own address. The admin is bundled with the rest. */
function ownPlaces(root: string): Plugin {
  return {
    name: "own-places",
    setup(bundler) {
      bundler.onLoad({ filter: /\/app\/.*\.tsx?$/ }, ({ path }) => {
        const address = JSON.stringify(pathToFileURL(path).href);
        const contents = readFileSync(path, "utf8")
          .replaceAll("import(built.href)", `import(${JSON.stringify(join(root, "build/server/index.js"))})`)
          .replaceAll("import.meta.url", address);
        return { contents, loader: path.endsWith("x") ? "tsx" : "ts", resolveDir: dirname(path) };
      });
    },
  };
}
