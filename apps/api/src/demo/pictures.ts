import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { CastName } from './company.ts';

/** Every picture, with the words that usually go with it. Drawn by `assets/draw`, committed in `assets/demo`. */
export const pictureWords = {
  'home-team': '긴 나무 책상에 둘러앉은 다섯 사람과 창밖의 떠오르는 해',
  logo: '반나절의 표지: 붉은 네모 안에 떠오르는 반쪽 해',
  'cover-orders':
    '오래된 돌문을 빠져나온 주문 상자들이 여러 갈래 길로 나아가고, 그 뒤로 붉은 해가 떠오르는 새벽 그림',
  'cover-ledger': '오늘 팔린 채소와 과일이 줄지어 적힌 장부 화면과 막대그래프',
  'cover-prices': '시세 그래프가 산등성이처럼 겹쳐 있고 배추 한 포기 가격이 적힌 그림',
  'cover-craft': '종이 화면, 색견본, 자와 붓이 놓인 디자이너의 책상',
  'cover-route': '어두운 동네를 지나는 붉은 배송 길과, 다음 가게를 알려 주는 휴대전화',
  'cover-nightwatch': '밤새 불이 켜진 서버 네 대와 그 옆에서 자는 고양이',
  'cover-shop': '줄무늬 차양이 달린 반찬 가게에서 두 사람이 노트북을 함께 보는 그림',
  'screen-alarms': '알람 도구 “딸랑”의 화면',
  'screen-wiki': '사내 위키의 장애 돌아보기 글',
  'diagram-orders': '주문 한 건이 지나는 길: 옛 시스템과 새 시스템',
  'comic-cabbage': '만화 〈새벽 네 시의 배추〉의 두 컷',
  'still-drama': '드라마 〈막차가 끊긴 뒤〉의 한 장면',
  'gallery-retro': '칠판에 색종이를 붙이며 돌아보기를 하는 세 사람',
  'gallery-window': '해 뜨는 창가 책상에 놓인 노트북과 귤, 잠든 고양이',
  'gallery-dawn': '불 켜진 새벽 시장 앞에 선 두 사람',
  'sticker-hello': '손을 흔드는 귤: 안녕하세요',
  'sticker-thanks': '웃는 양배추: 고맙습니다',
  'portrait-bori': '보리의 얼굴 그림',
  'portrait-gyul': '귤의 얼굴 그림',
  'portrait-jadu': '자두의 얼굴 그림',
  'portrait-oi': '오이의 얼굴 그림',
  'portrait-dotori': '도토리의 얼굴 그림',
  'portrait-hodu': '호두의 얼굴 그림',
  'portrait-sajang': '정다운반찬 사장님의 얼굴 그림',
} as const;
export type PictureName = keyof typeof pictureWords;

/** Picture → id of its image. */
export type Pictures = Record<PictureName, string>;

export const portraitOf = (name: CastName): PictureName => `portrait-${name}`;

/** Beside `src` and `dist` alike. */
const folder = new URL('../../assets/demo/', import.meta.url);
export const pictureFile = (name: PictureName): string => fileURLToPath(new URL(`${name}.webp`, folder));
export const readPicture = (name: PictureName): Promise<Buffer> => readFile(pictureFile(name));
