import { convertHangulToQwerty, romanize } from 'es-hangul';

/** What Koreans build passwords from first: greetings, love, the word itself, places, work, animals, surnames and names. */
const words = `
  안녕 안녕하세요 안뇽 반가워 반갑습니다 감사 감사합니다 고마워 사랑 사랑해 사랑해요 사랑합니다 사랑한다 보고싶어 좋아해 행복 행복해
  행복하자 화이팅 파이팅 힘내 천사 공주 왕자 여보 자기야 아빠 엄마 우리 우리집 가족 친구 바보 멍청이 미쳤다 대박 최고 짱 만세 건강
  비밀 비밀번호 비번 암호 패스워드 로그인 열쇠 관리자 관리 운영자 사용자 아이디 테스트 시험 임시 기본 초기 변경 바꾸기 몰라 나야 나
  대한민국 한국 서울 부산 대구 인천 광주 대전 울산 제주 제주도 강남 판교 성남 경기도 독도 우리나라 태극기 아리랑 무궁화 한글
  회사 개발 개발자 개발팀 채용 채용팀 공고 인사 인사팀 경력 신입 면접 서버 컴퓨터 프로그램 데이터 노드 자바 백엔드 프론트엔드 팀장 대표 사장님 직원
  강아지 고양이 멍멍이 야옹이 토끼 호랑이 곰돌이 나비 바다 하늘 별 달 햇님 구름 봄 여름 가을 겨울 크리스마스 생일 축구 야구 치킨 피자 커피 맥주 소주
  김치 라면 hongildong 아이유 방탄소년단 뽀로로 태권도 카카오 네이버 삼성 현대 쿠팡 배민 토스 당근`;

const surnames = '김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 송 홍'.split(' ');
const givenNames =
  `민준 서준 도윤 예준 시우 지호 지훈 준서 현우 민수 민지 서연 서윤 지우 하은 하윤 지민 수빈 유진 은지 지영 영희 철수 길동`.split(
    /\s+/,
  );
const names = [...givenNames, ...surnames.flatMap((surname) => givenNames.map((given) => surname + given))];

/**
 * The same words as guessers try them: in Hangul, as the keys of a Korean keyboard left in English ("dkssud" for 안녕)
 * and in Latin letters ("annyeong"). Lower case, most guessable first, for a dictionary of the strength estimate.
 */
export const koreanGuesses: string[] = [
  ...new Set(
    [...words.split(/\s+/).filter(Boolean), ...names]
      .flatMap((word) => [word, convertHangulToQwerty(word), romanize(word)])
      .map((word) => word.toLowerCase())
      .filter((word) => word.length > 1),
  ),
];
