/** What buttons say on every screen, and the states they leave behind. Korean in 해요체: short, exact, no exclamation marks. */
export const actions = {
  cancel: '취소',
  close: '닫기',
  copied: '복사했어요',
  copy: '복사',
  copyFailed: '복사하지 못했어요. 직접 선택해서 복사해 주세요',
  create: '만들기',
  delete: '삭제',
  done: '완료',
  loading: '불러오는 중',
  loadMore: '더 보기',
  notChosen: '고르지 않음',
  notifications: '알림',
  retry: '다시 시도',
  save: '저장',
  saved: '저장했어요',
  undo: '되돌리기',
};
