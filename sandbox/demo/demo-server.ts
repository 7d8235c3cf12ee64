import type { IncomingMessage, ServerResponse } from "node:http";
import { build } from "esbuild";
import { carryOut, readAction } from "./actions.ts";
import type { DemoEvent, DemoState } from "./demo-api.ts";
import { type Handler, openEvents, readBody, send, sendJson } from "./loopback.ts";
import type { Playground } from "./playground.ts";

/** At most this often a state is sent. Milliseconds. */
const gather = 200;
const folder = new URL("page/", import.meta.url).pathname;
const shell = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">
<meta name="color-scheme" content="light">
<title>Onethread demo</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css">
</head>
<body><div id="page"></div><script type="module" src="/page.js"></script></body>
</html>
`;

/** The page with the devices side by side, and what it asks. */
export async function demoServer(playground: Playground): Promise<Handler> {
  const files = await bundlePage();
  return async (url, request, response) => {
    const file = files.get(url.pathname);
    if (request.method === "POST" && url.pathname === "/api/act") return act(playground, request, response);
    if (request.method !== "GET") return send(response, 405, "text/plain", "Not allowed.\n");
    if (file) return send(response, 200, file.type, file.text);
    if (url.pathname === "/api/state") return sendJson(response, 200, stateOf(playground));
    if (url.pathname === "/api/events") return events(playground, response);
    send(response, 404, "text/plain", "There is nothing here.\n");
  };
}

async function bundlePage(): Promise<Map<string, { type: string; text: string }>> {
  const { outputFiles } = await build({
    entryPoints: { page: `${folder}main.tsx`, styles: `${folder}page.css` },
    outdir: folder,
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "preact",
    minify: true,
    logLevel: "silent",
  });
  const text = (name: string) => outputFiles.find((one) => one.path.endsWith(`/${name}`))?.text ?? "";
  return new Map([
    ["/", { type: "text/html", text: shell }],
    ["/page.css", { type: "text/css", text: text("styles.css") }],
    ["/page.js", { type: "text/javascript", text: text("page.js") }],
  ]);
}

/** Addresses change with the world, so that frames load again after a reset. */
function stateOf({ session, storefrontUrl, adminUrl, visit }: Playground): DemoState {
  return session.state(`${storefrontUrl}/?visit=${visit}`, `${adminUrl}/?visit=${visit}`);
}

function events(playground: Playground, response: ServerResponse): void {
  const write = openEvents(response);
  const tell = () => write({ type: "state", state: stateOf(playground) } satisfies DemoEvent);
  let timer: NodeJS.Timeout | undefined;
  const forget = playground.onChange(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      tell();
    }, gather);
  });
  response.on("close", () => {
    forget();
    clearTimeout(timer);
  });
  tell();
}

async function act(playground: Playground, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    // Other sites cannot send this type without asking first, and are not answered.
    if (!/^application\/json\b/.test(request.headers["content-type"] ?? "")) throw new Error("An action comes as JSON.");
    const action = readAction(JSON.parse(Buffer.from(await readBody(request)).toString()));
    if (action.act === "reset") await playground.reset();
    else await carryOut(playground.session, action);
    sendJson(response, 200, { ok: true });
  } catch (error) {
    sendJson(response, 422, { ok: false, error: error instanceof Error ? error.message : String(error) });
  }
}
