import { afterEach, expect, test } from "vitest";
import { readInstagramMedia, readWhatsAppMedia } from "#app/integrations/meta/media.server.ts";

const realFetch = globalThis.fetch;
let asked: { url: string; token: string | null }[] = [];
afterEach(() => {
  globalThis.fetch = realFetch;
});

/** Every request is answered by this; what was asked is noted. */
function answering(answer: (url: string) => Response): void {
  asked = [];
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    asked.push({ url: request.url, token: request.headers.get("authorization") });
    return answer(request.url);
  };
}

const ours = "https://lookaside.fbsbx.com/ig_messaging_cdn/?asset_id=1";
const redirect = (location: string) => new Response(null, { status: 302, headers: { location } });

test.each([
  "http://lookaside.fbsbx.com/x",
  "https://lookaside.fbsbx.com:8443/x",
  "https://user:word@lookaside.fbsbx.com/x",
  "https://lookaside.fbsbx.com.evil.example/x",
  "https://evil.example/?lookaside.fbsbx.com",
  "https://evil-fbcdn.net/x",
  "https://127.0.0.1/x",
  "https://2130706433/x",
  "https://[::ffff:10.0.0.1]/x",
  "https://169.254.169.254/latest/meta-data/",
  "https://localhost/x",
  "file:///etc/passwd",
  "data:image/jpeg;base64,AAAA",
  "",
])("an address that is not of Meta's files is never asked: %s", async (address) => {
  answering(() => new Response("secret"));
  expect(await readInstagramMedia(address, 1_000)).toEqual({ ok: false, problem: "refused" });
  answering((url) => (url.includes("graph") ? Response.json({ url: address }) : new Response("secret")));
  expect(await readWhatsAppMedia("1", "token", 1_000)).toEqual({ ok: false, problem: "refused" });
  expect(asked.map((one) => new URL(one.url).host)).toEqual(["graph.facebook.com"]);
});

test.each(["http://169.254.169.254/", "https://10.0.0.5/", "https://evil.example/", "//localhost/x", "http://lookaside.fbsbx.com/x"])(
  "a redirect is not followed there: %s",
  async (location) => {
    answering(() => redirect(location));
    expect(await readInstagramMedia(ours, 1_000)).toEqual({ ok: false, problem: "refused" });
    expect(asked).toHaveLength(1);
  },
);

test("redirects among Meta's own hosts are followed twice, without the token", async () => {
  answering((url) => {
    if (url.includes("graph")) return Response.json({ url: "https://lookaside.fbsbx.com/a" });
    return url.endsWith("/a") ? redirect("/b") : new Response("picture");
  });
  expect(await readWhatsAppMedia("1", "token", 1_000)).toMatchObject({ ok: true });
  expect(asked.map((one) => one.token)).toEqual(["Bearer token", "Bearer token", null]);
  answering(() => redirect(ours));
  expect(await readInstagramMedia(ours, 1_000)).toEqual({ ok: false, problem: "refused" });
  expect(asked).toHaveLength(3);
});

test("a file without end is left after the limit; a length that is too much is not read at all", async () => {
  let sent = 0;
  const endless = () =>
    new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(1_000));
      },
    });
  answering(() => new Response(endless()));
  expect(await readInstagramMedia(ours, 10_000)).toEqual({ ok: false, problem: "size" });
  expect(sent).toBeLessThan(30);
  answering(() => new Response("x", { headers: { "content-length": "99999999" } }));
  expect(await readInstagramMedia(ours, 10_000)).toMatchObject({ ok: false, problem: "size" });
});

test("WhatsApp: too large by its own word is not fetched; cut off it is fetched again; a token that ended may be mended", async () => {
  answering(() => Response.json({ url: ours, file_size: 50_000_000 }));
  expect(await readWhatsAppMedia("1", "token", 10_000_000)).toEqual({ ok: false, problem: "size" });
  expect(asked).toHaveLength(1);
  answering((url) => (url.includes("graph") ? Response.json({ url: ours, sha256: "00ff" }) : new Response("half")));
  expect(await readWhatsAppMedia("1", "token", 1_000)).toMatchObject({ ok: false, problem: "unavailable" });
  answering(() => Response.json({ error: { code: 190, message: "expired" } }, { status: 401 }));
  expect(await readWhatsAppMedia("1", "token", 1_000)).toMatchObject({ ok: false, problem: "unavailable" });
  answering(() => Response.json({ error: { code: 100, message: "no such object" } }, { status: 400 }));
  expect(await readWhatsAppMedia("1", "token", 1_000)).toEqual({ ok: false, problem: "gone" });
});

test("an address of Instagram's that has ended is gone for good", async () => {
  answering(() => new Response("URL signature expired", { status: 403 }));
  expect(await readInstagramMedia(ours, 1_000)).toEqual({ ok: false, problem: "gone" });
});
