import type { Language } from "#app/channels/message.ts";
import type { SummariseInput } from "#app/pipeline/assistant/model.ts";

const mostWords = 80;

type Labels = { problem: string; tried: string; wanted: string; blocker: string; customer: string; nothing: string };
const labels: Record<Language, Labels> = {
  en: { problem: "Problem", tried: "Tried", wanted: "Wanted", blocker: "Blocked by", customer: "Customer", nothing: "nothing yet" },
  de: { problem: "Problem", tried: "Versucht", wanted: "Gewünscht", blocker: "Hindernis", customer: "Kunde", nothing: "noch nichts" },
  fr: { problem: "Problème", tried: "Essayé", wanted: "Souhaité", blocker: "Blocage", customer: "Client", nothing: "rien encore" },
  es: { problem: "Problema", tried: "Intentado", wanted: "Deseado", blocker: "Impedimento", customer: "Cliente", nothing: "nada todavía" },
  pt: { problem: "Problema", tried: "Tentado", wanted: "Desejado", blocker: "Impedimento", customer: "Cliente", nothing: "nada ainda" },
  it: { problem: "Problema", tried: "Tentato", wanted: "Richiesto", blocker: "Ostacolo", customer: "Cliente", nothing: "ancora nulla" },
  nl: { problem: "Probleem", tried: "Geprobeerd", wanted: "Gewenst", blocker: "Belemmering", customer: "Klant", nothing: "nog niets" },
};

/** The four facts as one line each, at most 80 words together; the longest is shortened first. */
export function summariseFacts({ facts, language }: SummariseInput): string {
  const words = labels[language];
  const lines = [
    { label: words.problem, said: facts.problem },
    { label: words.tried, said: facts.tried.filter(Boolean).join("; ") || words.nothing },
    { label: words.wanted, said: facts.wanted },
    { label: words.blocker, said: facts.blocker },
    { label: words.customer, said: facts.customer ?? "" },
  ].map(({ label, said }) => ({ label: `${label}:`, said: said.split(/\s+/).filter(Boolean), cut: false }));
  const count = () => lines.reduce((sum, line) => sum + line.label.split(" ").length + line.said.length, 0);
  while (count() > mostWords) {
    const longest = lines.reduce((a, b) => (b.said.length > a.said.length ? b : a));
    longest.said.pop();
    longest.cut = true;
  }
  return lines
    .filter(({ said }) => said.length > 0)
    .map(({ label, said, cut }) => `${label} ${ended(said.join(" "), cut)}`)
    .join("\n");
}

function ended(text: string, cut: boolean): string {
  if (cut) return `${text.replace(/[\s.,;:]+$/, "")}…`;
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
