/**
 * What every vendor double is made of: hosts it answers for, an HTTP handler in the vendor's own wire format,
 * a history of the effects it accepted, and faults that can be switched on. The doubles run in one process
 * behind one loopback port; the preload sends the app's requests there with the real host in `x-sandbox-host`.
 */
export interface Double {
  name: string;
  hosts: (string | RegExp)[];
  handle(request: Request): Promise<Response>;
}

/** One accepted change, in the order the vendor saw them. Read-only calls are not recorded. */
export type HistoryEntry = { at: Date; double: string; operation: string; detail: Record<string, unknown> };

export class History {
  readonly entries: HistoryEntry[] = [];
  private readonly listeners = new Set<(entry: HistoryEntry) => void>();

  record(double: string, operation: string, detail: Record<string, unknown>, at = new Date()): void {
    const entry = { at, double, operation, detail };
    this.entries.push(entry);
    for (const listener of this.listeners) listener(entry);
  }

  of(double: string, operation?: string): HistoryEntry[] {
    return this.entries.filter((entry) => entry.double === double && (operation === undefined || entry.operation === operation));
  }

  onRecord(listener: (entry: HistoryEntry) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/**
 * `before`: the request has no effect and this answer comes. `lost-reply`: the effect happens, the connection dies.
 * `hang`: nothing comes until the caller gives up. `delay`: the answer comes late.
 */
export type Fault =
  | { kind: "status"; status: number; body?: unknown; headers?: Record<string, string> }
  | { kind: "throttle" }
  | { kind: "lost-reply" }
  | { kind: "reset" }
  | { kind: "hang"; ms: number }
  | { kind: "delay"; ms: number };

export class Faults {
  private readonly rules: { match: string; fault: Fault; left: number }[] = [];

  /** Makes the next `times` requests whose operation is (or starts with) `match` fail so. "*" matches all. */
  add(match: string, fault: Fault, times = 1): void {
    this.rules.push({ match, fault, left: times });
  }

  clear(): void {
    this.rules.length = 0;
  }

  /** How many requests are still to fail. */
  get left(): number {
    return this.rules.reduce((sum, rule) => sum + rule.left, 0);
  }

  take(operation: string): Fault | undefined {
    const rule = this.rules.find((one) => one.left > 0 && (one.match === "*" || operation.startsWith(one.match)));
    if (rule) rule.left -= 1;
    return rule?.fault;
  }
}

/** The doubles' clock: moved together with the app's, so that waiting can be part of a story. */
export class SandboxClock {
  offset = 0;
  now(): Date {
    return new Date(Date.now() + this.offset);
  }
}
