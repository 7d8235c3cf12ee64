import { signal } from "@preact/signals";
import type { BootResponse } from "../protocol.ts";
import { type Api, RequestError, type Session } from "../transport/api.ts";
import type { Keeper } from "./storage.ts";

export type SessionModel = ReturnType<typeof createSession>;

/**
 * The bearer token: fetched through the app proxy, shared with other tabs through storage, renewed when the server
 * refuses it. `onBoot` hears every fresh boot, wherever it was caused.
 */
export function createSession(
  api: Pick<Api, "boot">,
  keeper: Keeper,
  page: { locale: string; path: () => string; continueCode?: string; onCodeUsed?: () => void },
  onBoot: (boot: BootResponse) => void,
) {
  const boot = signal<BootResponse | null>(null);
  let session: Session | null = null;
  // Single-use: told with the first boot that succeeds.
  let { continueCode } = page;
  let running: Promise<Session> | null = null;

  async function start(): Promise<Session> {
    const token = keeper.read().token;
    const answer = await api.boot({ token, locale: page.locale, page: page.path(), continueCode });
    if (continueCode) page.onCodeUsed?.();
    continueCode = undefined;
    session = { token: answer.token, api: answer.api.replace(/\/$/, "") };
    keeper.write({ token: answer.token, color: answer.shop.brandColor });
    boot.value = answer;
    onBoot(answer);
    return session;
  }

  /** Boots; calls at the same time share one request. */
  function renew(): Promise<Session> {
    running ??= start().finally(() => {
      running = null;
    });
    return running;
  }

  return {
    boot,
    renew,
    /** Runs a call with a token that works: on a 401 with the token of another tab if there is a newer one, then after a new boot. */
    async authorized<T>(call: (session: Session) => Promise<T>): Promise<T> {
      let used = session ?? (await renew());
      for (let attempt = 0; ; attempt += 1) {
        try {
          return await call(used);
        } catch (error) {
          if (!(error instanceof RequestError) || error.status !== 401 || attempt === 2) throw error;
          const kept = keeper.read().token;
          // Another call may have renewed it meanwhile.
          if (session && session.token !== used.token) used = session;
          else if (attempt === 0 && kept && kept !== used.token) session = used = { ...used, token: kept };
          else used = await renew();
        }
      }
    },
    started: () => session !== null,
    forget() {
      session = null;
      boot.value = null;
    },
  };
}
