/** Grey lines where words are about to be. `label` tells those who don't see them. */
export function Skeleton({ lines = 3, label }: { lines?: number; label: string }) {
  return (
    <div className="u-skeleton" role="status">
      <span className="u-hidden">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="u-skeleton-line" aria-hidden="true" />
      ))}
    </div>
  );
}
