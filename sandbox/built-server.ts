/** The app as it starts in production, to be put into one file: that has a clock of its own, which the sandbox must find. */
import * as clock from "#app/platform/clock.ts";

globalThis.onethreadClock = clock;
await import("#app/server.ts");
