import ts from "typescript";
import { tenantTables } from "./schema.ts";
import { everyNode, filesUnder, sourceFile } from "./source.ts";

/** One question to a table of shops. `filter`: where in the file its condition on the shop stands, if it has one. */
export type Query = {
  file: string;
  line: number;
  within: string;
  table: string;
  method: string;
  filter: { start: number; end: number; wholeKey: boolean } | null;
};

/** Who may look at the rows of every shop, and why. */
export const beyondOneShop: Record<string, string> = {
  requireWidgetSession: "the secret token itself says whose it is",
  readLoginLink: "the secret token, or the id in a cookie that only we can seal, itself says whose it is",
  shownFile: "the address, signed with our key for one file, itself says whose it is",
  exportByToken: "the token, signed with our key, itself says whose it is",
  readLink: "the secret token itself says whose it is",
  readRateLink: "the secret token itself says whose it is",
  channelAccountByExternalId: "finds the shop of a signed event",
  channelAccountsOf: "the process follows every mailbox",
  connectionById: "finds the shop of a call that the connection's own secret has to prove",
  connectChannel: "looks whether another shop has this account",
  beginReconciling: "the process looks after every shop",
  beginKnowledge: "the process looks after every shop",
  beginSweeping: "the process looks after every shop",
  removeFilesOfNoShop: "the process looks after every shop's folder",
  renewEncryption: "each start renews what lies under an older key, in every shop",
  bootedFrom: "asks only whether any storefront is at this address, before a token says whose it is",
  watch: "an account that the process itself follows",
};

const tables = new Map(tenantTables().map(({ table }) => [table.charAt(0).toLowerCase() + table.slice(1), table as string]));

/** Every `prisma.<table>.<method>({ where })` of the product that asks a table of shops. */
export function queriesOfShops(): Query[] {
  return ["app/domain", "app/pipeline", "app/ingress", "app/routes", "app/platform"]
    .flatMap((folder) => filesUnder(folder, ".ts"))
    .flatMap(queriesIn);
}

function queriesIn(file: string): Query[] {
  const source = sourceFile(file);
  const found: Query[] = [];
  everyNode(source, (node) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
    const receiver = node.expression.expression;
    if (!ts.isPropertyAccessExpression(receiver) || !/prisma$/.test(receiver.expression.getText())) return;
    const table = tables.get(receiver.name.text);
    if (!table || node.expression.name.text.startsWith("create")) return;
    const where = propertyOf(literalBehind(node.arguments[0], source), "where");
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    found.push({
      file,
      line,
      within: functionAround(node),
      table,
      method: node.expression.name.text,
      filter: shopFilter(literalBehind(where, source)),
    });
  });
  return found;
}

/** The object itself, or the one that a constant or a helper of the same file gives. */
function literalBehind(node: ts.Node | undefined, source: ts.SourceFile): ts.ObjectLiteralExpression | undefined {
  if (!node) return undefined;
  if (ts.isParenthesizedExpression(node)) return literalBehind(node.expression, source);
  if (ts.isObjectLiteralExpression(node)) return node;
  const name = ts.isCallExpression(node) ? node.expression.getText() : ts.isIdentifier(node) ? node.text : undefined;
  if (!name) return undefined;
  let result: ts.ObjectLiteralExpression | undefined;
  everyNode(source, (one) => {
    // The nearest declaration above the query wins.
    if (one.getStart() > node.getStart() && !ts.isCallExpression(node)) return;
    if (ts.isVariableDeclaration(one) && one.name.getText() === name && one.initializer)
      result = ts.isArrowFunction(one.initializer) ? literalBehind(one.initializer.body, source) : literalBehind(one.initializer, source);
    if (ts.isFunctionDeclaration(one) && one.name?.text === name)
      everyNode(one, (inner) => {
        if (ts.isReturnStatement(inner)) result = literalBehind(inner.expression, source);
      });
  });
  return result;
}

function propertyOf(literal: ts.ObjectLiteralExpression | undefined, name: string): ts.Node | undefined {
  for (const property of literal?.properties ?? []) {
    if (property.name?.getText() !== name) continue;
    return ts.isPropertyAssignment(property)
      ? property.initializer
      : ts.isShorthandPropertyAssignment(property)
        ? property.name
        : undefined;
  }
  return undefined;
}

/** `shopId`, plain or as the first part of a unique key. */
function shopFilter(where: ts.ObjectLiteralExpression | undefined): Query["filter"] {
  for (const property of where?.properties ?? []) {
    const name = property.name?.getText() ?? "";
    if (name !== "shopId" && !name.startsWith("shopId_")) continue;
    return { start: property.getStart(), end: property.getEnd(), wholeKey: name !== "shopId" };
  }
  for (const property of where?.properties ?? []) {
    // `{ ...dead(shopId), … }`
    if (!ts.isSpreadAssignment(property)) continue;
    const behind = literalBehind(property.expression, property.getSourceFile());
    const filter = behind && shopFilter(behind);
    if (filter) return filter;
  }
  return null;
}

function functionAround(node: ts.Node): string {
  for (let one: ts.Node | undefined = node; one; one = one.parent) {
    if (ts.isFunctionDeclaration(one) || ts.isMethodDeclaration(one)) return one.name?.getText() ?? "";
    if (ts.isVariableDeclaration(one) && one.parent.parent.parent === node.getSourceFile()) return one.name.getText();
  }
  return "";
}
