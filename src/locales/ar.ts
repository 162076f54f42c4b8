import type { Messages } from './en.ts';
import { plural } from './plural.ts';

export const ar: Messages = {
  search: {
    label: 'ابحث في مركز المساعدة',
    submit: 'بحث',
  },
  article: {
    minutesToRead: (n) =>
      plural('ar', n, {
        one: 'دقيقة واحدة للقراءة',
        two: 'دقيقتان للقراءة',
        few: `${n} دقائق للقراءة`,
        many: `${n} دقيقة للقراءة`,
        other: `${n} دقيقة للقراءة`,
      }),
  },
};
