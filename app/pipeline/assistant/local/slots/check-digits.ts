/** Check digits of tracking numbers. Each takes a number that ends with its check digit and says whether that is right. */

/** Every second digit counts `even` times, the others `odd` times, from the left; letters count as their place in the alphabet does at UPS. */
export function modTenCheck(number: string, even: number, odd: number): boolean {
  const serial = number.slice(0, -1);
  let sum = 0;
  for (let at = 0; at < serial.length; at += 1) sum += placeValue(serial.charCodeAt(at)) * (at % 2 === 0 ? even : odd);
  return (10 - (sum % 10)) % 10 === Number(number.slice(-1));
}

/** UPS's table: A is 2, B is 3, … each modulo ten; a digit is itself. */
function placeValue(code: number): number {
  return code >= 65 ? (code - 3) % 10 : code - 48;
}

/** Luhn, as on bank cards. */
export function luhnCheck(number: string): boolean {
  let sum = 0;
  for (let place = 0; place < number.length; place += 1) {
    const digit = Number(number[number.length - 1 - place]);
    const twice = digit * 2;
    sum += place % 2 === 0 ? digit : twice > 9 ? twice - 9 : twice;
  }
  return sum % 10 === 0;
}

/** FedEx: weights 1, 3, 7 from the right, modulo 11, ten being zero. */
export function fedexCheck(number: string): boolean {
  const weights = [1, 3, 7];
  const serial = number.slice(0, -1);
  let sum = 0;
  for (let place = 0; place < serial.length; place += 1) sum += Number(serial[serial.length - 1 - place]) * (weights[place % 3] ?? 0);
  return (sum % 11) % 10 === Number(number.slice(-1));
}

/** S10 of the Universal Postal Union: eight digits and their check digit. */
export function postalUnionCheck(digits: string): boolean {
  const weights = [8, 6, 4, 2, 3, 5, 9, 7];
  const rest = weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11;
  const wanted = rest === 0 ? 5 : rest === 1 ? 0 : 11 - rest;
  return wanted === Number(digits[8]);
}

/** DHL Express: the number without its last digit, modulo seven. */
export function remainderOfSeven(number: string): boolean {
  return Number(number.slice(0, -1)) % 7 === Number(number.slice(-1));
}

/** DPD: ISO 7064, MOD 37,36. */
export function dpdCheck(number: string): boolean {
  const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  let rest = 36;
  for (const char of number.slice(0, -1)) {
    const sum = rest + alphabet.indexOf(char);
    const twice = (sum > 36 ? sum - 36 : sum) * 2;
    rest = twice > 36 ? twice - 37 : twice;
  }
  return alphabet[(37 - rest) % 36] === number.slice(-1);
}
