import { languages } from "#app/channels/message.ts";
import { levelChoices, type ProofRules, trustDays } from "#app/domain/identity/levels.ts";

export type SettingsForm = {
  assistantName: string;
  brandColor: string;
  voice: string;
  language: string;
  wording: string;
  statusLevel: string;
  returnLevel: string;
  cancelLevel: string;
  trustDays: string;
};
export type SettingsProblems = Partial<Record<keyof SettingsForm, string>>;
export type SettingsValues = {
  assistantName: string;
  brandColor: string;
  voice: string;
  language: string;
  wording: string;
  proofRules: ProofRules;
};

export function settingsToForm(settings: SettingsValues): SettingsForm {
  const { proofRules, ...rest } = settings;
  return { ...rest, ...proofFields(proofRules) };
}

function proofFields({ levels, trustDays: days }: ProofRules) {
  return {
    statusLevel: levels["order-status"],
    returnLevel: levels["start-return"],
    cancelLevel: levels["cancel-order"],
    trustDays: String(days),
  };
}

/** Checks what was filled in, in the browser and again on the server. Proof rules that a form does not name stay as they are in `stored`. */
export function readSettingsForm(
  sent: Partial<Record<string, string>>,
  stored: ProofRules,
): { ok: true; settings: SettingsValues } | { ok: false; problems: SettingsProblems } {
  const problems: SettingsProblems = {};
  const form: Partial<Record<string, string>> = { ...proofFields(stored), ...sent };
  const value = (name: keyof SettingsForm) => (form[name] ?? "").trim();
  if (value("assistantName") === "") problems.assistantName = "Give the assistant a name.";
  if (value("assistantName").length > 60) problems.assistantName = "Keep the name within 60 characters.";
  if (!/^#[0-9a-f]{6}$/i.test(value("brandColor"))) problems.brandColor = "Enter a colour as # and six signs, such as #1f5f4b.";
  if (value("voice").length > 400) problems.voice = "Keep the description within 400 characters.";
  if (!languages.some((language) => language === value("language"))) problems.language = "Choose one of the languages.";
  if (value("wording") !== "templates" && value("wording") !== "model") problems.wording = "Choose how replies are worded.";
  const statusLevel = levelChoices["order-status"].find((level) => level === value("statusLevel"));
  const returnLevel = levelChoices["start-return"].find((level) => level === value("returnLevel"));
  const cancelLevel = levelChoices["cancel-order"].find((level) => level === value("cancelLevel"));
  if (!statusLevel) problems.statusLevel = "Choose what a shopper shows to see an order.";
  if (!returnLevel) problems.returnLevel = "Choose what a shopper shows to start a return.";
  if (!cancelLevel) problems.cancelLevel = "Choose what a shopper shows to cancel an order.";
  const days = Number(value("trustDays"));
  if (!/^\d{1,3}$/.test(value("trustDays")) || days < trustDays.least || days > trustDays.most) {
    problems.trustDays = `Enter a whole number of days from ${trustDays.least} to ${trustDays.most}.`;
  }
  if (Object.keys(problems).length > 0 || !statusLevel || !returnLevel || !cancelLevel) return { ok: false, problems };
  return {
    ok: true,
    settings: {
      assistantName: value("assistantName"),
      brandColor: value("brandColor").toLowerCase(),
      voice: value("voice"),
      language: value("language"),
      wording: value("wording"),
      proofRules: {
        levels: { "order-status": statusLevel, "start-return": returnLevel, "cancel-order": cancelLevel },
        trustDays: days,
      },
    },
  };
}
