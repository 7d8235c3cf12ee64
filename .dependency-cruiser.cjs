/** Who may import whom: down, never up. The rooms and their order are in the README. */
const rooms = ["ingress|routes", "pipeline", "flows", "domain", "integrations|channels", "platform"];
const room = (names) => `^app/(${names})/`;
const upwards = rooms.slice(1).map((names, index) => ({
  name: `no-way-up-from-${names.replace("|", "-and-")}`,
  severity: "error",
  from: { path: room(names) },
  // Types are contracts: a lower room may name what an upper one will hand it.
  // A model behind the assistant implements the assistant's contract.
  to: {
    path: room(rooms.slice(0, index + 1).join("|")),
    pathNot: "^app/pipeline/assistant/model\\.ts$",
    dependencyTypesNot: ["type-only"],
  },
}));
const forbid = (name, from, to, extra = {}) => ({
  name,
  severity: "error",
  from,
  to: { dependencyTypesNot: ["type-only"], ...to },
  ...extra,
});

module.exports = {
  forbidden: [
    ...upwards,
    forbid("no-cycles", { path: "^(app|widget)/" }, { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } }),
    forbid(
      "pipeline-parts-meet-through-jobs",
      { path: "^app/pipeline/(intake|assistant|effects|delivery)/" },
      { path: "^app/pipeline/(intake|assistant|effects|delivery)/", pathNot: "^app/pipeline/$1/" },
    ),
    forbid("flows-are-pure", { path: "^app/flows/" }, { path: "\\.server\\.tsx?$" }),
    forbid("pure-files-stay-pure", { path: "^app/(channels|domain)/", pathNot: "\\.server\\.tsx?$" }, { path: "\\.server\\.tsx?$" }),
    forbid(
      "channels-are-apart",
      { path: "^app/channels/(widget|instagram|whatsapp|email)/" },
      { path: "^app/channels/(widget|instagram|whatsapp|email)/", pathNot: "^app/channels/$1/" },
    ),
    forbid("ui-gets-props", { path: "^app/ui/" }, { path: "\\.server\\.tsx?$" }),
    forbid("routes-do-not-reach-down-to-vendors", { path: "^app/routes/" }, { path: "^app/integrations/" }),
    forbid("the-widget-stands-alone", { path: "^widget/" }, { path: "^(app|sandbox|tests)/" }),
    forbid("the-app-sees-the-protocol-only", { path: "^app/" }, { path: "^widget/", pathNot: "^widget/src/protocol\\.ts$" }),
    forbid("product-knows-no-sandbox", { path: "^(app|widget)/" }, { path: "^(sandbox|tests|bench|scripts)/" }),
  ],
  options: {
    doNotFollow: { path: "node_modules|prisma/generated|build" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs"],
    },
  },
};
