/** `npm run restore -- FILE`: puts a backup into the place of the database. The app must be stopped. */
import { BackupProblem } from "#app/platform/backup/problem.ts";
import { EnvironmentError } from "#app/platform/environment-error.ts";

try {
  const [file, ...more] = process.argv.slice(2);
  if (!file || more.length > 0) throw new BackupProblem("Name one backup: npm run restore -- FILE");
  const { env } = await import("#app/platform/env.ts");
  const { restoreBackup } = await import("#app/platform/backup/restore-sqlite.server.ts");
  const { shops, messages, waitingJobs, inDoubt, kept } = restoreBackup(file, env.databasePath);
  console.log(`Restored ${file} to ${env.databasePath}: ${shops} shops, ${messages} messages, ${waitingJobs} jobs waiting.`);
  if (inDoubt > 0)
    console.log(`${inDoubt} effects and deliveries were under way then; they are read back or shown to staff, not repeated.`);
  if (kept) console.log(`The database before it is kept as ${kept}`);
} catch (error) {
  console.error(error instanceof BackupProblem || error instanceof EnvironmentError ? error.message : error);
  process.exit(1);
}
