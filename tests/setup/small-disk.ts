import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A file system of a few megabytes. */
export class SmallDisk {
  readonly folder = mkdtempSync(join(tmpdir(), "onethread-disk-"));
  readonly #filler = join(this.folder, "filler");

  /** Null where mounting is not allowed, as in most containers without root. */
  static mount(size = "6m"): SmallDisk | null {
    const disk = new SmallDisk();
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", disk.folder], { stdio: "ignore" });
      return disk;
    } catch {
      rmSync(disk.folder, { recursive: true });
      return null;
    }
  }

  get databasePath(): string {
    return join(this.folder, "onethread.db");
  }

  /** Takes the last byte. */
  fill(): void {
    const file = openSync(this.#filler, "a");
    try {
      for (let size = 65_536; size >= 1; size = size > 1 ? size >> 4 || 1 : 0) this.#write(file, size);
    } finally {
      closeSync(file);
    }
  }

  /** Gives everything back. */
  empty(): void {
    rmSync(this.#filler, { force: true });
  }

  unmount(): void {
    execFileSync("umount", ["-l", this.folder], { stdio: "ignore" });
    rmSync(this.folder, { recursive: true, force: true });
  }

  #write(file: number, size: number): void {
    const block = Buffer.alloc(size);
    try {
      for (;;) writeSync(file, block);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
    }
  }
}

export const canMount = (() => {
  const disk = SmallDisk.mount("1m");
  disk?.unmount();
  return disk !== null;
})();
