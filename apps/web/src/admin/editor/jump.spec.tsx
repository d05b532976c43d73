/** @jest-environment jsdom */
import '../../../test/no-network.ts';
import { afterEach, expect, jest, test } from '@jest/globals';
import { readiness, type ImageInfo, type ReadinessInput } from '@gonggo/content';
import type { Draft, DraftFacts, Me } from '@gonggo/contract';
import { ToastProvider } from '@gonggo/ui';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render } from '@testing-library/react';
import { useState } from 'react';
import { badDrafts, draft as goodDraft } from '../../../../../libs/content/src/testing/bad-drafts.ts';
import { FactsPanel } from '../facts/facts-panel.tsx';
import { FactsFormProvider, useFactsForm } from '../facts/use-facts-form.ts';
import type { LocalCopies } from '../saving/local-copies.ts';
import { client } from '../session/client.ts';
import { MeContext } from '../session/me.ts';
import { DraftStore } from './draft-store.ts';
import { EditorContext } from './editor-context.ts';
import { targetOf } from './findings.ts';
import { PostPanel } from './post-panel.tsx';
import { useEditorTools } from './use-editor-tools.tsx';

afterEach(cleanup);
jest.spyOn(client.taxonomy, 'list').mockResolvedValue({ data: [] });
jest.spyOn(client.authors, 'list').mockResolvedValue({ data: [] });
jest.spyOn(client.images, 'get').mockRejectedValue(new Error('gone'));

const at = '2026-01-01T00:00:00Z';

function draftOf({ facts, sections, locale, images }: ReadinessInput, mayEdit = true): Draft {
  const none = {
    slug: 'a',
    company: '',
    team: null,
    jobFamily: null,
    level: null,
    openings: null,
    tagIds: [],
  };
  return {
    id: 'd',
    locale,
    facts: {
      ...none,
      ...facts,
      team: null,
      authors: facts.authors.map((author) => ({ accountId: null, role: '', ...author })),
    } as DraftFacts,
    sections: sections.map((section) => ({ ...section, revision: 1, updatedAt: at, updatedBy: null })),
    images: images as Record<string, ImageInfo>,
    ...{ state: 'draft', revision: 1, outlineRevision: 1, edits: 1, version: 0, changed: true, variants: [] },
    ...{ createdBy: null, createdAt: at, updatedAt: at, mayEdit, mayPublish: mayEdit },
  };
}

function Editor({ store }: { store: DraftStore }) {
  const [show] = useState(() => () => undefined);
  const facts = useFactsForm(store.facts, store.typing, !store.snapshot.draft.mayEdit);
  return (
    <EditorContext value={useEditorTools(store, show)}>
      <FactsFormProvider value={facts}>
        <PostPanel />
        <FactsPanel address={(slug) => slug} />
      </FactsFormProvider>
    </EditorContext>
  );
}

const copies: LocalCopies = {
  put: () => undefined,
  drop: () => undefined,
  leftBehind: () => Promise.resolve([]),
};

/** Opens the draft; answers its sections and how to ask for a place in it. */
function opened(input: ReadinessInput, mayEdit = true) {
  const store = new DraftStore(client, draftOf(input, mayEdit), copies, 'me');
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <ToastProvider label="알림" closeLabel="닫기">
        <MeContext value={{ role: 'owner' } as Me}>
          <Editor store={store} />
        </MeContext>
      </ToastProvider>
    </QueryClientProvider>,
  );
  const { sections } = store;
  return (to: Parameters<typeof targetOf>[0]) =>
    document.querySelector(targetOf(to, { mayEdit, sections }).selector);
}

test.each(badDrafts)('there is a place to go to for: %s', (_, input) => {
  const place = opened(input);
  for (const finding of readiness(input)) expect([finding.rule, place(finding)]).not.toContain(null);
});

test('who may only read is led to what it is about, where that can be seen', () => {
  const empty = goodDraft({ title: '', authors: [], pay: null, locations: [] }, { sections: [] });
  const place = opened(empty, false);
  for (const finding of readiness(empty)) expect([finding.rule, place(finding)]).not.toContain(null);
});

test('what all sections hold together leads to the first of them; that one is missing, to the button that adds it', () => {
  const place = opened(goodDraft());
  expect(place({ sectionId: null, field: null, rule: 'posting-too-large' })?.id).toBe('card-a');
  expect(place({ sectionId: null, field: null, rule: 'apply-missing' })?.textContent).toBe('섹션 추가');
});

test.each([
  'experience',
  'pay',
  'openings',
  'locations',
  'opensAt',
  'closesAt',
  'applyUrl',
  'slug',
  'authors',
])('there is a place to go to for what is not understood: %s', (field) => {
  expect(opened(goodDraft())({ field })).not.toBeNull();
});
