import type { Strings } from '../strings.js';
import { users } from './counts.js';

const taken: Strings['seatMeter']['taken'] = ({ taken: count, limit, plan }) =>
  `${count} من ${users(limit)}${plan ? ` في ${plan}` : ''}`;

export const seatMeter: Strings['seatMeter'] = {
  label: 'المستخدمون',
  unlimited: 'عدد غير محدود من المستخدمين',
  taken,
  full: (places) => `تم بلوغ الحد: ${taken(places)}`,
  over: ({ count }) => `زائد: ${count}`,
  pending: ({ count }) => `منها دعوات معلّقة: ${count}`,
  upgrade: 'عرض الخطط والأسعار',
  loading: 'جارٍ عدّ المستخدمين',
  failed: 'تعذّر عدّ المستخدمين.',
};
