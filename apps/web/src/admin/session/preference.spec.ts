/** @jest-environment jsdom */
import { beforeEach, expect, jest, test } from '@jest/globals';

/** The page as it is loaded again in this browser. */
async function loaded() {
  jest.resetModules();
  return import('./preference.ts');
}
const browser = jest.spyOn(navigator, 'language', 'get');

beforeEach(() => {
  localStorage.clear();
  browser.mockReturnValue('en-GB');
});

test('the screen speaks as the browser does, also after a first sign-in, and nothing is remembered for it', async () => {
  const { language, followAccount } = await loaded();
  expect(language.get()).toBe('en');
  followAccount({ language: 'ko' });
  expect([language.get(), localStorage.length]).toEqual(['en', 0]);
});

test("an account's own language follows it to another browser, and is there at once the next time", async () => {
  browser.mockReturnValue('ko-KR');
  const { language, followAccount } = await loaded();
  followAccount({ language: 'en' });
  expect(language.get()).toBe('en');
  const again = await loaded();
  expect(again.language.get()).toBe('en');
  again.followAccount({ language: 'ko' });
  expect(again.language.get()).toBe('ko');
});

test('what was chosen by hand in this browser wins', async () => {
  const { language, followAccount } = await loaded();
  language.set('ko');
  followAccount({ language: 'en' });
  expect(language.get()).toBe('ko');
  expect((await loaded()).language.get()).toBe('ko');
});
