import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { dirname, join } from "node:path";

const root = new URL("..", import.meta.url).pathname;
const startMilliseconds = 30_000;
/** How `preload.ts` begins the last line of a process that is killed at a point. */
const killedAt = "killed at ";

export type AppOptions = {
  port: number;
  sandboxPort: number;
  databasePath: string;
  environment: Record<string, string>;
  /** `point` or `point#n`: the process is killed when it passes that fault point for the n-th time. */
  killAt?: string;
  /** Shows the app's log on this process's stderr. */
  verbose?: boolean;
  /** Another program than `app/server.ts`, or the file that `ONETHREAD_BUILT` names: one that loads the app and waits to be told to begin. */
  program?: string;
};

/** Told to an app that waits, and to one that runs: after how many passings of one of these points it is to be killed. */
export type Arming = { points: string[]; occurrence: number };

/** The real app in a process of its own. */
export class AppProcess {
  readonly #child: ChildProcess;
  /** A program that waits to begin has loaded everything. */
  readonly loaded: Promise<void>;
  #asked = 0;
  /** The newest lines of its log. */
  readonly output: string[] = [];

  private constructor(child: ChildProcess, verbose: boolean) {
    this.#child = child;
    this.loaded = new Promise((resolve) => child.on("message", (message: { loaded?: true }) => message.loaded && resolve()));
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
    const app = AppProcess.spawn(options);
    const deadline = Date.now() + startMilliseconds;
    while (!(await answers(options.port))) {
      if (!app.running || Date.now() > deadline) {
        app.#child.kill("SIGKILL");
        throw new Error(`The app did not start:\n${app.output.slice(-20).join("\n")}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    return app;
  }

  /** The process, not waited for. */
  static spawn(options: AppOptions): AppProcess {
    const {
      port,
      sandboxPort,
      databasePath,
      environment,
      killAt,
      verbose = false,
      program = process.env.ONETHREAD_BUILT ?? `${root}app/server.ts`,
    } = options;
    const child = spawn(process.execPath, ["--import", preloadOf(program), program], {
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
    return new AppProcess(child, verbose);
  }

  get running(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** The armed point at which it was killed. */
  get killedAt(): string | undefined {
    const said = this.output.findLast((line) => line.startsWith(killedAt));
    return said?.slice(killedAt.length);
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  async moveClock(clockOffset: number): Promise<void> {
    await this.ask({ clockOffset });
  }

  /** Sends a message and waits for its answer. Rejects when the process dies before it answers. */
  async ask(message: Record<string, unknown>): Promise<Record<string, unknown>> {
    this.#asked += 1;
    const id = this.#asked;
    return new Promise((resolve, reject) => {
      const gone = () => reject(new Error(`The app died before it answered:\n${this.output.slice(-10).join("\n")}`));
      const hear = (answer: unknown) => {
        if (answer === null || typeof answer !== "object" || !("id" in answer) || answer.id !== id) return;
        this.#child.off("exit", gone).off("message", hear);
        resolve(answer as Record<string, unknown>);
      };
      if (!this.running || !this.#child.connected) return gone();
      this.#child.on("exit", gone).on("message", hear);
      this.#child.send({ id, ...message }, (error) => error && gone());
    });
  }

  /** Calls back when the process has ended, whoever ended it, and all that it said has been heard. */
  onEnd(listener: () => void): void {
    this.#child.once("close", listener);
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

/** A program that was put into one file has its preload beside it, which shares its modules. */
function preloadOf(program: string): string {
  return program.endsWith(".js") ? join(dirname(program), "preload.js") : `${root}sandbox/preload.ts`;
}

async function answers(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/healthz`).then(
    (response) => response.ok,
    () => false,
  );
}

/** A loopback port that nobody uses right now, below those that the system deals out by itself: nobody else gets it meanwhile. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = 10_000 + Math.floor(Math.random() * 20_000);
    const server = createServer();
    const free = await new Promise<boolean>((resolve) => {
      server.once("error", () => resolve(false)).listen(port, "127.0.0.1", () => resolve(true));
    });
    await new Promise((resolve) => server.close(resolve));
    if (free) return port;
  }
  throw new Error("No free port.");
}
