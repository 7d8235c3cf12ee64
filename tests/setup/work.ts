/** Milliseconds of the processor that this work took on its own thread; what other tests do beside it is not counted. */
export async function millisecondsOfWork(work: () => unknown): Promise<number> {
  const before = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}
