import { expect, test } from "vitest";
import { plainName } from "#app/channels/plain-name.ts";

test("names stay as they are, apart from what would become a link or cannot be seen", () => {
  const same = [
    "Linen Dress",
    "Bettwäsche 155×220 cm",
    "Size 42.5",
    "T-Shirt v1.2 (2-pack)",
    "亜麻のドレス",
    "👩‍🌾 Apron",
    "3/4 sleeve",
    "Nr. 5",
  ];
  for (const name of same) expect(plainName(name)).toBe(name);
  expect(plainName("Dr.Martens 1460")).toBe("Dr. Martens 1460");
  expect(plainName("Dress https://www.shop.example/x?a=1")).toBe("Dress www. shop. example/x?a=1");
  expect(plainName("see //shop.example now")).toBe("see shop. example now");
  expect(plainName("two\nlines\u202e\u200b\u{e0041}")).toBe("two lines");
});
