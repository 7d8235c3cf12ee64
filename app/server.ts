import module from "node:module";
import { DatabaseUnavailable } from "./platform/db/unavailable.ts";
import { EnvironmentError } from "./platform/environment-error.ts";

// Checked before anything else is loaded: an older Node cannot read the rest of these files.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(`Onethread needs Node 22.18 or newer, this is ${process.versions.node}; run it through npm, which brings its own.`);
  process.exit(1);
}

// Compiled code and stripped types are kept among the temporary files: the next start takes half the time.
module.enableCompileCache();

try {
  const { start } = await import("./start.server.ts");
  await start();
} catch (error) {
  // What the operator can mend is told in one sentence; anything else is a fault of ours and keeps its stack.
  console.error(error instanceof EnvironmentError || error instanceof DatabaseUnavailable ? error.message : error);
  process.exit(1);
}
