import { spawnSync } from "node:child_process";

/** Builds the admin and the widget and starts the demo; `npm run dev` does it again after every change. */
const root = new URL("..", import.meta.url).pathname;
const built = spawnSync("npm", ["run", "build", "--silent"], { cwd: root, stdio: "inherit" });
if (built.status === 0) await import("../sandbox/demo.ts");
