import { badRequest } from '../problem/problem.ts';

/** What people choose first when ten characters are asked for. Compared without case, spaces and punctuation. */
const common = new Set(
  `0123456789 1234567890 12345678910 0987654321 1122334455 1q2w3e4r5t 1qaz2wsx3edc qwertyuiop qwerty12345
  qwertyuiop123 asdfghjkl1 asdfghjkl123 zxcvbnm123 password12 password123 password1234 passw0rd123 p4ssw0rd123
  iloveyou12 iloveyou123 letmein1234 welcome123 welcome1234 administrator admin12345 adminadmin changeme123
  football123 baseball123 sunshine123 princess123 dragon12345 monkey12345 abc123456789 abcd123456 abcdefghij
  qlalfqjsgh qlalfqjsgh1 tkfkdgo123 dkssudgktpdy 비밀번호비밀번호`
    .split(/\s+/)
    .filter(Boolean),
);

/** Refuses a new password that a guesser tries first: the common ones, one's own email or name, one key held down. */
export function checkPassword(
  password: string,
  pointer: string,
  owner: { email: string; name: string },
): void {
  const plain = bare(password);
  const own = [owner.email, owner.email.split('@', 1)[0] ?? '', owner.name]
    .map(bare)
    .filter((word) => word.length > 3);
  const rest = own.reduce((left, word) => left.replaceAll(word, ''), plain);
  if (!common.has(plain) && rest.length >= 4 && new Set(plain).size >= 4) return;
  throw badRequest('The password is too easy to guess.', [
    { pointer, message: 'Take several words, without your name, or let a password manager make one.' },
  ]);
}

const bare = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
