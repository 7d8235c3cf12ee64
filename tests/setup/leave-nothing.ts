import { afterAll, vi } from "vitest";

// Test files share a process: none leaves anything of its own behind.
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});
