import { callout, h, image, p, prose, rich, table, ul } from '../rich.ts';
import type { DemoPosting } from '../posting.ts';
import { ledger, ledgerShared } from './ledger.ts';

const { facts, shared } = ledgerShared;

/** The same opening, for those who read English. */
export const ledgerEnglish: DemoPosting = {
  ...shared,
  locale: 'en',
  title: 'Build the screen a shopkeeper opens twenty times a day (React)',
  slug: 'ledger-team-frontend-react',
  variantOf: ledger.slug,
  facts: {
    ...facts,
    jobTitle: 'Frontend Engineer (React)',
    summary:
      'Help us make the ledger that shopkeepers use with wet hands, one-handed, in the middle of a conversation.',
    company: 'Bannajeol',
    locations: [{ country: 'KR', region: 'Seoul', locality: 'Seongdong-gu' }],
  },
  cover: {
    picture: 'cover-ledger',
    alt: 'A ledger screen listing the vegetables and fruit sold today, and a bar chart',
  },
  sections: (pictures) => [
    {
      kind: 'introduction',
      heading: '',
      content: prose(
        '',
        `Hello, I’m Jadu, a frontend engineer on the Ledger team.
We make *Bannajeol Ledger*, the screen a neighbourhood shopkeeper opens about twenty times a day.`,
        'There is a reason for that number. Nobody in a shop has the time to sit down with software. A customer comes in, the phone goes down; the customer leaves, it is picked up again, with a bunch of spring onions in the other hand. So we have a saying: **if it takes more than five seconds, it cannot be done.**',
      ),
    },
    {
      kind: 'role',
      heading: 'What you will make',
      content: prose(
        '',
        ul(
          '**Today’s ledger.** What was sold, what is left, what to order for tomorrow, on one screen. Every shop sells something else, so it has to look like their shelf rather than our table.',
          '**Typing that survives.** There is no signal in a cold store. What was written stays on the device and merges quietly once there is.',
          '**Parts of our own.** We share 54 components with our designer Dotori. A component passes when it reads well at the largest text size and in direct sunlight.',
        ),
        callout(
          '🧤',
          'green',
          'Before a release, each new screen is tried **with rubber gloves on**. It sounds like a joke. It is item three of the checklist.',
        ),
        image(pictures['cover-shop'], {
          alt: 'Two people looking at a laptop together behind the counter of a side-dish shop, drawn',
          caption: 'Every other week we go and sit in a shop. Watching beats asking.',
          credit: 'Drawing by Dotori',
          creditUrl: 'https://bannajeol.example/people/dotori',
        }),
      ),
    },
    {
      kind: 'techStack',
      heading: 'What we use',
      content: {
        intro: '',
        groups: [
          {
            name: 'On the screen',
            era: null,
            items: [
              { name: 'React', icon: 'react', note: '19, and we leave to the browser what the browser does' },
              { name: 'TypeScript', icon: 'typescript', note: '' },
              { name: 'CSS', icon: 'css', note: 'tokens and a few rules' },
            ],
          },
          {
            name: 'To be sure',
            era: null,
            items: [
              { name: 'Playwright', icon: '', note: 'follows a shopkeeper through the day' },
              { name: 'Storybook', icon: 'storybook', note: 'where the 54 components live' },
              { name: 'Sentry', icon: 'sentry', note: '' },
            ],
          },
        ],
        body: null,
      },
    },
    {
      kind: 'qualifications',
      heading: 'Whom we look for',
      content: prose(
        '',
        ul(
          'For two years or more you have built, and then mended, screens that people use every day.',
          'You have wondered where state belongs, and ended up with less of it.',
          'You have used your own work with a keyboard and with a screen reader.',
          'There is a slow phone in one of your drawers.',
        ),
      ),
    },
    {
      kind: 'howWeWork',
      heading: 'The shape of a day',
      content: prose(
        'Backend and frontend share a desk. The team speaks Korean; we write our decisions in Korean and English.',
        table(
          ['When', 'What'],
          ['10:30', 'Five minutes, standing. One thing that you saw yesterday'],
          ['11:00–14:00', 'Nobody talks to anybody'],
          ['Afternoon', 'Making and looking together. Stuck for fifteen minutes? Call someone'],
          ['17:00', 'Post today’s change to the team chat as a moving picture'],
        ),
        p(
          'The last line is what we are proud of. Every evening, everybody in the company sees what got better.',
        ),
      ),
    },
    {
      kind: 'faq',
      heading: 'You may be wondering',
      content: {
        intro: '',
        items: [
          {
            question: 'Do I need to speak Korean?',
            answer: rich(
              'Enough to sit in a shop and understand what the owner complains about. We pay for lessons, and two of us will gladly practise with you over lunch.',
            ),
          },
          {
            question: 'Do you sponsor visas?',
            answer: rich('Yes, E-7. Hodu from our people team does the paperwork with you.'),
          },
        ],
      },
    },
    {
      kind: 'closing',
      heading: 'Before you go',
      content: prose(
        '',
        h(3, 'Just one more thing'),
        'If anything you made has ever saved somebody five seconds, tell us about it. We would rather hear that story than see a portfolio.',
      ),
    },
    {
      kind: 'apply',
      heading: 'Apply',
      content: { label: 'Apply to the Ledger team', note: 'One email is enough.', url: null, sticky: true },
    },
  ],
};
