/** A refusal as Graph words it; `code` and `subcode` are Meta's own numbers. */
export type GraphTrouble = { status: number; code: number; subcode?: number; message: string; details?: string; type?: string };

export function graphError(trouble: GraphTrouble): Response {
  const { status, code, subcode, message, details, type = "OAuthException" } = trouble;
  const error = {
    message: `(#${code}) ${message}`,
    type,
    code,
    ...(subcode !== undefined && { error_subcode: subcode }),
    ...(details && { error_data: { messaging_product: "whatsapp", details } }),
    fbtrace_id: "Asandbox0000000000000000",
  };
  return Response.json({ error }, { status });
}

/** Parameters that Graph refuses; `details` says which and why. */
export function badParameter(code: 100 | 131008 | 131009 | 132005 | 132018, details: string): GraphTrouble {
  const message = code === 131008 ? "Required parameter is missing" : code === 131009 ? "Parameter value is not valid" : details;
  return { status: 400, code, message, details };
}

export const badToken: GraphTrouble = { status: 401, code: 190, message: "Invalid OAuth access token" };
export const noSuchObject: GraphTrouble = {
  status: 400,
  code: 100,
  subcode: 33,
  message: "Unsupported request: no such object",
  type: "GraphMethodException",
};
