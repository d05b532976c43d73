import type { Image } from '@gonggo/contract';
import { Button, EmptyState } from '@gonggo/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { client } from '../session/client.ts';
import { keys } from '../session/queries.ts';
import { Loaded } from '../shell/screen.tsx';
import { useWords } from '../words/use-words.ts';
import { infoOf } from './picked.ts';
import { Thumb } from './thumb.tsx';

/** Every image, newest first; choosing one is up to who shows the library. */
export function Library({
  nameOf,
  onChoose,
  empty,
}: {
  nameOf: (name: string) => string;
  onChoose: (image: Image) => void;
  empty?: ReactNode;
}) {
  const words = useWords();
  const library = useInfiniteQuery({
    queryKey: keys.images,
    queryFn: ({ pageParam }) =>
      client.images.library({ limit: 60, ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.page.nextCursor,
    // Smaller files are made after the upload; look again until they are there.
    refetchInterval: ({ state }) =>
      state.data?.pages[0]?.data.some((image) => image.working) ? 4_000 : false,
  });
  return (
    <Loaded query={library}>
      {({ pages }) => {
        const all = pages.flatMap((page) => page.data);
        if (!all.length) {
          return (
            <EmptyState title={words.images.empty.title} action={empty}>
              <p>{words.images.empty.text}</p>
            </EmptyState>
          );
        }
        return (
          <>
            <ul className="a-images">
              {all.map((image) => (
                <li key={image.id}>
                  <button
                    type="button"
                    className="a-image"
                    aria-label={nameOf(image.alt || image.name)}
                    onClick={() => onChoose(image)}
                  >
                    <Thumb info={infoOf(image)} alt="" />
                    <span className="a-image-name">
                      {image.alt || <span className="a-quiet">{image.name}</span>}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
            {library.hasNextPage && (
              <Button busy={library.isFetchingNextPage} onClick={() => void library.fetchNextPage()}>
                {words.common.loadMore}
              </Button>
            )}
          </>
        );
      }}
    </Loaded>
  );
}
