import { graphHosts, graphVersion } from "#app/integrations/meta/client.server.ts";
import type { VendorSuite } from "../verify.ts";

async function read(host: string, path: string, token: string): Promise<Record<string, unknown>> {
  const response = await fetch(`https://${host}/${graphVersion}/${path}`, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(10_000),
  });
  const body = (await response.json()) as Record<string, unknown>;
  if (!response.ok) throw new Error(`Graph answered ${response.status}`);
  return body;
}

/** The test number of a WhatsApp app and an Instagram professional account with the app's tokens. */
export const verifyMeta: VendorSuite = {
  variables: ["VERIFY_INSTAGRAM_TOKEN", "VERIFY_WHATSAPP_TOKEN", "VERIFY_WHATSAPP_PHONE_NUMBER_ID"],
  checks: (value) => [
    {
      name: "instagram account",
      run: async () => {
        const account = await read(graphHosts.instagram, "me?fields=user_id,username", value("VERIFY_INSTAGRAM_TOKEN"));
        return account.user_id ? "reachable" : Promise.reject(new Error("no account id"));
      },
    },
    {
      name: "whatsapp number",
      run: async () => {
        const number = await read(
          graphHosts.whatsapp,
          `${value("VERIFY_WHATSAPP_PHONE_NUMBER_ID")}?fields=id,quality_rating`,
          value("VERIFY_WHATSAPP_TOKEN"),
        );
        return `quality ${String(number.quality_rating)}`;
      },
    },
  ],
};
