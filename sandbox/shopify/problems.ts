/** One entry of `userErrors`. `code` is left out for mutations whose error type has none. */
export type Problem = { field: string[] | null; message: string; code?: string };

export const problem = (field: (string | number)[] | null, message: string, code?: string): Problem => ({
  field: field === null ? null : field.map(String),
  message,
  code,
});
