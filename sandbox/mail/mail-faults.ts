/**
 * What can go wrong with mail. `drop-after-data`: taken and delivered, but the line dies before the 250.
 * `duplicate`: the next mail arrives twice. `slow`: the answer to the message takes `ms`.
 */
export type MailFault = "drop-after-data" | "refuse-451" | "refuse-550" | "slow" | "duplicate";

export class MailFaults {
  private readonly rules: { fault: MailFault; left: number; ms: number }[] = [];

  add(fault: MailFault, { times = 1, ms = 1_000 }: { times?: number; ms?: number } = {}): void {
    this.rules.push({ fault, left: times, ms });
  }

  clear(): void {
    this.rules.length = 0;
  }

  /** Uses one of the planned faults up, if there is one of this kind. */
  take(fault: MailFault): { ms: number } | null {
    const rule = this.rules.find((one) => one.fault === fault && one.left > 0);
    if (!rule) return null;
    rule.left -= 1;
    return { ms: rule.ms };
  }
}
