/**
 * Structured data: the only raw HTML of the site. `<` leaves as an escape, so that no text can end the element or
 * open another; the two line separators would end a line in old parsers of scripts.
 */
export function JsonLd({ value }: { value: object | null }) {
  if (!value) return null;
  const json = JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
