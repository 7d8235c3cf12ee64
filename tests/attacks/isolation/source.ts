import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";

const root = new URL("../../../", import.meta.url);

/** `later`: it reads or writes; what answers at once only turns what it is given into something else. */
export type ServerFunction = {
  file: string;
  name: string;
  later: boolean;
  parameters: { name: string; type: string; optional: boolean }[];
};

export function sourceFile(path: string): ts.SourceFile {
  return ts.createSourceFile(
    path,
    readFileSync(new URL(path, root), "utf8"),
    ts.ScriptTarget.Latest,
    true,
    path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
}

/** Paths below a folder of the project, from its root. */
export function filesUnder(folder: string, ending: string): string[] {
  return readdirSync(new URL(`${folder}/`, root), { recursive: true })
    .map((path) => `${folder}/${String(path)}`)
    .filter((path) => path.endsWith(ending))
    .sort();
}

export function everyNode(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => everyNode(child, visit));
}

/** Every function that a file lets others call, with the names of what it wants. */
export function exportedFunctions(file: string): ServerFunction[] {
  return sourceFile(file).statements.flatMap((statement) => {
    if (!ts.isFunctionDeclaration(statement) || !statement.name) return [];
    if (!statement.modifiers?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword)) return [];
    const parameters = statement.parameters.map((one) => ({
      name: one.name.getText(),
      type: one.type?.getText() ?? "",
      optional: one.questionToken !== undefined || one.initializer !== undefined,
    }));
    const isAsync = statement.modifiers.some((one) => one.kind === ts.SyntaxKind.AsyncKeyword);
    const later = isAsync || (statement.type?.getText().startsWith("Promise") ?? false);
    return [{ file, name: statement.name.text, later, parameters }];
  });
}

/** The tasks of the queue and the names of what each is given, from the type that declares them. */
export function tasksWithPayloads(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  everyNode(sourceFile("app/platform/jobs/tasks.ts"), (node) => {
    if (!ts.isTypeAliasDeclaration(node) || node.name.text !== "Tasks" || !ts.isTypeLiteralNode(node.type)) return;
    for (const member of node.type.members) {
      if (!ts.isPropertySignature(member) || !member.type || !ts.isTypeLiteralNode(member.type)) continue;
      const task = ts.isStringLiteral(member.name) ? member.name.text : member.name.getText();
      found.set(
        task,
        member.type.members.flatMap((one) => (one.name ? [one.name.getText()] : [])),
      );
    }
  });
  return found;
}
