import { rmSync } from "node:fs";

/** A backup or restore cannot be done. The message is one sentence that says what to do; nothing was left half-written. */
export class BackupProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = "BackupProblem";
  }
}

/** Removes what was begun, as far as it exists. */
export function discard(...files: string[]): void {
  for (const file of files) {
    try {
      rmSync(file, { force: true });
    } catch {
      // The folder itself is what is wrong, and that is told already.
    }
  }
}
