/**
 * `npm run backup`: makes a backup, checks it, and keeps the newest BACKUP_KEEP. The running app makes the copy, since the
 * database is open to it alone; without one the file is copied here. For cron: exits with 1 and one sentence when it failed.
 */
import { EnvironmentError } from "#app/platform/environment-error.ts";

try {
  const { backUp } = await import("./backup/back-up.ts");
  console.log(await backUp());
} catch (error) {
  const { BackupProblem } = await import("#app/platform/backup/problem.ts");
  console.error(error instanceof BackupProblem || error instanceof EnvironmentError ? error.message : error);
  process.exit(1);
}
