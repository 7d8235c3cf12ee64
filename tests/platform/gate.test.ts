import { expect, test } from "vitest";
import { Gate } from "#app/platform/db/gate.ts";

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test("what is urgent goes first, and where something urgent always waits the others still have every second turn", async () => {
  const gate = new Gate();
  const turns: string[] = [];
  const urgent = (left: number): Promise<void> =>
    gate.run(async () => {
      turns.push("urgent");
      // Stands in line again while it still has its turn, as webhooks do that come in while the disk is waited for.
      if (left > 0) setImmediate(() => void urgent(left - 1));
      await pause(2);
    }, true);
  const leave = await gate.enter();
  const others = [1, 2, 3].map((n) => gate.run(() => void turns.push(`other ${n}`)));
  void urgent(5);
  leave();
  await Promise.all(others);
  expect(turns.slice(0, 6)).toEqual(["urgent", "other 1", "urgent", "other 2", "urgent", "other 3"]);
});
