import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";

const root = new URL("..", import.meta.url).pathname;
const startMilliseconds = 30_000;

export type AppOptions = {
  port: number;
  sandboxPort: number;
  databasePath: string;
  environment: Record<string, string>;
  /** `point` or `point#n`: the process is killed when it passes that fault point for the n-th time. */
  killAt?: string;
  /** Shows the app's log on this process's stderr. */
  verbose?: boolean;
};

/** The real app in a process of its own. */
export class AppProcess {
  readonly #child: ChildProcess;
  /** The newest lines of its log. */
  readonly output: string[] = [];

  private constructor(child: ChildProcess, verbose: boolean) {
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk: Buffer) => {
        this.output.push(...chunk.toString().split("\n").filter(Boolean));
        if (this.output.length > 500) this.output.splice(0, this.output.length - 500);
        if (verbose) process.stderr.write(chunk);
      });
    }
  }

  /** Resolves once it answers; rejects with the end of its log when it does not. */
  static async start(options: AppOptions): Promise<AppProcess> {
    const { port, sandboxPort, databasePath, environment, killAt, verbose = false } = options;
    const child = spawn(process.execPath, ["--import", `${root}sandbox/preload.ts`, `${root}app/server.ts`], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        NODE_ENV: "production",
        ...environment,
        PORT: String(port),
        SHOPIFY_APP_URL: `http://127.0.0.1:${port}`,
        DATABASE_PATH: databasePath,
        SANDBOX_PORT: String(sandboxPort),
        ...(killAt ? { SANDBOX_KILL_AT: killAt } : {}),
      },
    });
    const app = new AppProcess(child, verbose);
    const deadline = Date.now() + startMilliseconds;
    while (!(await answers(port))) {
      if (child.exitCode !== null || child.signalCode !== null || Date.now() > deadline) {
        child.kill("SIGKILL");
        throw new Error(`The app did not start:\n${app.output.slice(-20).join("\n")}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    return app;
  }

  get running(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  async moveClock(clockOffset: number): Promise<void> {
    const moved = once(this.#child, "message");
    this.#child.send({ clockOffset });
    await moved;
  }

  async stop(signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<void> {
    if (!this.running) return;
    const ended = this.ended();
    this.#child.kill(signal);
    await ended;
  }

  /** Resolves when the process is gone, whoever ended it. */
  async ended(): Promise<void> {
    if (this.running) await once(this.#child, "exit");
  }
}

async function answers(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/healthz`).then(
    (response) => response.ok,
    () => false,
  );
}

/** A loopback port that nobody uses right now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No free port.");
  return address.port;
}
