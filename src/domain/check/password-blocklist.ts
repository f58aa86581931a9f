/** Passwords everybody tries: repeats, sequences, keyboard walks and a handful of words, made rather than listed. */

/** Keys that lie beside each other, on the usual keyboards and down their columns. */
const walks = [
  ...['1234567890', 'abcdefghijklmnopqrstuvwxyz'],
  ...['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop', 'yxcvbnm', 'azertyuiop', 'qsdfghjklm', 'wxcvbn'],
  ...['1qaz', '2wsx', '3edc', '4rfv', '5tgb', '6yhn', '7ujm', '8ik', '9ol'],
];

const words = [
  ...[
    'password',
    'passwort',
    'passphrase',
    'letmein',
    'welcome',
    'iloveyou',
    'changeme',
    'trustno1',
    'default',
  ],
  ...['administrator', 'admin', 'login', 'secret', 'master', 'monkey', 'dragon', 'sunshine', 'princess'],
  ...['football', 'baseball', 'superman', 'batman', 'hello', 'whatever', 'starwars', 'test', 'guest'],
];

/** How many pieces (words, runs, single characters) a password needs at least. */
const fewestPieces = 5;

/** Is the password one that guessing programs try at once? */
export function isCommonPassword(password: string): boolean {
  const text = password.toLowerCase();
  const unit = text.slice(0, period(text));
  if (Array.from(unit).length <= 3) return true;
  if (unit !== text && countPieces(unit) === 1) return true;
  return countPieces(text) < fewestPieces;
}

/** Words and runs count as one piece each, anything else as one piece per character. */
function countPieces(text: string): number {
  let found = 0;
  let rest = text;
  for (const word of words) {
    rest = rest.replace(leetPattern(word), () => {
      found += 1;
      return '\n';
    });
  }
  return found + rest.split('\n').reduce((sum, part) => sum + countRuns(part), 0);
}

function countRuns(text: string): number {
  const letters = Array.from(text);
  const rows = [...walks, ...walks.map((walk) => Array.from(walk).reverse().join(''))];
  let pieces = 0;
  for (let at = 0; at < letters.length; pieces += 1) at += runLength(letters, at, rows);
  return pieces;
}

/** How far one finger walks from here: the same key, or one direction along one row; 1 where it is no run. */
function runLength(letters: readonly string[], from: number, rows: readonly string[]): number {
  const length = (goesOn: (key: string, next: string) => boolean): number => {
    let at = from;
    while (at + 1 < letters.length && goesOn(letters[at] ?? '', letters[at + 1] ?? '')) at += 1;
    return at - from + 1;
  };
  const alongRows = rows.map((row) => length((key, next) => row.includes(key + next)));
  const longest = Math.max(
    length((key, next) => key === next),
    ...alongRows,
  );
  return longest < 3 ? 1 : longest;
}

/** Shortest stretch whose repetition is the whole text (from the failure function of Knuth, Morris and Pratt). */
function period(text: string): number {
  const borders = [0];
  for (let at = 1, border = 0; at < text.length; at += 1) {
    while (border > 0 && text[at] !== text[border]) border = borders[border - 1] ?? 0;
    if (text[at] === text[border]) border += 1;
    borders[at] = border;
  }
  const shortest = text.length - (borders[text.length - 1] ?? 0);
  return text.length % shortest === 0 ? shortest : text.length;
}

function leetPattern(word: string): RegExp {
  const leet: Record<string, string> = {
    a: '[a@4]',
    e: '[e3]',
    i: '[i1!]',
    l: '[l1]',
    o: '[o0]',
    s: '[s$5]',
    t: '[t7]',
  };
  return new RegExp(Array.from(word, (letter) => leet[letter] ?? letter).join(''), 'g');
}
