/** Jobs that come round for ever, or days after a case was left or a label was sent: nobody waits for them, and only a journey in which their time comes is sure to pass their points. */
export const periodicTasks = [
  "reconcile.store",
  "knowledge.refresh",
  "knowledge.embed",
  "privacy.sweep",
  "proactive.remind",
  "inbox.wake",
  "label.remind",
  "label.cancel",
] as const;

export const isPeriodic = (point: string): boolean => periodicTasks.some((task) => point.startsWith(`${task}.`));
