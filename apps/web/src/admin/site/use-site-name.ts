import { useQuery } from '@tanstack/react-query';
import { client } from '../session/client.ts';
import { keys } from '../session/queries.ts';

/** The company's name in the settings: readers see it where a posting names none. Undefined until it is loaded. */
export const useSiteName = (): string | undefined =>
  useQuery({ queryKey: keys.settings, queryFn: client.settings.get, staleTime: 60_000 }).data?.siteName;
