type LikeEnough = { quoted: number; read: number };

/**
 * From which cosine on a passage that shares no words with a question may be quoted, and be given to a model that is to answer
 * out of it. Each model has its own scale: with gemini-embedding-001 strangers lie at about one half. `npm run verify -- gemini`
 * measures both sides of the line on the real one.
 */
const measured: Record<string, LikeEnough> = { "gemini-embedding-001": { quoted: 0.7, read: 0.62 } };

/** A model that is not listed helps to order what words have found, and nothing is said on its word alone. */
const unknown: LikeEnough = { quoted: Number.POSITIVE_INFINITY, read: Number.POSITIVE_INFINITY };

export const likeEnough = (model: string | undefined): LikeEnough => measured[model ?? ""] ?? unknown;
