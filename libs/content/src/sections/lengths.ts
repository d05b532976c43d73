/** How long texts and lists of a content may be: what the schemas check and the forms stop at. */
export const lengths = {
  intro: 1000,
  techStack: { groups: 20, items: 60, name: 80, note: 160 },
  process: { steps: 20, title: 120, detail: 1000, duration: 60 },
  teamFacts: { items: 20, label: 60, value: 120 },
  people: { people: 30, name: 80, role: 120, words: 600 },
  quote: { words: 600, who: 120 },
  gallery: { images: 40 },
  /** A picture's own words, in a gallery and in running text. */
  figure: { alt: 500, caption: 500, credit: 200 },
  faq: { items: 50, question: 200 },
  apply: { label: 60, note: 300 },
} as const;
