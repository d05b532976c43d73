const data = /^data:(image\/(?:png|jpeg|webp|gif|avif));base64,/i;

/** True for a picture that lies in the page itself, so that its bytes can be uploaded. */
export const isInPage = (image: Element): boolean =>
  data.test((image.getAttribute('src') ?? '').slice(0, 40));

/** The picture as a file named by its description; null = it cannot be read. */
export function fileOf(image: Element): File | null {
  const source = image.getAttribute('src') ?? '';
  const [head = '', type = ''] = data.exec(source.slice(0, 40)) ?? [];
  if (!type) return null;
  try {
    const bytes = Uint8Array.from(atob(source.slice(head.length)), (sign) => sign.charCodeAt(0));
    const name = (image.getAttribute('alt') ?? '').trim().slice(0, 100) || 'picture';
    return new File([bytes], `${name}.${type.slice('image/'.length).toLowerCase()}`, { type });
  } catch {
    return null;
  }
}
