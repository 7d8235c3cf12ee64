import { describe, expect, test } from "vitest";
import type { ChannelName } from "#app/channels/message.ts";
import { planBegun, planDelivery, type WayOut } from "#app/pipeline/delivery/plan.ts";

const now = new Date("2026-11-26T12:00:00Z");
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const windows: Record<ChannelName, { freeTextWindowHours: number | null }> = {
  widget: { freeTextWindowHours: null },
  email: { freeTextWindowHours: null },
  whatsapp: { freeTextWindowHours: 24 },
  instagram: { freeTextWindowHours: 24 },
};
const way = (channel: ChannelName, hours: number | null, changes: Partial<WayOut> = {}): WayOut => ({
  identityId: channel,
  channel,
  lastInboundAt: hours === null ? null : hoursAgo(hours),
  paused: false,
  account: channel,
  ...changes,
});
const short = (plan: ReturnType<typeof planBegun>) => (plan.kind === "send" ? `${plan.channel} ${plan.as}` : plan.because);

describe("what we begin, on the channel of the last message", () => {
  const chats = ["whatsapp", "instagram"] as const;
  const yesNo = [true, false];
  const table = chats.flatMap((channel) =>
    [23.9, 24.1].flatMap((hours) =>
      yesNo.flatMap((template) => yesNo.flatMap((mail) => yesNo.map((onlyInWindow) => ({ channel, hours, template, mail, onlyInWindow })))),
    ),
  );
  test.each(table)("$channel, heard $hours h ago, template $template, mail $mail, only in the window $onlyInWindow", (row) => {
    const { channel, hours, template, mail, onlyInWindow } = row;
    const plan = planBegun(way(channel, hours), mail ? [way("email", 500)] : [], { template, onlyInWindow }, windows, now);
    const outside = onlyInWindow
      ? "window-closed"
      : template && channel === "whatsapp"
        ? "whatsapp template"
        : mail
          ? "email text"
          : "window-closed";
    expect(short(plan)).toBe(hours < 24 ? `${channel} text` : outside);
  });
});

test.each(["widget", "email"] as const)("%s has no window", (channel) => {
  expect(
    short(planBegun(way(channel, 5000), [way("email", 1), way("whatsapp", 1)], { template: true, onlyInWindow: true }, windows, now)),
  ).toBe(`${channel} text`);
});

test("another channel is taken only where its window is open, a template before it, and never a browser", () => {
  const rules = { template: false, onlyInWindow: false };
  expect(short(planBegun(way("whatsapp", 30), [way("widget", 1), way("instagram", 2)], rules, windows, now))).toBe("instagram text");
  expect(short(planBegun(way("whatsapp", 30), [way("widget", 1), way("instagram", 40)], rules, windows, now))).toBe("window-closed");
  expect(short(planBegun(way("instagram", 30), [way("whatsapp", 40)], { ...rules, template: true }, windows, now))).toBe(
    "whatsapp template",
  );
  expect(short(planBegun(way("instagram", 30), [way("whatsapp", 40), way("email", 900)], { ...rules, template: true }, windows, now))).toBe(
    "email text",
  );
});

test("who wants no such messages gets none, and no other address of theirs is taken instead", () => {
  const rules = { template: true, onlyInWindow: false };
  expect(short(planBegun(way("whatsapp", 1, { optedOut: true }), [way("email", 1)], rules, windows, now))).toBe("opted-out");
  expect(short(planBegun(way("whatsapp", 30), [way("email", 1, { optedOut: true })], { ...rules, template: false }, windows, now))).toBe(
    "window-closed",
  );
  expect(short(planBegun(way("whatsapp", 30), [way("email", 1, { paused: true })], { ...rules, template: false }, windows, now))).toBe(
    "window-closed",
  );
});

test("a person's words may use Instagram's seven days, the assistant's may not; no answer is put into a template", () => {
  expect(short(planDelivery(way("instagram", 100), [], "staff", windows, now))).toBe("instagram text");
  expect(short(planDelivery(way("instagram", 170), [], "staff", windows, now))).toBe("window-closed");
  expect(short(planDelivery(way("instagram", 100), [], "assistant", windows, now))).toBe("window-closed");
  expect(short(planDelivery(way("whatsapp", 100), [way("email", 1)], "assistant", windows, now))).toBe("email text");
  expect(short(planDelivery(way("whatsapp", 100), [], "staff", windows, now))).toBe("window-closed");
});
