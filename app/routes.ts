/** Every page and resource of the Remix part. Webhooks, streams of the widget and the app proxy never come here. */
const staffPages = [
  { index: true, file: "routes/app._index.tsx" },
  { path: "inbox", file: "routes/app.inbox.tsx", children: [{ path: ":conversationId", file: "routes/app.inbox.$conversationId.tsx" }] },
  { path: "inbox/:conversationId/translate", file: "routes/app.inbox.$conversationId.translate.ts" },
  { path: "shoppers/:conversationId", file: "routes/app.shoppers.$conversationId.tsx" },
  { path: "shoppers/:conversationId/customer", file: "routes/app.shoppers.$conversationId.customer.ts" },
  { path: "people", file: "routes/app.people.tsx" },
  { path: "channels", file: "routes/app.channels.tsx" },
  { path: "policy", file: "routes/app.policy.tsx" },
  { path: "policy/trial", file: "routes/app.policy.trial.tsx" },
  { path: "policy/history", file: "routes/app.policy.history.tsx" },
  { path: "understanding", file: "routes/app.understanding.tsx" },
  { path: "voice", file: "routes/app.voice.tsx" },
  { path: "knowledge", file: "routes/app.knowledge.tsx" },
  { path: "replay", file: "routes/app.replay.tsx" },
  { path: "settings", file: "routes/app.settings.tsx" },
  { path: "privacy", file: "routes/app.privacy.tsx" },
  { path: "privacy/exports/:exportId", file: "routes/app.privacy.exports.$exportId.ts" },
  { path: "stuck", file: "routes/app.stuck.tsx" },
  { path: "team", file: "routes/app.team.tsx" },
  { path: "stream", file: "routes/app.stream.ts" },
  { path: "cases/:caseId/order", file: "routes/app.cases.$caseId.order.ts" },
  { path: "photos/:photoId", file: "routes/app.photos.$photoId.ts" },
  { path: "*", file: "routes/app.$.tsx" },
];

export default [
  { index: true, file: "routes/_index.tsx" },
  { path: "auth/login", file: "routes/auth.login.tsx" },
  { path: "auth/*", file: "routes/auth.$.tsx" },
  { path: "app", file: "routes/app.tsx", children: staffPages },
  { path: "*", file: "routes/$.tsx" },
];
