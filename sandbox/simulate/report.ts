import type { Report } from "./score.ts";

const percent = (value: number) => `${(value * 100).toFixed(1)} %`;

/** The figures as a table for people. */
export function asTable(report: Report): string {
  const rows: [string, string][] = [
    ["strict resolution", percent(report.strictResolution)],
    ...Object.entries(report.byIntent).map(([key, value]): [string, string] => [`  ${key}`, percent(value)]),
    ["by channel", `spread ${(report.spread * 100).toFixed(1)} points`],
    ...Object.entries(report.byChannel).map(([key, value]): [string, string] => [`  ${key}`, percent(value)]),
    ["by language", ""],
    ...Object.entries(report.byLanguage).map(([key, value]): [string, string] => [`  ${key}`, percent(value)]),
    ["handed over", `${percent(report.handedOver.rate)}, of these with everything ${percent(report.handedOver.right)}`],
    ...Object.entries(report.handedOver.reasons).map(([key, value]): [string, string] => [`  ${key}`, String(value)]),
    ...Object.entries(report.passK).map(([key, value]): [string, string] => [`pass^${key}`, percent(value)]),
    ["switch matrix", `${report.switchMatrix.resumed} of ${report.switchMatrix.runs}`],
    ["  asked twice, doubled returns", `${report.switchMatrix.askedTwice}, ${report.switchMatrix.doubledReturns}`],
    ["proofs of proven, of unknown", `${report.friction.proven}, ${report.friction.unknown}`],
    ["disclosures", String(report.disclosures)],
    ["wrong amounts", String(report.wrongAmounts)],
    ["broken promises", String(report.brokenPromises)],
    ["told what a model made up", String(report.falselyTold)],
    ["messages per resolved case", String(report.messagesPerResolved)],
    ["model calls, cost", `${report.modelCalls}, ${report.costUsd} USD`],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`.trimEnd()).join("\n");
}
