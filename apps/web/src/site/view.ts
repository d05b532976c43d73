import type { ImageInfo, Locale, PostingDocument } from '@gonggo/content';
import type { FacetValue, PostingListItem, Settings } from '@gonggo/contract';
import type { FilterKey } from '../../server/reader-routes.ts';

/** One thing to filter by, and which of its values are open. */
export interface Facet {
  key: FilterKey;
  options: FacetValue[];
  chosen: string | null;
}

/** Everything a reader page can be. */
export type View =
  | {
      kind: 'home';
      open: PostingListItem[];
      openCount: number;
      /** Nothing is open in this language, but something in the other. */
      openElsewhere: boolean;
      nextCursor: string | null;
      facets: Facet[];
      closed: PostingListItem[];
      homeImage: ImageInfo | null;
    }
  | { kind: 'posting'; posting: PostingDocument; others: PostingListItem[] }
  | { kind: 'missing' | 'gone'; others: PostingListItem[] }
  | { kind: 'away' };

/** What every page knows of the site. */
export interface Site {
  url: string;
  settings: Settings | null;
  logo: ImageInfo | null;
}

export interface ReaderPageProps {
  locale: Locale;
  site: Site;
  view: View;
  /** The inline style, hashed in the policy. */
  style: string;
  /** When the page was made (ms since 1970): days left are counted from here. */
  now: number;
}
