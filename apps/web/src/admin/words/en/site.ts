import type { Words } from '../ko.ts';

export const taxonomy: Words['taxonomy'] = {
  title: 'Taxonomy',
  lead: 'Teams, job families and tags, by which the list and the API filter',
  kinds: { team: 'Teams', jobFamily: 'Job families', tag: 'Tags' },
  nameKo: 'Name in Korean',
  nameEn: 'Name in English',
  nameEnHint: 'Leave it empty to use the Korean name',
  slug: 'Name in addresses',
  slugHint: 'Leave it empty to make it from the name. It can’t be changed later',
  add: (kind) => `Add to ${kind.toLowerCase()}`,
  edit: (name) => `Change ${name}`,
  remove: (name) => `Delete ${name}`,
  removeTitle: (name) => `Delete “${name}”?`,
  removeText: 'Postings that use it lose it. Published posts change when they are published again',
  removed: 'Deleted',
  empty: 'None yet',
  readOnly: 'Editors and owners can change this',
};

export const settings: Words['settings'] = {
  title: 'Site',
  lead: 'Name and first impression of the blog. Shown as soon as it is saved',
  siteName: 'Company name',
  taglineKo: 'Who you are in one sentence (Korean)',
  taglineEn: 'Who you are in one sentence (English)',
  accent: 'Accent colour',
  accentHint:
    'A colour like #c8321e. Leave it empty for the seal’s red. Made darker where it would be hard to read',
  accentWrong: 'It must be # and six digits',
  accentPick: 'Choose a colour',
  logo: 'Logo',
  chooseLogo: 'Choose a logo',
  removeLogo: 'Remove the logo',
  homeImage: 'Picture on the home page',
  chooseHome: 'Choose a picture',
  removeHome: 'Remove the picture',
  homeImageAlt: 'What the home picture shows',
  companyUrl: 'Company site',
  urlWrong: 'It must begin with https://',
  stale: 'Somebody else saved first. Your changes now stand on theirs: check them and save again',
};
