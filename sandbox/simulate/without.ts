import { rmSync } from "node:fs";
import { type AppOptions, AppProcess } from "../app-process.ts";
import { breakCopy, copyOfTree, type Patch, productPaths } from "../broken-copy.ts";
import { buildApp } from "../build-app.ts";

/** What can be taken out of the product to see that the figures notice. */
export const parts = ["flow-state", "guard", "proof"] as const;
export type Part = (typeof parts)[number];

export const withoutPart: Record<Part, Patch[]> = {
  // A case is known only where it was begun.
  "flow-state": [
    {
      file: "app/pipeline/assistant/context.server.ts",
      find: "const cases = await prisma.case.findMany({\n    where: { shopId, identityId: { in: memberIds } },",
      replace: "const cases = await prisma.case.findMany({\n    where: { shopId, identityId: identity.id },",
    },
  ],
  // Whatever the model makes of a sentence, or of the shop's pages, is sent.
  guard: [
    { file: "app/pipeline/assistant/guard.ts", find: "return faithful ? sentences : template;", replace: "return sentences;" },
    {
      file: "app/pipeline/assistant/knowledge.server.ts",
      find: "!mayAnswer({ sentences, language: turn.language, passages: written, allowedHosts: hostsOf(shop) })",
      replace: "false",
    },
  ],
  // Any six digits will do.
  proof: [
    { file: "app/domain/identity/one-time-code.server.ts", find: "matchesCode(row.id, digits, row.hash)", replace: "digits.length > 0" },
  ],
};

/** How to start the app without that part; `clear` takes the broken copy away again. */
export async function appWithout(part: Part): Promise<{ startApp: (options: AppOptions) => Promise<AppProcess>; clear: () => void }> {
  const folder = copyOfTree(new URL("../..", import.meta.url).pathname, productPaths);
  const clear = () => rmSync(folder, { recursive: true, force: true });
  try {
    breakCopy(folder, part, withoutPart[part]);
    const program = await buildApp(folder, "app/server.ts");
    return { startApp: (options) => AppProcess.start({ ...options, program }), clear };
  } catch (error) {
    clear();
    throw error;
  }
}
