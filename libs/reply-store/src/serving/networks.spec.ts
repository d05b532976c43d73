import { expect, test } from '@jest/globals';
import { networkOf, networksOf } from './networks.ts';

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:0001:2::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('%s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test('an IPv6 address counts with the wider networks its holder may have, an IPv4 address alone', () => {
  expect(networksOf('2001:db8:1:2345::6')).toEqual({
    narrow: '2001:db8:1:2345::/64',
    wider: ['2001:db8:1:2300::/56', '2001:db8:1::/48'],
  });
  expect(networksOf('::ffff:192.0.2.7')).toEqual({ narrow: '192.0.2.7', wider: [] });
});
