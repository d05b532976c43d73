import { expect, test } from '@jest/globals';
import { isGuessable } from './weak-passwords.ts';

const context = {
  email: 'haneul.seo@banquet.example',
  name: '서하늘',
  siteName: '반나절 Banquet',
  siteUrl: 'https://careers.banquet.example',
};

const guessable: Record<string, string[]> = {
  'what every guesser knows': [
    '1234567890',
    'qwertyuiop',
    'password1234',
    'P@ssw0rd123',
    'iloveyou12',
    'letmein1234',
    'aaaaaaaaaaaa',
    'abcdefghijkl',
    '1q2w3e4r5t6y',
    '1qaz2wsx3edc',
    'qwer1234!@',
    'Welcome2026!',
    'admin12345!',
    'asdf1234asdf',
    '20261201seoul',
    '01012345678',
    '1111122222',
    'zxcvbnm123!',
    'football2026',
    'superman123',
  ],
  'what Koreans try first': [
    'dkssudgktpdy',
    'dkssudgktpdy1!',
    'tkfkdgo1004',
    'tkfkdgo123!',
    'qlalfqjsgh1',
    'qlalfqjsgh2026',
    '비밀번호비밀번호',
    '안녕하세요123',
    'eogksalsrnr',
    'eogksalsrnr1',
    'saranghae123',
    'annyeonghaseyo',
    '사랑해사랑해사랑해',
    'rlacjftn1234',
    'hongildong12',
    'wlals1234!',
    'rhdiddl1234',
    'codydxla2026',
  ],
  'made of the product’s, the company’s or one’s own name': [
    'gonggo2026!',
    'Gonggo1234',
    '공고공고1234',
    'banquet2026!',
    'Banquet!1234',
    '서하늘1234567',
    'haneul.seo1',
    'tjgksmf1234',
  ],
};
test.each(Object.entries(guessable).flatMap(([kind, all]) => all.map((password) => [password, kind])))(
  '%s is refused: %s',
  async (password) => expect(await isGuessable(password, context)).toBe(true),
);

test.each([
  ...[
    'correct horse battery staple',
    'a longer one',
    'quite another password',
    'v8Kq-02mZ-tLw9',
    'Correct-Horse-9-Battery',
  ],
  ...['느린 기차가 바다를 건넌다', 'smflsrlckrkqkekfmfrjssjsek', 'x7#pQ2!mVd9z', 'kettle-ombre-sparrow-41'],
])('%s is good enough', async (password) => {
  expect(await isGuessable(password, context)).toBe(false);
});
