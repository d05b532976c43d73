import type { TermKind } from '@gonggo/contract';

export const taxonomy = {
  title: '분류',
  lead: '팀, 직군, 태그. 목록과 API에서 공고를 거를 때 써요',
  kinds: { team: '팀', jobFamily: '직군', tag: '태그' } satisfies Record<TermKind, string> as Record<
    TermKind,
    string
  >,
  nameKo: '한국어 이름',
  nameEn: '영어 이름',
  nameEnHint: '비워 두면 한국어 이름을 써요',
  slug: '주소에 쓸 이름',
  slugHint: '비워 두면 이름으로 만들어요. 나중에 바꿀 수 없어요',
  add: (kind: string) => `${kind} 추가`,
  edit: (name: string) => `${name} 고치기`,
  remove: (name: string) => `${name} 지우기`,
  removeTitle: (name: string) => `‘${name}’ 분류를 지울까요?`,
  removeText: '이 분류를 쓰는 공고에서는 빠져요. 이미 게시된 글은 다시 게시할 때 바뀌어요',
  removed: '분류를 지웠어요',
  empty: '아직 없어요',
  readOnly: '편집자와 소유자가 고칠 수 있어요',
};

export const settings = {
  title: '사이트',
  lead: '블로그의 이름과 첫인상이에요. 저장하면 곧바로 보여요',
  siteName: '회사 이름',
  taglineKo: '한 문장 소개 (한국어)',
  taglineEn: '한 문장 소개 (영어)',
  accent: '포인트 색',
  accentHint: '#c8321e 같은 색. 비워 두면 도장 빨강을 써요. 읽기 어려우면 자동으로 진하게 맞춰요',
  accentWrong: '#으로 시작하는 여섯 자리 색이어야 해요',
  accentPick: '색 고르기',
  logo: '로고',
  chooseLogo: '로고 고르기',
  removeLogo: '로고 빼기',
  homeImage: '첫 화면 사진',
  chooseHome: '사진 고르기',
  removeHome: '사진 빼기',
  homeImageAlt: '첫 화면 사진 설명',
  companyUrl: '회사 누리집',
  urlWrong: 'https:// 로 시작하는 주소여야 해요',
  stale: '다른 사람이 먼저 저장했어요. 그 위에 여기서 고친 것을 얹었으니, 확인하고 다시 저장해 주세요',
};
