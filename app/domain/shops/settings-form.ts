import { languages } from "#app/channels/message.ts";

export type SettingsForm = {
  assistantName: string;
  brandColor: string;
  voice: string;
  language: string;
  wording: string;
  /** Percent, as merchants read it. */
  confidence: string;
};
export type SettingsProblems = Partial<Record<keyof SettingsForm, string>>;
export type SettingsValues = {
  assistantName: string;
  brandColor: string;
  voice: string;
  language: string;
  wording: string;
  confidenceThreshold: number;
};

export function settingsToForm(settings: SettingsValues): SettingsForm {
  const { confidenceThreshold, ...rest } = settings;
  return { ...rest, confidence: String(Math.round(confidenceThreshold * 100)) };
}

/** Checks what was filled in, in the browser and again on the server. */
export function readSettingsForm(
  form: Partial<Record<string, string>>,
): { ok: true; settings: SettingsValues } | { ok: false; problems: SettingsProblems } {
  const problems: SettingsProblems = {};
  const value = (name: keyof SettingsForm) => (form[name] ?? "").trim();
  if (value("assistantName") === "") problems.assistantName = "Give the assistant a name.";
  if (value("assistantName").length > 60) problems.assistantName = "Keep the name within 60 characters.";
  if (!/^#[0-9a-f]{6}$/i.test(value("brandColor"))) problems.brandColor = "Enter a colour as # and six signs, such as #1f5f4b.";
  if (value("voice").length > 400) problems.voice = "Keep the description within 400 characters.";
  if (!languages.some((language) => language === value("language"))) problems.language = "Choose one of the languages.";
  if (value("wording") !== "templates" && value("wording") !== "model") problems.wording = "Choose how replies are worded.";
  const confidence = Number(value("confidence"));
  if (!/^\d{1,3}$/.test(value("confidence")) || confidence < 50 || confidence > 99) {
    problems.confidence = "Enter a whole percentage from 50 to 99.";
  }
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  return {
    ok: true,
    settings: {
      assistantName: value("assistantName"),
      brandColor: value("brandColor").toLowerCase(),
      voice: value("voice"),
      language: value("language"),
      wording: value("wording"),
      confidenceThreshold: confidence / 100,
    },
  };
}
