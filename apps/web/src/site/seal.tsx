/** The mark of a site without a logo: the seal, with the first syllable of 공고 cut into it. */
export function Seal() {
  return (
    <svg className="seal" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
      <rect x="1" y="1" width="30" height="30" rx="6" />
      <path d="M9.5 7.5h13v4.6M16 12.6v3.6M7.5 16.4h17" />
      <circle cx="16" cy="22.4" r="3.6" />
    </svg>
  );
}

/** The stamp on a posting that has closed. The words beside it say so, too. */
export function ClosedStamp({ word }: { word: string }) {
  return (
    <span className="stamp" aria-hidden="true">
      {word}
    </span>
  );
}
