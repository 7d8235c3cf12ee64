import type { BootRequest, BootResponse, ContinueResponse, DraftRequest, SendRequest, StreamEvent } from "../protocol.ts";

/** A request that did not succeed. Status 0: no answer came at all. */
export class RequestError extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`request failed (${status})`);
    this.status = status;
  }
}

export type Session = { token: string; api: string };
export type Page = { events: StreamEvent[]; cursor: number };

/** The widget's calls, one method each. None retries: that is for the models. */
export type Api = {
  boot(request: BootRequest): Promise<BootResponse>;
  send(session: Session, request: SendRequest): Promise<void>;
  /** Goes out even while the page is being left. */
  saveDraft(session: Session, draft: DraftRequest): Promise<void>;
  continueElsewhere(session: Session): Promise<ContinueResponse>;
  end(session: Session): Promise<void>;
  poll(session: Session, after: number, signal?: AbortSignal): Promise<Page>;
  stream(session: Session, after: number, signal?: AbortSignal): Promise<ReadableStream<Uint8Array>>;
};

/** No answer within this time counts as none. Milliseconds. */
const patience = 15_000;

export function createApi(proxy: string, fetcher: typeof fetch): Api {
  async function request(url: string, session: Session | null, init: RequestInit, limit = patience): Promise<Response> {
    const timeout = new AbortController();
    const giveUp = () => timeout.abort();
    const timer = setTimeout(giveUp, limit);
    init.signal?.addEventListener("abort", giveUp);
    let response: Response;
    try {
      response = await fetcher(url, {
        ...init,
        credentials: session ? "omit" : "same-origin",
        cache: "no-store",
        headers: {
          ...(init.body ? { "content-type": "application/json" } : {}),
          ...(session ? { authorization: `Bearer ${session.token}` } : {}),
        },
        signal: timeout.signal,
      });
    } catch {
      throw new RequestError(0);
    } finally {
      clearTimeout(timer);
    }
    if (!response.ok) throw new RequestError(response.status);
    return response;
  }

  async function json<T>(response: Promise<Response>): Promise<T> {
    try {
      return (await (await response).json()) as T;
    } catch (error) {
      // A theme's own error page in place of JSON.
      throw error instanceof RequestError ? error : new RequestError(0);
    }
  }

  const post = (url: string, session: Session | null, body: unknown, keepalive = false) =>
    request(url, session, { method: "POST", body: JSON.stringify(body), keepalive });

  return {
    boot: (body) => json(post(`${proxy}/boot`, null, body)),
    send: async (session, body) => void (await post(`${session.api}/messages`, session, body)),
    saveDraft: async (session, body) => void (await post(`${session.api}/draft`, session, body, true)),
    continueElsewhere: (session) => json(post(`${session.api}/continue`, session, {})),
    end: async (session) => void (await post(`${session.api}/end`, session, {})),
    poll: (session, after, signal) => json(request(`${session.api}/messages?after=${after}`, session, { signal })),
    async stream(session, after, signal) {
      const response = await request(`${session.api}/stream?after=${after}`, session, { signal });
      if (!response.body) throw new RequestError(0);
      return response.body;
    },
  };
}
