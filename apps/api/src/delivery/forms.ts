import { weightsOf } from '@gonggo/reply-store';

/** The forms of a posting. */
export const forms = ['json', 'html', 'markdown', 'text'] as const;
export type Form = (typeof forms)[number];

const types: Record<Form, string> = {
  json: 'application/json',
  html: 'text/html',
  markdown: 'text/markdown',
  text: 'text/plain',
};

const remembered = new Map<string, Form | null>();

/** The form that an Accept header asks for; null = none of ours will do (406). */
export function formOf(accept: string | undefined): Form | null {
  if (accept === undefined || accept === '*/*' || accept === types.json) return 'json';
  const known = remembered.get(accept);
  if (known !== undefined) return known;
  const form = choose(accept);
  // Browsers send few different ones; a flood of others must not grow it.
  if (remembered.size < 200 && accept.length < 300) remembered.set(accept, form);
  return form;
}

function choose(accept: string): Form | null {
  const weights = weightsOf(accept);
  const weight = (form: Form) => {
    const type = types[form];
    return weights.get(type) ?? weights.get(`${type.split('/', 1)[0]}/*`) ?? weights.get('*/*') ?? 0;
  };
  const [best = null] = forms.filter((form) => weight(form) > 0).sort((a, b) => weight(b) - weight(a));
  return best;
}
