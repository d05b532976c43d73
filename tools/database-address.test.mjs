import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { addressProblem } from './database-address.mjs';

const { good, bad } = JSON.parse(readFileSync(new URL('./database-addresses.json', import.meta.url), 'utf8'));

for (const [address] of good) {
  test(`${address} can be taken apart`, () => assert.equal(addressProblem(address), undefined));
}
for (const [address, words] of bad) {
  test(`${address} is refused with “${words}”, and without the password`, () => {
    const problem = addressProblem(address) ?? '';
    assert.ok(problem.startsWith('must ') && problem.includes(words), problem);
    assert.ok(!/off|p#w|p\/w/.test(problem), problem);
  });
}
