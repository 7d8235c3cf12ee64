import { dpdCheck, fedexCheck, luhnCheck, modTenCheck, postalUnionCheck, remainderOfSeven } from "./check-digits.ts";

/**
 * One kind of tracking number: its shape, compact and in upper case, and whether its check digit is right. `weak`: digits that
 * may as well be a telephone or an order number, so that a word like "tracking" must stand beside them.
 */
export type Service = { courier: string; shape: RegExp; isRight?: (number: string) => boolean; weak?: boolean };

const usps = /^(?:420\d{5}(?:\d{4})?)?(9[2345](?:\d{20}|\d{24}|\d{28}))$/;
const uspsLegacy = /^(?:420\d{5}(?:\d{4})?)?((?:91)?\d{20})$/;
const last = (number: string, digits: number): string => number.slice(-digits);

/**
 * The couriers' own published formats (UPS, FedEx, USPS IMpb, the Universal Postal Union's S10, DHL, DPD and others), the most
 * telling first. A number that has a courier's shape and a wrong check digit is a slip of the pen and no number at all.
 */
export const services: Service[] = [
  { courier: "ups", shape: /^1Z[A-Z0-9]{15}\d$/, isRight: (number) => modTenCheck(number.slice(2), 1, 2) },
  { courier: "lasership", shape: /^1LS7[12]\d{10}$/ },
  { courier: "lasership", shape: /^1LS7[12]\d{2}01[1-4]\d{6}-?1$/ },
  { courier: "lasership", shape: /^1LSCX[0-9A-Z]{10}$/ },
  { courier: "lasership", shape: /^L[AIEHNX][1-3]\d{7}$/ },
  { courier: "s10", shape: /^[A-Z]{2}\d{9}[A-Z]{2}$/, isRight: (number) => postalUnionCheck(number.slice(2, 11)) },
  { courier: "amazon", shape: /^TB[ACM]\d{12}$/ },
  { courier: "yodel", shape: /^JJ?D\d{16}$/ },
  { courier: "dhl", shape: /^JJD\d{17,18}$/ },
  { courier: "dhl", shape: /^JV[A-Z]{1,2}\d{10,20}$/ },
  { courier: "dhl", shape: /^J[A-Z]{2,3}\d{9,10}$/ },
  { courier: "dhl", shape: /^(?:GM|LX|RX|UV|CN|SG|TH|IN|HK|MY)(?=[A-Z]*\d)[A-Z0-9]{10,39}$/ },
  { courier: "gofo", shape: /^GFUS\d{14}$/ },
  { courier: "landmark", shape: /^LTN\d{8}N1$/ },
  { courier: "speedee", shape: /^SP\d{18}$/ },
  { courier: "yunexpress", shape: /^YT\d{16}$/ },
  { courier: "postnl", shape: /^3S[A-Z]{3,4}\d{7,12}$/ },
  { courier: "canpar", shape: /^[CDKLSUXZ]\d{21}$/ },
  { courier: "colissimo", shape: /^\d[A-Z]\d{11}$/ },
  { courier: "correos", shape: /^P[A-Z0-9]\d[A-Z0-9]{19,20}$/ },
  { courier: "ontrac", shape: /^C\d{14}$/, isRight: (number) => modTenCheck(startingWith("4", number.slice(1)), 1, 2) },
  { courier: "ontrac", shape: /^D\d{14}$/, isRight: (number) => modTenCheck(startingWith("5", number.slice(1)), 1, 2) },
  { courier: "ups", shape: /^[AHJKTV]\d{10}$/, isRight: (number) => modTenCheck(number.slice(1), 1, 2) },
  { courier: "amazon", shape: /^[AFC]\d{10}$/, weak: true },
  { courier: "purolator", shape: /^[A-Z]{3}\d{9}$/, weak: true },
  { courier: "dpd", shape: /^\d{27}[0-9A-Z]$/, isRight: dpdCheck },
  { courier: "dpd", shape: /^\d{14}[0-9A-Z]$/, isRight: dpdCheck, weak: true },
  { courier: "fedex", shape: /^96\d{32}$/, isRight: (number) => fedexCheck(last(number, 14)) },
  { courier: "fedex", shape: /^[0-8]\d{33}$/, isRight: (number) => fedexCheck(last(number, 14)) },
  { courier: "fedex", shape: /^3\d{31}$/, isRight: (number) => fedexCheck(number.slice(16, 28)) },
  { courier: "fedex", shape: /^96\d{20}$/, isRight: (number) => modTenCheck(last(number, 15), 1, 3) },
  { courier: "usps", shape: usps, isRight: (number) => modTenCheck(usps.exec(number)?.[1] ?? "", 3, 1) },
  {
    courier: "usps",
    shape: uspsLegacy,
    isRight: (number) => modTenCheck(startingWith("91", uspsLegacy.exec(number)?.[1] ?? ""), 3, 1),
  },
  { courier: "dhl", shape: /^00340\d{15}$/, isRight: (number) => modTenCheck(number, 3, 1) },
  { courier: "usps", shape: /^\d{20}$/, isRight: (number) => modTenCheck(number, 3, 1) },
  { courier: "fedex", shape: /^\d{18}$/, isRight: (number) => modTenCheck(last(number, 16), 3, 1) },
  { courier: "canada_post", shape: /^\d{16}$/, isRight: (number) => modTenCheck(number, 3, 1), weak: true },
  { courier: "fedex", shape: /^\d{15}$/, isRight: (number) => modTenCheck(number, 1, 3), weak: true },
  { courier: "dhl", shape: /^\d{14}$/, weak: true },
  { courier: "purolator", shape: /^[0-5]\d{11}$/, isRight: luhnCheck, weak: true },
  { courier: "fedex", shape: /^\d{12}$/, isRight: (number) => fedexCheck(number), weak: true },
  { courier: "old_dominion", shape: /^(?:77[78]|072|780)\d{8}$/, isRight: luhnCheck, weak: true },
  { courier: "old_dominion", shape: /^80\d{9}$/, isRight: luhnCheck, weak: true },
  { courier: "dhl", shape: /^\d{10,11}$/, isRight: remainderOfSeven, weak: true },
];

/** Couriers whose numbers tell nothing by themselves, and how people write their names. Folded. */
export const namedCouriers: Record<string, string> = {
  gls: "gls",
  dpd: "dpd",
  hermes: "hermes|evri",
  dhl: "dhl",
  ups: "ups",
  fedex: "fedex|fed ex",
  usps: "usps",
  postnl: "post ?nl",
  bpost: "bpost",
  inpost: "inpost|mondial relay",
  brt: "brt|bartolini",
  sda: "sda|poste italiane",
  seur: "seur",
  correos: "correos",
  ctt: "ctt",
  chronopost: "chronopost",
  canada_post: "canada post",
  purolator: "purolator",
  yodel: "yodel",
};

function startingWith(prefix: string, serial: string): string {
  return serial.startsWith(prefix) ? serial : prefix + serial;
}
