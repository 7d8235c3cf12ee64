import { z } from "zod";

/** The one host that these calls go to. */
const base = "https://api.easypost.com/v2";
const timeoutMs = 30_000;
const centimetresPerInch = 2.54;
const gramsPerOunce = 28.349523125;

export type PostalPlace = { name: string; street1: string; street2?: string; city: string; zip: string; state: string; country: string };
export type ReturnShipment = {
  reference: string;
  /** Who sends it back. */
  shopper: PostalPlace;
  shop: PostalPlace;
  /** Centimetres and grams. */
  parcel: { length: number; width: number; height: number; weight: number };
};
export type Shipment = {
  id: string;
  rates: { id: string; amount: number; currency: string }[];
  /** Present once postage was bought. */
  label?: { url: string; trackingNumber?: string; trackingUrl?: string };
  /** What the carrier has scanned: "unknown" and "pre_transit" while nothing was handed in. */
  tracked: string;
};

/** An answer that is no success. `again`: the same call may succeed later. `code`: EasyPost's own. */
export class EasyPostError extends Error {
  readonly code: string;
  readonly again: boolean;
  constructor(code: string, again: boolean) {
    super(`EasyPost: ${code}`);
    this.name = "EasyPostError";
    this.code = code;
    this.again = again;
  }
}

const shape = z.object({
  id: z.string(),
  rates: z.array(z.object({ id: z.string(), rate: z.string(), currency: z.string() })).default([]),
  postage_label: z.object({ label_url: z.string(), label_pdf_url: z.string().nullish() }).nullish(),
  tracking_code: z.string().nullish(),
  tracker: z.object({ status: z.string().nullish(), public_url: z.string().nullish() }).nullish(),
});

/** Plans a way back and asks what it costs; nothing is paid. https://docs.easypost.com/docs/shipments/returns */
export function createReturnShipment(apiKey: string, { reference, shopper, shop, parcel }: ReturnShipment): Promise<Shipment> {
  const inches = (centimetres: number) => Math.round((centimetres / centimetresPerInch) * 10) / 10;
  const shipment = {
    reference,
    is_return: true,
    // As of the parcel that went out: EasyPost swaps the two for a return.
    to_address: shopper,
    from_address: shop,
    parcel: {
      length: inches(parcel.length),
      width: inches(parcel.width),
      height: inches(parcel.height),
      weight: Math.round((parcel.weight / gramsPerOunce) * 10) / 10,
    },
    options: { label_format: "PDF" },
  };
  return ask(apiKey, "POST", "/shipments", { shipment });
}

/** By its id, or by the reference that it was made with; null where there is none. */
export async function findShipment(apiKey: string, idOrReference: string): Promise<Shipment | null> {
  try {
    return await ask(apiKey, "GET", `/shipments/${encodeURIComponent(idOrReference)}`);
  } catch (error) {
    if (error instanceof EasyPostError && error.code === "http-404") return null;
    throw error;
  }
}

/** Pays for one of its rates. A second purchase is refused by EasyPost; look first all the same. */
export function buyShipment(apiKey: string, shipmentId: string, rateId: string): Promise<Shipment> {
  return ask(apiKey, "POST", `/shipments/${encodeURIComponent(shipmentId)}/buy`, { rate: { id: rateId } });
}

async function ask(apiKey: string, method: string, path: string, body?: object): Promise<Shipment> {
  let response: Response;
  try {
    response = await fetch(`${base}${path}`, {
      method,
      headers: {
        authorization: `Basic ${Buffer.from(`${apiKey}:`).toString("base64")}`,
        accept: "application/json",
        ...(body && { "content-type": "application/json" }),
      },
      ...(body && { body: JSON.stringify(body) }),
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (error) {
    throw new EasyPostError(error instanceof Error && error.name === "TimeoutError" ? "timeout" : "network", true);
  }
  const answer: unknown = await response.json().catch(() => null);
  if (response.status < 200 || response.status > 299) {
    const again = response.status === 429 || response.status >= 500;
    const code = (answer as { error?: { code?: unknown } } | null)?.error?.code;
    throw new EasyPostError(response.status === 422 && typeof code === "string" ? code.slice(0, 80) : `http-${response.status}`, again);
  }
  const read = shape.safeParse(answer);
  if (!read.success) throw new EasyPostError("unreadable", true);
  const { id, rates, postage_label: label, tracking_code, tracker } = read.data;
  return {
    id,
    rates: rates.map((one) => ({ id: one.id, amount: Number(one.rate), currency: one.currency })),
    tracked: tracker?.status ?? "unknown",
    ...(label && {
      label: {
        url: label.label_pdf_url || label.label_url,
        trackingNumber: tracking_code ?? undefined,
        trackingUrl: tracker?.public_url ?? undefined,
      },
    }),
  };
}
