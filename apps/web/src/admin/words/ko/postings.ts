import type { DraftState } from '@gonggo/contract';

export const states = {
  draft: '초안',
  open: '모집 중',
  closed: '마감',
  withdrawn: '내림',
} satisfies Record<DraftState, string> as Record<DraftState, string>;

export const postings = {
  title: '공고',
  create: '새 공고',
  state: '상태',
  team: '팀',
  author: '글쓴이',
  closing: '마감',
  changed: '고친 뒤 게시하지 않음',
  changedShort: '고침',
  updated: (when: string) => `${when} 고침`,
  untilFilled: '채용 시 마감',
  dday: (days: number) => (days === 0 ? 'D-day' : days > 0 ? `D-${days}` : `${-days}일 지남`),
  language: { ko: '한국어', en: '영어' },
  untitled: '제목 없는 공고',
  version: (count: number) => (count === 0 ? '게시한 적 없음' : `${count}번째 게시`),
  open: (title: string) => `${title} 열기`,
  filter: {
    label: '공고 거르기',
    /** Each {gap} becomes a select. */
    sentence: '{who} 공고 가운데 {language}, {state}',
    who: '누가 쓴',
    everyone: '모두가 쓴',
    mine: '내가 쓴',
    whichLanguage: '언어',
    anyLanguage: '모든 언어',
    ko: '한국어',
    en: '영어',
    whichState: '상태',
    anyState: '모든 상태',
  },
  empty: {
    title: '첫 공고를 써 볼까요?',
    text: '제목만 정하면 바로 쓰기 시작할 수 있어요. 게시하기 전에는 아무에게도 보이지 않아요',
    viewer: '아직 공고가 없어요',
    filtered: '이 조건에 맞는 공고가 없어요',
    clear: '조건 지우기',
  },
  new: {
    title: '새 공고',
    headline: '제목',
    headlineHint: '독자가 처음 보는 문장이에요. 나중에 바꿀 수 있어요',
    jobTitle: '직무 이름',
    jobTitleHint: '검색 엔진이 찾는 이름이에요. 예: 백엔드 개발자 (Node.js)',
    language: '글의 언어',
    submit: '쓰기 시작',
  },
};
