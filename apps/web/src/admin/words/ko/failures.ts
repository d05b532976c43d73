import type { ProblemBody } from '@gonggo/contract';

/** What can go wrong on every screen, and the way out. */
export const failures = {
  failed: '잘 안 됐어요',
  loadFailed: '불러오지 못했어요',
  unreachable: '서버에 연결할 수 없어요. 인터넷 연결을 확인하고 다시 시도해 주세요',
  spot: '이 값은 저장할 수 없어요. 길이와 형식을 확인해 주세요',
  required: '꼭 적어 주세요',
  leaveTitle: '저장하지 않은 내용이 있어요',
  leaveText: '이 화면을 나가면 여기서 고친 것이 사라져요',
  leave: '나가기',
  notFound: {
    title: '여기에는 아무것도 없어요',
    text: '주소가 바뀌었거나 지워진 것 같아요',
    home: '공고 목록으로',
  },
  crashed: {
    title: '화면을 그리다가 멈췄어요',
    text: '적던 글은 이 기기에 남아 있어요. 다시 열면 이어서 쓸 수 있어요',
    again: '다시 열기',
  },
  /** What an answer of the API means to the person, by its code. */
  problems: {
    'bad-request': '보낸 내용에 맞지 않는 값이 있어요',
    'invalid-document': '저장할 수 없는 내용이 있어요. 표시된 곳을 고쳐 주세요',
    unauthenticated: '로그인이 끝났어요. 다시 로그인해 주세요',
    'wrong-credentials': '이메일이나 비밀번호가 맞지 않아요',
    'code-required': '인증 앱의 코드가 필요해요',
    'confirmation-required': '본인인지 다시 확인해야 하는 일이에요',
    forbidden: '이 일을 할 권한이 없어요. 소유자에게 요청해 주세요',
    'not-found': '찾을 수 없어요. 지워졌을 수 있어요',
    'method-not-allowed': '이 주소에서는 할 수 없는 일이에요',
    'not-acceptable': '요청한 형식으로는 보여 드릴 수 없어요',
    conflict: '지금 상태에서는 할 수 없어요. 새로고침해서 상태를 확인해 주세요',
    'in-use': '쓰이는 곳이 있어서 지울 수 없어요',
    'slug-taken': '다른 공고가 이미 쓰는 주소예요. 다르게 적어 주세요',
    gone: '더는 없어요',
    'stale-revision': '다른 사람이 먼저 저장했어요. 새로고침해서 확인해 주세요',
    'too-large': '너무 커서 저장할 수 없어요. 내용을 나누거나 줄여 주세요',
    'unsupported-media-type': '받을 수 없는 형식이에요',
    'idempotency-mismatch': '같은 요청이 다른 내용으로 다시 왔어요. 새로고침해 주세요',
    'not-ready': '아직 게시할 수 없어요. 빠진 것을 먼저 채워 주세요',
    'revision-required': '화면이 오래됐어요. 새로고침해 주세요',
    'too-many-requests': '요청이 너무 많았어요. 잠시 뒤에 다시 시도해 주세요',
    internal: '서버에서 문제가 생겼어요. 잠시 뒤에 다시 시도해 주세요',
    overloaded: '서버가 바빠요. 잠시 뒤에 다시 시도해 주세요',
  } satisfies Record<ProblemBody['code'], string> as Record<ProblemBody['code'], string>,
};
