import { Session } from "@shopify/shopify-api";
import type { SessionStorage } from "@shopify/shopify-app-session-storage";

export type Cipher = { encrypt: (text: string) => string; decrypt: (text: string) => string };

/**
 * Keeps Shopify's sessions in another storage with both tokens encrypted: Shopify's own Prisma storage writes them in clear.
 * Tokens that cannot be opened (a lost key) throw; nothing of them is passed on.
 */
export class EncryptedSessionStorage implements SessionStorage {
  readonly #inner: () => SessionStorage;
  readonly #cipher: Cipher;

  /** `inner` is asked for at every use: it belongs to the database that is open then. */
  constructor(inner: () => SessionStorage, cipher: Cipher) {
    this.#inner = inner;
    this.#cipher = cipher;
  }

  storeSession(session: Session): Promise<boolean> {
    return this.#inner().storeSession(this.#withTokens(session, this.#cipher.encrypt));
  }

  async loadSession(id: string): Promise<Session | undefined> {
    const session = await this.#inner().loadSession(id);
    return session && this.#withTokens(session, this.#cipher.decrypt);
  }

  deleteSession(id: string): Promise<boolean> {
    return this.#inner().deleteSession(id);
  }

  deleteSessions(ids: string[]): Promise<boolean> {
    return this.#inner().deleteSessions(ids);
  }

  async findSessionsByShop(shop: string): Promise<Session[]> {
    const sessions = await this.#inner().findSessionsByShop(shop);
    return sessions.map((session) => this.#withTokens(session, this.#cipher.decrypt));
  }

  #withTokens(session: Session, change: (text: string) => string): Session {
    return new Session({
      ...session.toObject(),
      accessToken: session.accessToken && change(session.accessToken),
      refreshToken: session.refreshToken && change(session.refreshToken),
    });
  }
}
