/** What a site tells the API once it has forgotten what changed, so that the writer of it is answered. */
export interface Heard {
  /** As the change stream named us when it began, in `listenerHeader`. */
  listener: string;
  /** All that changed up to it is forgotten. */
  revision: number;
}

/** Where it is told, by POST without a body; never passed on for a visitor. */
export const heardPath = '/api/v1/changes/heard';
export const listenerHeader = 'x-gonggo-listener';
const revisionHeader = 'x-gonggo-heard';

/** As headers of the request. */
export const writeHeard = ({ listener, revision }: Heard): Record<string, string> => ({
  [listenerHeader]: listener,
  [revisionHeader]: String(revision),
});

export function readHeard(header: (name: string) => string | string[] | undefined): Heard | null {
  const [listener, revision] = [header(listenerHeader), header(revisionHeader)];
  if (typeof listener !== 'string' || !/^[\w.-]{1,80}$/.test(listener)) return null;
  if (typeof revision !== 'string' || !/^\d{1,15}$/.test(revision)) return null;
  return { listener, revision: Number(revision) };
}
