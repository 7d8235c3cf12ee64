import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const installed = "/usr/bin/chromium";

/** Our own switches for either binary: the bundled one's list holds --single-process, which breaks several contexts. */
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

let running: Promise<Browser> | undefined;

async function binary(): Promise<string> {
  if (existsSync(installed)) return installed;
  // The package unpacks its shared libraries only where it believes to be on Lambda; it looks when it is loaded.
  process.env.AWS_EXECUTION_ENV ??= "AWS_Lambda_nodejs24.x";
  const { default: bundled } = await import("@sparticuz/chromium");
  return bundled.executablePath();
}

/** The browser of this test process: the installed Chromium, else the one from the package. Later calls get the same one. */
export function launchBrowser(): Promise<Browser> {
  running ??= binary().then((executablePath) => chromium.launch({ executablePath, args: quiet, headless: true }));
  return running;
}

/** Ends the browser, if one was started. Call it in `afterAll`. */
export async function closeBrowser(): Promise<void> {
  const browser = await running?.catch(() => undefined);
  running = undefined;
  await browser?.close();
}
