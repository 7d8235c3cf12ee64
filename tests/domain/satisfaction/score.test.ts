import { expect, test } from "vitest";
import { readRating, scoreOf } from "#app/domain/satisfaction/score.ts";

const score = (text: string) => readRating(text)?.score ?? null;

test.each([
  ["5", 3],
  ["4", 3],
  ["3", 2],
  ["2", 1],
  ["1", 1],
  ["5/5", 3],
  ["4 out of 5", 3],
  ["2 von 5", 1],
  ["5 stars!", 3],
  ["⭐⭐⭐⭐⭐", 3],
  ["★★☆☆☆", 1],
  ["👍", 3],
  ["👍🏽 thanks", 3],
  ["👎", 1],
  ["Great!", 3],
  ["good", 3],
  ["Very good, thank you", 3],
  ["It was great", 3],
  ["okay", 2],
  ["not bad", 2],
  ["Bad", 1],
  ["not good at all", 1],
  ["terrible service", 1],
  ["Sehr gut", 3],
  ["gut, danke", 3],
  ["geht so", 2],
  ["nicht gut", 1],
  ["Es war schlecht", 1],
  ["très bien, merci", 3],
  ["moyen", 2],
  ["pas mal", 2],
  ["Mauvais", 1],
  ["nul", 1],
  ["muy bien", 3],
  ["regular", 2],
  ["muy mal", 1],
  ["ótimo", 3],
  ["mais ou menos", 2],
  ["péssimo", 1],
  ["ottimo", 3],
  ["così così", 2],
  ["male", 1],
  ["heel goed", 3],
  ["gaat wel", 2],
  ["slecht", 1],
] as const)("“%s” is %d", (text, wanted) => {
  expect(score(text)).toBe(wanted);
});

test.each([
  "Where is my order?",
  "5 days ago I ordered",
  "2 dresses please",
  "15",
  "#1001",
  "5 or 6?",
  "good, but where is my refund?",
  "goodbye",
  "3x the blue one",
  "I want to return the dress",
  "",
  "1001",
  "5.12. kam das Paket",
  "10/10",
  "badly packed? yes",
])("“%s” is no answer", (text) => {
  expect(score(text)).toBeNull();
});

test("what is written besides the answer is kept as the comment, thanks are not", () => {
  expect(readRating("5, thanks a lot!")).toEqual({ score: 3, comment: null });
  expect(readRating("Schlecht. Ich musste dreimal fragen")).toEqual({ score: 1, comment: "Ich musste dreimal fragen" });
  expect(readRating("Très bien ! Réponse rapide")).toEqual({ score: 3, comment: "Réponse rapide" });
  expect(readRating("2 - too slow")).toEqual({ score: 1, comment: "too slow" });
});

test.each([
  "Good morning, my parcel has not arrived",
  "Hello, good day, I want to speak to a human",
  "guten Tag, wo ist mein Paket",
  "gut Morgen",
  "bom dia, quero devolver",
  "buona sera",
  "goede middag",
])("%s: a greeting praises nothing", (text) => {
  expect(readRating(text)).toBeNull();
});

test("only the three names are answers", () => {
  expect(["good", "okay", "bad"].map(scoreOf)).toEqual([3, 2, 1]);
  expect(["constructor", "toString", "", "great"].map(scoreOf)).toEqual([null, null, null, null]);
});
