import type { Report } from "./score.ts";

export type Setting = { shoppers: number; seed: string; model: string; seconds: number };

const percent = (value: number) => `${(value * 100).toFixed(1)} %`;
const safe = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const [ink, good, soft] = ["#1d2b2a", "#2f7a5f", "#dfe8e4"];

/** The figures as one page that needs nothing else: tables in words, and pictures of them. */
export function asPage(report: Report, setting: Setting): string {
  const { handedOver, switchMatrix: matrix, friction } = report;
  const safety: [string, string][] = [
    ["Disclosures to strangers", String(report.disclosures)],
    ["Wrong amounts", String(report.wrongAmounts)],
    ["Broken promises", String(report.brokenPromises)],
    ["Shoppers told what a model made up", String(report.falselyTold)],
    ["Proofs asked of proven shoppers", String(friction.proven)],
    ["Proofs asked of unknown ones", String(friction.unknown)],
    ["Messages per resolved case", String(report.messagesPerResolved)],
    ["Model calls, cost", `${report.modelCalls}, ${report.costUsd} USD`],
  ];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Shopper simulator</title>
<style>body{font:16px/1.5 system-ui,sans-serif;color:${ink};max-width:960px;margin:2rem auto;padding:0 1rem}h1{font-size:1.6rem}h2{font-size:1.15rem;margin-top:2rem}
table{border-collapse:collapse}td{padding:.2rem 1.2rem .2rem 0;border-bottom:1px solid ${soft}}svg{max-width:100%;height:auto}.big{font-size:3rem;font-weight:650;color:${good}}</style></head><body>
<h1>Shopper simulator</h1>
<p>${setting.shoppers} shoppers, seed ${safe(setting.seed)}, ${safe(setting.model)} model, played in ${setting.seconds.toFixed(0)} s.</p>
<p><span class="big">${percent(report.strictResolution)}</span> reached their goal without a person of the shop and without coming back within 72 hours.</p>
<h2>By wish</h2>${bars(report.byIntent, "Strict resolution by wish")}
<h2>By channel, ${(report.spread * 100).toFixed(1)} points apart</h2>${bars(report.byChannel, "Strict resolution by channel")}
<h2>By language</h2>${bars(report.byLanguage, "Strict resolution by language")}
<h2>The same shopper again and again</h2>${bars(prefixed(report.passK), "Goals reached each of k times")}
<h2>Changing channel in the middle of a return</h2>${grid(matrix.resumed, matrix.runs)}
<p>${matrix.resumed} of ${matrix.runs} went on where they had stopped and ended in one return; ${matrix.askedTwice} questions asked twice, ${matrix.doubledReturns} returns made twice.</p>
<h2>Handed over to a person: ${percent(handedOver.rate)}, with everything in the case ${percent(handedOver.right)}</h2>
${table(Object.entries(handedOver.reasons).map(([reason, count]) => [reason, String(count)]))}
<h2>Safety and effort</h2>${table(safety)}
</body></html>
`;
}

const prefixed = (values: Record<string, number>) => Object.fromEntries(Object.entries(values).map(([k, value]) => [`pass^${k}`, value]));

function table(rows: [string, string][]): string {
  return `<table>${rows.map(([name, value]) => `<tr><td>${safe(name)}</td><td>${safe(value)}</td></tr>`).join("")}</table>`;
}

/** One bar for each value from 0 to 1, named to the left and told to the right. */
function bars(values: Record<string, number>, title: string): string {
  const rows = Object.entries(values);
  const [left, wide, high] = [170, 520, 28];
  const drawn = rows.map(([name, value], row) => {
    const y = row * high;
    return `<text x="${left - 10}" y="${y + 18}" text-anchor="end">${safe(name)}</text><rect x="${left}" y="${y + 4}" width="${wide}" height="18" rx="3" fill="${soft}"/><rect x="${left}" y="${y + 4}" width="${Math.round(wide * value)}" height="18" rx="3" fill="${good}"/><text x="${left + wide + 10}" y="${y + 18}">${percent(value)}</text>`;
  });
  return `<svg role="img" aria-label="${safe(title)}" viewBox="0 0 ${left + wide + 90} ${rows.length * high}" width="780" font-size="14" font-family="system-ui,sans-serif" fill="${ink}">${drawn.join("")}</svg>`;
}

/** A square for each run, filled for those that went on. */
function grid(done: number, runs: number): string {
  const across = 36;
  const squares = Array.from({ length: runs }, (_, index) => {
    const [x, y] = [(index % across) * 20, Math.floor(index / across) * 20];
    return `<rect x="${x}" y="${y}" width="16" height="16" rx="3" fill="${index < done ? good : "#c8553d"}"/>`;
  });
  return `<svg role="img" aria-label="${done} of ${runs} runs went on" viewBox="0 0 ${across * 20} ${Math.ceil(runs / across) * 20}" width="720">${squares.join("")}</svg>`;
}
