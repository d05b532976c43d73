/** Documents the header of answers to whoever changed what readers see; see `WritersWait`. */
export const sitesInformed = {
  'Sites-Informed': {
    description:
      'A boolean of RFC 9651. `?1`: every site and every process of the API that is connected has forgotten what this changed, so nobody reads the old page any more. `?0`: not all of them said so within 100 ms; they follow as soon as they hear of it.',
    required: false,
    schema: { type: 'string' as const, enum: ['?1', '?0'] },
  },
};
