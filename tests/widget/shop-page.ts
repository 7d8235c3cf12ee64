import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { closeBrowser, launchBrowser } from "#tests/setup/browser.ts";
import { buildWidget } from "../../scripts/build-widget.ts";
import { type FakeServer, type PageOptions, startFakeServer } from "./fake-server.ts";

/** Fresh builds for a test file, and shop pages that show them. Everything is gone after `close`. */
export async function createShopPages() {
  const folder = await mkdtemp(path.join(tmpdir(), "onethread-widget-"));
  await buildWidget(path.join(folder, "assets"), path.join(folder, "snippets"));
  const browser = await launchBrowser();
  const open: { contexts: BrowserContext[]; servers: FakeServer[] } = { contexts: [], servers: [] };

  return {
    folder,
    /** A visitor on a page of a shop: own server, own browser profile. Dialogs and page errors are collected in `alarms`. */
    async visit(options: { page?: PageOptions; context?: BrowserContextOptions; answer?: Parameters<typeof startFakeServer>[1] } = {}) {
      const server = await startFakeServer(path.join(folder, "assets"), options.answer);
      server.state.page = options.page ?? {};
      const context = await browser.newContext(options.context);
      open.servers.push(server);
      open.contexts.push(context);
      const alarms: string[] = [];
      const watch = (page: Page) => {
        page.on("dialog", (dialog) => {
          alarms.push(`dialog: ${dialog.message()}`);
          void dialog.dismiss();
        });
        page.on("pageerror", (error) => alarms.push(`error: ${error.message}`));
        page.setDefaultTimeout(20_000);
      };
      const page = await context.newPage();
      watch(page);
      return { server, context, page, alarms, watch };
    },
    async closeVisits(): Promise<void> {
      await Promise.all(open.contexts.splice(0).map((context) => context.close()));
      await Promise.all(open.servers.splice(0).map((server) => server.close()));
    },
    async close(): Promise<void> {
      await this.closeVisits();
      await closeBrowser();
      await rm(folder, { recursive: true });
    },
  };
}

/** Opens the chat as a shopper does, and gives back the field to write in. */
export async function openChat(page: Page) {
  await page.locator("[data-chat-launcher]").click();
  const field = page.locator("[data-chat-input]");
  await field.waitFor();
  return field;
}
