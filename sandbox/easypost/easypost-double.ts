import { type Double, Faults, type History, type SandboxClock } from "../double.ts";

type Rate = { id: string; carrier: string; service: string; rate: string; currency: string };
type Address = Record<string, string | undefined>;
export type EasyPostShipment = {
  id: string;
  reference: string | null;
  is_return: boolean;
  from_address: Address;
  to_address: Address;
  parcel: Record<string, number>;
  rates: Rate[];
  messages: { carrier: string; type: string; message: string }[];
  selected_rate: Rate | null;
  postage_label: { label_url: string; label_pdf_url: string | null } | null;
  tracking_code: string | null;
  tracker: { status: string; public_url: string } | null;
};

const apiKey = "EZTKsandboxeasypostkey0123456789";
const problem = (status: number, code: string, message: string) => Response.json({ error: { code, message, errors: [] } }, { status });

/** EasyPost's shipments as far as we use them. Faults know the calls as `shipment.create`, `shipment.show` and `shipment.buy`. */
export class EasyPostDouble implements Double {
  readonly name = "easypost";
  readonly hosts = ["api.easypost.com"];
  readonly apiKey = apiKey;
  readonly faults = new Faults();
  readonly shipments: EasyPostShipment[] = [];
  readonly #history: History;
  readonly #clock: SandboxClock;

  constructor(history: History, clock: SandboxClock) {
    this.#history = history;
    this.#clock = clock;
  }

  /** The carrier scans a parcel. */
  scan(reference: string, status: string): void {
    const found = this.find(reference);
    if (!found?.tracker) throw new Error(`EasyPost has no bought shipment ${reference}.`);
    found.tracker.status = status;
  }

  async handle(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    const operation = request.method === "GET" ? "shipment.show" : pathname.endsWith("/buy") ? "shipment.buy" : "shipment.create";
    const fault = this.faults.take(operation);
    if (fault?.kind === "status") return problem(fault.status, "INTERNAL_SERVER_ERROR", "An error occurred.");
    if (fault?.kind === "throttle") return problem(429, "RATE_LIMITED", "Please wait a moment.");
    if (fault?.kind === "reset") return lostReply();
    const answer = await this.answer(request, pathname);
    return fault?.kind === "lost-reply" ? lostReply() : answer;
  }

  private async answer(request: Request, pathname: string): Promise<Response> {
    const given = /^Basic (.+)$/.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
    if (Buffer.from(given, "base64").toString() !== `${apiKey}:`) return problem(401, "APIKEY.INACTIVE", "This api key is not active.");
    if (pathname === "/v2/shipments" && request.method === "POST") return this.create(request);
    const [, id, buys] = /^\/v2\/shipments\/([^/]+)(\/buy)?$/.exec(pathname) ?? [];
    const shipment = id && this.find(decodeURIComponent(id));
    if (!shipment) return problem(404, "NOT_FOUND", "The requested resource could not be found.");
    return buys ? this.buy(shipment, request) : Response.json(shipment);
  }

  private async create(request: Request): Promise<Response> {
    const { shipment } = (await request.json()) as { shipment?: Partial<EasyPostShipment> & { options?: { label_format?: string } } };
    const [to, from] = [shipment?.to_address, shipment?.from_address];
    for (const address of [to, from])
      if (!address?.street1 || !address.city || !address.country)
        return problem(422, "SHIPMENT.INVALID_PARAMS", "Unable to create shipment, one or more parameters were invalid.");
    if (!shipment?.parcel?.weight) return problem(422, "PARCEL.WEIGHT.REQUIRED", "Weight is required.");
    const number = this.shipments.length + 1;
    const rates = [
      { id: `rate_${number}a`, carrier: "DHLParcel", service: "Return", rate: "4.90", currency: "EUR" },
      { id: `rate_${number}b`, carrier: "UPS", service: "Standard", rate: "7.35", currency: "EUR" },
    ];
    const made: EasyPostShipment = {
      id: `shp_${String(number).padStart(8, "0")}`,
      reference: shipment.reference ?? null,
      is_return: shipment.is_return === true,
      // Of a return the two change places.
      from_address: (shipment.is_return ? to : from) ?? {},
      to_address: (shipment.is_return ? from : to) ?? {},
      parcel: shipment.parcel,
      // No carrier goes everywhere.
      rates: [to?.country, from?.country].includes("NL") ? [] : rates,
      messages: [],
      selected_rate: null,
      postage_label: null,
      tracking_code: null,
      tracker: null,
    };
    this.shipments.push(made);
    return Response.json(made, { status: 201 });
  }

  private async buy(shipment: EasyPostShipment, request: Request): Promise<Response> {
    if (shipment.postage_label) return problem(422, "SHIPMENT.POSTAGE.EXISTS", "Postage already exists for this shipment.");
    const { rate } = (await request.json()) as { rate?: { id?: string } };
    const selected = shipment.rates.find((one) => one.id === rate?.id);
    if (!selected) return problem(422, "SHIPMENT.RATE.INVALID", "Rate not found.");
    const code = `0034043416${shipment.id.slice(-8)}`;
    const file = `https://easypost-files.s3.us-west-2.amazonaws.com/files/postage_label/${shipment.id}`;
    shipment.selected_rate = selected;
    shipment.postage_label = { label_url: `${file}.png`, label_pdf_url: `${file}.pdf` };
    shipment.tracking_code = code;
    shipment.tracker = { status: "pre_transit", public_url: `https://track.easypost.com/${code}` };
    this.#history.record(
      this.name,
      "shipment.buy",
      { id: shipment.id, reference: shipment.reference, rate: selected.rate },
      this.#clock.now(),
    );
    return Response.json(shipment);
  }

  private find(idOrReference: string): EasyPostShipment | undefined {
    return this.shipments.find((one) => one.id === idOrReference || one.reference === idOrReference);
  }
}

/** The sandbox's HTTP server destroys the socket when it sees this header. */
function lostReply(): Response {
  return new Response(null, { status: 502, headers: { "x-sandbox-lost-reply": "1" } });
}
