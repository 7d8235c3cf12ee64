/**
 * Builds the storefront widget into the theme extension: `node scripts/build-widget.ts [folder]`. The output depends on the
 * sources and the pinned esbuild only (no hashes, no times), and is committed, since the Shopify CLI uploads what it finds.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build, type Plugin, transform } from "esbuild";
import { launcherHtml } from "#widget/launcher.ts";

const root = path.resolve(import.meta.dirname, "..");
const source = path.join(root, "widget/src");
const extension = path.join(root, "extensions/onethread");

/** Browsers that know adopted style sheets and declarative shadow roots. */
const target = ["chrome111", "edge111", "firefox115", "safari16.4"];

/** Compressed bytes (brotli 11). Above them the build fails. */
const limits = { loader: 5_000, loaderAndPanel: 25_000 };

export type Size = { name: string; raw: number; gzip: number; brotli: number };

const styles: Plugin = {
  name: "style sheet as text",
  setup(plugin) {
    plugin.onLoad({ filter: /\.css$/ }, async ({ path: file }) => {
      const { code } = await transform(await readFile(file, "utf8"), { loader: "css", minify: true, target });
      return { contents: code.trim(), loader: "text" };
    });
  },
};

/** Builds all files into `assets` (and the launcher's snippet into `snippets`) and returns their sizes. */
export async function buildWidget(assets = path.join(extension, "assets"), snippets = path.join(extension, "snippets")): Promise<Size[]> {
  const shared = { bundle: true, minify: true, write: false, target, legalComments: "none", charset: "utf8", logLevel: "warning" } as const;
  const texts = ["de", "fr", "es", "pt", "it", "nl"].map((language) => ({
    name: language,
    entry: `texts/${language}.ts`,
    format: "esm" as const,
  }));
  const parts = [
    { name: "loader", entry: "loader.ts", format: "iife" as const },
    { name: "panel", entry: "main.tsx", format: "esm" as const },
    { name: "photos", entry: "photos.ts", format: "esm" as const },
    ...texts,
  ];
  await mkdir(assets, { recursive: true });
  await mkdir(snippets, { recursive: true });
  const sizes: Size[] = [];
  for (const { name, entry, format } of parts) {
    const result = await build({
      ...shared,
      format,
      entryPoints: [path.join(source, entry)],
      absWorkingDir: root,
      jsx: "automatic",
      jsxImportSource: "preact",
      plugins: [styles],
    });
    const bytes = Buffer.from(result.outputFiles[0]?.contents ?? []);
    await writeFile(path.join(assets, `onethread-${name}.js`), bytes);
    sizes.push({ name, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes).length });
  }
  await writeFile(path.join(snippets, "onethread-launcher.liquid"), `${launcherHtml("{{ 'launcher.label' | t | escape }}")}\n`);
  return sizes;
}

/** What is too heavy, in words; empty when all is well. */
export function tooHeavy(sizes: Size[]): string[] {
  const of = (name: string) => sizes.find((size) => size.name === name)?.brotli ?? Number.POSITIVE_INFINITY;
  const problems: string[] = [];
  if (of("loader") > limits.loader) problems.push(`loader: ${of("loader")} bytes, limit ${limits.loader}`);
  const both = of("loader") + of("panel");
  if (both > limits.loaderAndPanel) problems.push(`loader and panel: ${both} bytes, limit ${limits.loaderAndPanel}`);
  return problems;
}

if (import.meta.main) {
  const sizes = await buildWidget();
  console.table(Object.fromEntries(sizes.map(({ name, ...rest }) => [name, rest])));
  const problems = tooHeavy(sizes);
  for (const problem of problems) console.error(`Too heavy: ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
}
