/** Whether a word is the other with at most one letter changed, missing, added or swapped with its neighbour. Same first letter. */
export function isNearly(word: string, target: string): boolean {
  if (word === target) return true;
  if (word[0] !== target[0] || Math.abs(word.length - target.length) > 1 || target.length < 4) return false;
  let start = 0;
  while (start < word.length && word[start] === target[start]) start += 1;
  const [rest, wanted] = [word.slice(start), target.slice(start)];
  if (rest.slice(1) === wanted.slice(1) || rest === wanted.slice(1) || rest.slice(1) === wanted) return true;
  return rest[0] === wanted[1] && rest[1] === wanted[0] && rest.slice(2) === wanted.slice(2);
}
